import {
  conflictView,
  doneView,
  failureView,
  pageOf,
  rowChangeView,
  waitingView,
} from '#contracts';
import { z } from 'zod';
import { exampleSubject } from '../example-subject.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const programme = '/api/subjects/2019-city-operation';
const [one, other] = ['999901', '999902'] as const;
const determination = z.object({
  disputed: z.array(z.object({ ledger: z.string(), by: z.object({ code: z.string() }) })),
  rowFindings: z.array(z.object({ outcome: z.string() })),
  targets: z.array(
    z.object({ id: z.string(), value: z.string().nullable(), range: z.unknown().optional() }),
  ),
});

describe('single rows', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
    await service.post('/api/subjects', { ...exampleSubject(other), name: '示例二市' });
  });
  afterEach(() => service.stop());

  const of = (code: string) => `${programme}/${code}`;
  /** Sends a city's report in. @returns its id */
  const draft = async (code: string, options = {}) => {
    const file = smallReport(2021, { code, ...options });
    const answer = await service.uploadBare(file, '', `${of(code)}/reports`);
    const location = answer.headers.get('location') ?? '';
    await service.follow(location);
    return location.split('/').at(-1) ?? '';
  };
  const move = async (code: string, name: string, by: 'city-clerk' | 'provincial-reviewer') => {
    const mover = await service.as(by, by === 'city-clerk' ? code : undefined);
    const reasons = name === 'return' ? [{ target: 'certified-units', reason: '请更正' }] : [];
    const body = { move: name, opinion: '已阅', reasons };
    const answer = await mover.post(`${of(code)}/years/2021/moves`, body);
    expect(answer.status).toBe(201);
  };
  const submit = (code: string) => move(code, 'submit', 'city-clerk');
  const official = async (code: string) => {
    await service.evaluated(2021, of(code));
    return determination.parse(
      await service.json(`${of(code)}/determinations/2021?standing=submitted`),
    );
  };
  const certified = async (code: string) => {
    const { targets } = await official(code);
    const { value, range } = targets.find(({ id }) => id === 'certified-units') ?? {};
    return value ?? range;
  };
  const conflicts = async (code: string, query = '') => {
    const found = await service.json(`${of(code)}/conflicts${query}`);
    return pageOf(conflictView).parse(found);
  };
  const find = async (code: string, finding: object) => {
    const reviewer = await service.as('ip-reviewer');
    const body = { ledger: 'certified-units', row: 2, reason: '经核查', ...finding };
    const answer = await reviewer.post(`${of(code)}/row-findings`, body);
    if (answer.status === 201) return z.object({ id: z.uuid() }).parse(await answer.json()).id;
    return failureView.parse(await answer.json()).error.code;
  };

  it('that two cities claim are in dispute for both, though both submit at the same moment', async () => {
    const part = await draft(one);
    const rival = await draft(other, { policies: 0 });
    await Promise.all([one, other].map(submit));
    for (const [code, by] of [
      [one, other],
      [other, one],
    ] as const) {
      const { disputed } = await official(code);
      expect(disputed).toMatchObject([{ ledger: 'certified-units', by: { code: by } }]);
      expect(await certified(code)).toEqual(['0', '1']);
    }
    const rows = { year: 2021, row: 2, finding: null };
    const cells: unknown = expect.objectContaining({ 单位名称: '示例单位', 单位类型: '企业' });
    expect(await conflicts(one)).toEqual({
      items: [
        {
          ...{ ledger: 'certified-units', sheet: '贯标单位' },
          claim: { 统一社会信用代码: '914403001922038216' },
          own: [{ ...rows, code: one, name: '示例市', part, cells }],
          others: [{ ...rows, code: other, name: '示例二市', part: rival, cells }],
        },
      ],
      next: null,
    });
    const clerk = await service.as('city-clerk');
    expect((await clerk.get(`${of(one)}/conflicts`)).status).toBe(403);
  });

  it('in dispute are settled by findings, one city at most having an item confirmed', async () => {
    const part = await draft(one);
    const rival = await draft(other, { policies: 1 });
    for (const code of [one, other]) await submit(code);
    expect((await conflicts(one, '?limit=1')).next).toBe(1);
    expect((await conflicts(one, '?limit=1&from=1')).items).toMatchObject([{}]);
    expect(await certified(other)).toEqual(['0', '1']);

    const confirmed = await find(one, { part, outcome: 'confirmed' });
    expect([await certified(one), await certified(other)]).toEqual(['1', ['0', '1']]);
    expect(await find(other, { part: rival, outcome: 'confirmed' })).toBe('claim-confirmed');
    await find(other, { part: rival, outcome: 'excluded' });
    expect([await certified(one), await certified(other)]).toEqual(['1', '0']);
    expect((await official(other)).rowFindings).toMatchObject([{ outcome: 'excluded' }]);

    expect(await find(one, { part, outcome: 'excluded' })).toBe('finding-exists');
    await find(one, { part, outcome: 'excluded', replaces: confirmed });
    expect(await find(one, { part, outcome: 'confirmed', replaces: confirmed })).toBe(
      'not-the-current-finding',
    );
    expect(await certified(one)).toBe('0');
    expect(await service.json(`${of(one)}/row-findings`)).toMatchObject({
      items: [
        { outcome: 'confirmed', item: '914403001922038216' },
        { outcome: 'excluded', replaces: confirmed },
      ],
    });
  });

  it('that share a number and are different items may each be confirmed', async () => {
    const part = await draft(one, { units: 0, policies: 1 });
    const rival = await draft(other, { units: 0, policies: 1, insurer: '另一保险' });
    for (const code of [one, other]) await submit(code);
    expect((await conflicts(one)).items).toMatchObject([{ claim: { 保单号: 'P2021-0' } }]);
    const confirmed = { ledger: 'insurance-policies', outcome: 'confirmed' };
    await find(one, { part, ...confirmed });
    await find(other, { part: rival, ...confirmed });
    for (const code of [one, other]) {
      expect((await official(code)).rowFindings).toMatchObject([{ outcome: 'confirmed' }]);
    }
  });

  it('that were confirmed and withdrawn leave the other city its own', async () => {
    const part = await draft(one);
    const rival = await draft(other, { policies: 0 });
    for (const code of [one, other]) await submit(code);
    const confirmed = await find(one, { part, outcome: 'confirmed' });
    await move(one, 'return', 'provincial-reviewer');
    await draft(one, { units: 0 });
    await submit(one);
    expect(await certified(other)).toBe('1');
    expect(await find(other, { part: rival, outcome: 'confirmed' })).toBe('claim-confirmed');
    expect(await find(one, { part, outcome: 'excluded' })).toBe('unknown-row');
    await find(one, { part, outcome: 'excluded', replaces: confirmed });
    expect(await find(other, { part: rival, outcome: 'confirmed' })).not.toBe('claim-confirmed');
  });

  it('that a finding takes from one city, or that it withdraws, are free for the other', async () => {
    await draft(one);
    const rival = await draft(other, { policies: 0 });
    for (const code of [one, other]) await submit(code);
    expect(await certified(one)).toEqual(['0', '1']);
    const finding = await find(other, { part: rival, outcome: 'excluded' });
    expect(await certified(one)).toBe('1');
    await find(other, { part: rival, outcome: 'confirmed', replaces: finding });
    expect(await certified(one)).toEqual(['0', '1']);

    await move(other, 'return', 'provincial-reviewer');
    expect(await certified(one)).toEqual(['0', '1']);
    await draft(other, { policies: 0, units: 0 });
    await submit(other);
    expect(await certified(one)).toBe('1');
    expect((await conflicts(one)).items).toEqual([]);
  });

  it('can be decided on only where they were submitted', async () => {
    const part = await draft(one);
    expect(await find(one, { part, outcome: 'excluded' })).toBe('unknown-row');
    await submit(one);
    expect(await find(one, { part, outcome: 'excluded', row: 99 })).toBe('unknown-row');
    expect(await find(one, { part, outcome: 'excluded', ledger: 'x' })).toBe('unknown-ledger');
    expect(await find(other, { part, outcome: 'excluded' })).toBe('unknown-row');
  });

  it('are listed where a round changed them', async () => {
    await draft(one);
    await submit(one);
    const changes = async (round: number, query = '') => {
      const path = `${of(one)}/years/2021/rounds/${round}/changes${query}`;
      return pageOf(rowChangeView).parse(await service.json(path));
    };
    expect((await changes(1)).items.map(({ kind, ledger }) => [kind, ledger])).toEqual([
      ...['certified-units', ...Array<string>(3).fill('insurance-policies'), null].map(
        (ledger) => ['added', ledger] as const,
      ),
    ]);
    await move(one, 'return', 'provincial-reviewer');
    await draft(one, { policies: 2, amount: '200' });
    await submit(one);
    const { items, next } = await changes(2);
    expect(items).toMatchObject([
      {
        ...{ sheet: '知识产权保险', kind: 'changed', before: { row: 2 }, after: { row: 2 } },
        cells: [{ column: '保险金额（万元）', before: '100.5', after: '200' }],
      },
      { kind: 'changed', after: { row: 3 } },
      { kind: 'removed', before: { row: 4 }, after: null },
    ]);
    expect(next).toBeNull();
    const page = await changes(2, '?limit=2');
    expect([page.items, page.next]).toEqual([items.slice(0, 2), 2]);
    expect(await changes(2, '?limit=2&from=2')).toEqual({ items: items.slice(2), next: null });
    const unknown = await service.get(`${of(one)}/years/2021/rounds/3/changes`);
    expect(unknown.status).toBe(404);
  });
});

