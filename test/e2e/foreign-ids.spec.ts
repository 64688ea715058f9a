import { randomUUID } from 'node:crypto';
import {
  evaluationView,
  issuedTokenView,
  pageOf,
  planView,
  sampleView,
  signedInView,
} from '#contracts';
import { openStore } from '#persistence';
import { MoneyOnTrial } from '../money/money-on-trial.js';
import { valueOf } from '../outcome-on-trial.js';
import type { ClientOnTrial } from './client-on-trial.js';
import { ServiceOnTrial, type RouteOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const subjectAt = (code: string) => `/api/subjects/2019-city-operation/${code}`;
const other = subjectAt('999902');
/** Something of every kind belongs to them, and nothing to 示例市. */
const others = ['999902', '950001', '950004', '960001', '970001'];

/** What a request needs so that nothing but its id is wrong. */
const bodies: Readonly<Record<string, unknown>> = {
  decision: { outcome: 'declined', opinion: '不予受理' },
  marks: { marks: [{ position: 1, outcome: 'confirmed', reason: '核对' }] },
  moves: { move: 'withdraw', opinion: '撤回' },
};

describe("another's id", () => {
  let service: ServiceOnTrial;
  let foreign: { readonly hashes: readonly string[]; readonly ids: readonly string[] };
  beforeAll(async () => {
    service = await ServiceOnTrial.start();
    const found = [];
    for (const code of others) found.push(await thingsOf(service, code));
    foreign = {
      hashes: found.flatMap(({ hash }) => hash),
      ids: [...found.flatMap(({ ids }) => ids), ...(await someRelease(service.folder))],
    };
  });
  afterAll(() => service.stop());

  const answerTo = async (client: ClientOnTrial, { method, path }: RouteOnTrial, id: string) => {
    const at = path
      .replace(/:(id|hash|account)\b/, id)
      .replace(':programme', '2019-city-operation')
      .replace(':code', '999901')
      .replace(':year', '2021')
      .replace(':ledger', 'certified-units')
      .replace(':row', '2')
      .replace(':format', 'docx');
    const body = method === 'POST' ? (bodies[path.split('/').at(-1) ?? ''] ?? {}) : undefined;
    const answer = await client.send(method, at, body);
    const text = (await answer.text()).replace(/"requestId":"[^"]*"/, '').replaceAll(id, 'the id');
    return { status: answer.status, text };
  };

  it('is answered as one that nobody has, on every route with an id', async () => {
    let requests = 0;
    const routes = service.routes.filter(
      ({ path, allowed }) =>
        /:(id|hash)\b/.test(path) && allowed !== 'everybody' && !path.includes(':account'),
    );
    expect(routes.length).toBeGreaterThan(9);
    for (const route of routes) {
      if (route.allowed === 'everybody') continue;
      const isHash = route.path.includes(':hash');
      const nobodys = () => (isHash ? '0123456789abcdef'.repeat(4) : randomUUID());
      for (const role of route.allowed.roles) {
        const client = await service.as(role);
        const expected = await answerTo(client, route, nobodys());
        expect([route.path, expected.status]).toEqual([route.path, 404]);
        for (const id of isHash ? foreign.hashes : foreign.ids) {
          expect([route.path, role, id, await answerTo(client, route, id)]).toEqual([
            ...[route.path, role, id, expected],
          ]);
          requests += 1;
        }
      }
    }
    expect(requests).toBeGreaterThan(1000);
    // Nothing of theirs was touched.
    for (const code of others) {
      const auditor = await service.as('auditor');
      const [plan] = planView.array().parse(await auditor.json(`${subjectAt(code)}/plans`));
      expect(plan?.decision).toBeNull();
      const clerk = await service.as('city-clerk', code);
      expect((await clerk.get('/api/session')).status).toBe(200);
      expect(await clerk.json('/api/tokens')).toMatchObject([{ revokedAt: null }]);
    }
  });

  it("in another's address tells nothing of what is there", async () => {
    const clerk = await service.as('city-clerk');
    const at = (path: string) => clerk.get(path.replace('999902', '999903'));
    for (const id of foreign.ids) {
      for (const path of [`reports/${id}`, `releases/${id}`, `years/2021/samples/${id}`]) {
        const [there, nowhere] = [
          await clerk.get(`${other}/${path}`),
          await at(`${other}/${path}`),
        ];
        const said = async (answer: Response) =>
          (await answer.text()).replace(/"requestId":"[^"]*"/, '').replace(/99990\d/, '');
        expect([there.status, await said(there)]).toEqual([404, await said(nowhere)]);
      }
    }
  });
});

/** A report, its determination, a plan and a sample of a subject; a session and a token of its clerk. */
async function thingsOf(service: ServiceOnTrial, code: string) {
  const at = subjectAt(code);
  await service.enrol(code);
  const clerk = await service.as('city-clerk', code);
  const sent = await service.uploadBare(smallReport(2021, { code }), '', `${at}/reports`);
  const location = sent.headers.get('location') ?? '';
  await service.follow(location);
  await clerk.post(`${at}/years/2021/moves`, { move: 'submit', opinion: '报送' });
  const plan = {
    document: '示例政〔2019〕1号',
    targets: { 'certified-units': { threshold: '120' } },
  };
  const filed = planView.parse(await (await clerk.post(`${at}/plans`, { plan })).json());
  const drawn = await service.post(`${at}/years/2021/samples`, { size: 2 });
  const { items } = pageOf(evaluationView).parse(await service.json(`${at}/determinations`));
  const token = await clerk.post('/api/tokens', { name: '程序', scopes: ['read'], days: 1 });
  const { session } = signedInView.parse(await clerk.json('/api/session'));
  const ids = [
    ...[location.split('/').at(-1) ?? '', filed.id, sampleView.parse(await drawn.json()).id],
    ...[issuedTokenView.parse(await token.json()).id, session?.id ?? ''],
  ];
  return { hash: items.map(({ hash }) => hash), ids };
}

async function someRelease(folder: string): Promise<readonly string[]> {
  const stores = await openStore(folder, 'product');
  const money = await MoneyOnTrial.eligible(stores, '950002');
  const { id } = valueOf(await money.propose(100n));
  await stores.close();
  return [id];
}
