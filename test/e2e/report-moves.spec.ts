import { createHash } from 'node:crypto';
import type { Role } from '#application';
import { failureView, moveView, yearView } from '#contracts';
import { z } from 'zod';
import { exampleSubject } from '../example-subject.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const subject = '/api/subjects/2019-city-operation/999901';
const movers: Readonly<Record<string, Role>> = {
  ...{ submit: 'city-clerk', forward: 'provincial-reviewer', return: 'provincial-reviewer' },
};
const codes = z.array(z.object({ code: z.string() }));

describe("the life of a year's report", () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
  });
  afterEach(() => service.stop());

  /** By those whom it is up to on the way through the province, unless somebody else is named. */
  const move = async (
    name: string,
    rest: object = {},
    year = 2021,
    of = subject,
    by = movers[name] ?? 'ip-reviewer',
  ) => {
    const code = of.split('/').at(-1);
    const mover = await service.as(by, by === 'city-clerk' ? code : undefined);
    return mover.post(`${of}/years/${year}/moves`, { move: name, opinion: '同意', ...rest });
  };
  const moved = async (...asked: Parameters<typeof move>) => {
    const answer = await move(...asked);
    return answer.status === 201
      ? moveView.parse(await answer.json()).to
      : failureView.parse(await answer.json()).error.code;
  };
  const yearOf = async (year = 2021) =>
    yearView.parse(await service.json(`${subject}/years/${year}`));
  const obstacles = async () => {
    const gate = z.object({ why: codes }).parse(await service.json(`${subject}/gate`));
    return gate.why.map(({ code }) => code);
  };
  const determination = (standing: string) =>
    service.get(`${subject}/determinations/2021?standing=${standing}`);

  it('goes from draft over the province to verified, and opens the gate that far', async () => {
    expect(await yearOf()).toMatchObject({ state: 'draft', round: 0, draft: [], submitted: [] });
    expect(await moved('submit')).toBe('nothing-to-submit');
    const location = await service.submit(smallReport(2021));
    expect(await yearOf()).toMatchObject({
      next: [{ move: 'submit', by: 'city-clerk', to: 'submitted' }],
      draft: [{ id: location.split('/').at(-1) }],
    });
    expect((await determination('draft')).status).toBe(200);
    expect((await determination('submitted')).status).toBe(404);
    expect(await obstacles()).toContain('no-determination');

    expect(await moved('forward')).toBe('report-move-not-possible');
    expect(await moved('submit')).toBe('submitted');
    expect(await moved('submit')).toBe('report-move-not-possible');
    expect(await moved('verify')).toBe('report-move-not-possible');
    await service.evaluated(2021);
    const official = await determination('submitted');
    const canonical = await official.text();
    expect(official.headers.get('etag')).toBe(
      `"${createHash('sha256').update(canonical).digest('hex')}"`,
    );
    expect(canonical).toBe(await (await determination('draft')).text());
    expect(await obstacles()).toContain('not-verified');
    expect(await moved('forward')).toBe('forwarded');
    expect(await moved('verify')).toBe('verified');
    expect(await obstacles()).not.toContain('not-verified');
    const history = z.array(moveView).parse(await service.json(`${subject}/years/2021/moves`));
    expect(history.map(({ sequence, from, to, round }) => [sequence, from, to, round])).toEqual([
      [1, 'draft', 'submitted', 1],
      [2, 'submitted', 'forwarded', 1],
      [3, 'forwarded', 'verified', 1],
    ]);
    expect(history.every(({ parts, opinion }) => parts.length === 1 && opinion === '同意')).toBe(
      true,
    );
  });

  it('returns only for reasons about what there is, and counts each round', async () => {
    const location = await service.submit(smallReport(2021));
    const part = location.split('/').at(-1);
    await move('submit');
    const row = { part, sheet: '贯标单位', row: 2, reason: '证书过期' };
    expect(await moved('return')).toBe('reasons-needed');
    expect(await moved('forward', { reasons: [row] })).toBe('reasons-not-asked');
    for (const [reason, failure] of [
      [{ target: 'no-target', reason: 'x' }, 'unknown-target'],
      [{ ...row, row: 99 }, 'unknown-row'],
      [{ ...row, sheet: '没有' }, 'unknown-row'],
      [{ ...row, part: '0b7e9b9e-4d62-4b6f-8d0e-6f6f5b8f5a11' }, 'unknown-row'],
      [{ part, reason: 'x' }, 'malformed-request'],
    ] as const) {
      expect(await moved('return', { reasons: [reason] })).toBe(failure);
    }
    const reasons = [{ target: 'certified-units', reason: '请补证明' }, row];
    expect(await moved('return', { reasons })).toBe('returned');
    await service.submit(smallReport(2021, { policies: 2 }));
    expect(await moved('submit')).toBe('submitted');
    const year = await yearOf();
    expect(year).toMatchObject({ state: 'submitted', round: 2, submitted: [{}] });
    expect(year.submitted[0]?.id).not.toBe(part);
    expect(await service.json(`${subject}/years/2021/moves`)).toMatchObject([
      { parts: [part] },
      { move: 'return', reasons },
      { round: 2, parts: [year.submitted[0]?.id] },
    ]);
  });

  it('is locked once submitted: what is drafted then changes nothing official', async () => {
    await service.submit(smallReport(2021));
    await move('submit');
    await service.evaluated(2021);
    const official = await (await determination('submitted')).text();
    const later = await service.submit(smallReport(2021, { policies: 4 }));
    const { draft, submitted } = await yearOf();
    expect(draft.map(({ id }) => id)).toEqual([later.split('/').at(-1)]);
    expect(submitted[0]?.id).not.toBe(draft[0]?.id);
    expect(await obstacles()).not.toContain('evaluation-unfinished');
    expect(await (await determination('submitted')).text()).toBe(official);
    expect(await (await determination('draft')).text()).not.toBe(official);
  });

  it('consists of the parts that were sent in beside each other', async () => {
    await service.submit(smallReport(2021));
    const beside = await service.uploadBare(smallReport(2021, { policies: 2 }), '?beside=true');
    await service.follow(beside.headers.get('location') ?? '');
    expect((await yearOf()).draft).toHaveLength(2);
    await move('submit');
    expect((await yearOf()).submitted).toHaveLength(2);
  });

  it('moves once where two try at the same moment', async () => {
    await service.submit(smallReport(2021));
    const answers = await Promise.all(Array.from({ length: 10 }, () => move('submit')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array<number>(9).fill(409),
    ]);
    expect(await service.json(`${subject}/years/2021/moves`)).toMatchObject([{ sequence: 1 }]);
  });

  it('goes past the province under direct planning', async () => {
    const code = '999902';
    await service.post('/api/subjects', { ...exampleSubject(code), underDirectPlanning: true });
    const of = `/api/subjects/2019-city-operation/${code}`;
    const answer = await service.uploadBare(smallReport(2021, { code }), '', `${of}/reports`);
    await service.follow(answer.headers.get('location') ?? '');
    expect(await moved('submit', {}, 2021, of)).toBe('submitted');
    expect(await moved('forward', {}, 2021, of)).toBe('report-move-not-possible');
    expect(await moved('verify', {}, 2021, of)).toBe('verified');
    const reasons = [{ target: 'certified-units', reason: '复核发现' }];
    expect(await moved('return', { reasons }, 2021, of, 'ip-reviewer')).toBe('returned');
  });

  it('is about a year that is reported', async () => {
    expect(await moved('submit', {}, 2017)).toBe('year-not-reported');
    expect((await service.get(`${subject}/years/2017`)).status).toBe(422);
    expect((await service.get(`${subject}/years/2017/moves`)).status).toBe(422);
    expect((await move('jump')).status).toBe(400);
  });
});