describe('the inbox', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
  });
  afterEach(() => service.stop());

  it('holds what waits for a role in its area, and what it did', async () => {
    const inbox = async (role: 'city-clerk' | 'provincial-reviewer' | 'ip-reviewer') => {
      const client = await service.as(role);
      const read = async (list: string): Promise<unknown> =>
        (await client.get(`/api/inbox/${list}`)).json();
      const waiting = waitingView.parse(await read('waiting'));
      const done = doneView.parse(await read('done'));
      expect([waiting.total, done.total]).toEqual([waiting.items.length, done.items.length]);
      return [
        waiting.items.map(({ code, year, state }) => `${code} ${year} ${state}`),
        done.items.map(({ code, year, move }) => `${code} ${year} ${move}`),
      ];
    };
    await service.submit(smallReport(2021));
    expect(await inbox('city-clerk')).toEqual([['999901 2021 draft'], []]);
    await service.handIn(2021, smallReport(2021));
    expect(await inbox('city-clerk')).toEqual([[], ['999901 2021 submit']]);
    expect(await inbox('provincial-reviewer')).toEqual([['999901 2021 submitted'], []]);
    expect(await inbox('ip-reviewer')).toEqual([[], []]);
    const reviewer = await service.as('provincial-reviewer');
    const body = { move: 'forward', opinion: '同意转报' };
    await reviewer.post(`${programme}/999901/years/2021/moves`, body);
    expect(await inbox('provincial-reviewer')).toEqual([[], ['999901 2021 forward']]);
    expect(await inbox('ip-reviewer')).toEqual([['999901 2021 forwarded'], []]);
    expect((await (await service.as('auditor')).get('/api/inbox/waiting')).status).toBe(403);
  });
});
