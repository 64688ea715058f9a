import type { Role } from '#application';
import { failureView } from '#contracts';
import type { ClientOnTrial } from './client-on-trial.js';
import { ServiceOnTrial } from './service-on-trial.js';

const of = '/api/subjects/:programme/:code';
const account = '/api/accounts/:account';

/**
 * Who may use each route: a clerk (C), a provincial reviewer (P), an ip reviewer (I), the finance
 * ministry's reviewer (F) and approver (A), the auditor (U), the system administrator (S), the
 * security administrator (E); everybody (*). N is an ip reviewer of the whole nation alone.
 */
const table: Readonly<Record<string, string>> = {
  'GET /api/about': '*',
  'GET /health/live': '*',
  'GET /health/ready': '*',

  'GET /api/subjects': 'CPIFAU',
  'POST /api/subjects': 'F',
  [`GET ${of}`]: 'CPIFAU',
  [`GET ${of}/years`]: 'CPIFAU',
  [`GET ${of}/determinations`]: 'CPIFAU',
  [`GET ${of}/determinations/:year`]: 'CPIFAU',
  [`GET ${of}/determinations/by-hash/:hash`]: 'CPIFAU',
  [`GET ${of}/gate`]: 'CPIFAU',
  [`GET ${of}/findings`]: 'CPIFAU',
  [`POST ${of}/findings`]: 'I',
  [`GET ${of}/money`]: 'CPIFAU',
  [`POST ${of}/money`]: 'F',

  [`POST ${of}/reports`]: 'C',
  [`GET ${of}/reports`]: 'CPIFAU',
  [`GET ${of}/reports/:id`]: 'CPIFAU',
  [`GET ${of}/reports/:id/problems`]: 'CPIFAU',
  [`GET ${of}/reports/:id/progress`]: 'CPIFAU',
  [`GET ${of}/reports/:id/marked-copy`]: 'CPIFAU',
  [`GET ${of}/years/:year`]: 'CPIFAU',
  [`GET ${of}/years/:year/moves`]: 'CPIFAU',
  [`POST ${of}/years/:year/moves`]: 'CPI',
  [`GET ${of}/years/:year/rounds/:round/changes`]: 'CPIFAU',
  [`GET ${of}/reports/:id/ledgers/:ledger/rows/:row`]: 'CPIFAU',
  [`GET ${of}/row-findings`]: 'CPIFAU',
  [`POST ${of}/row-findings`]: 'I',
  [`GET ${of}/conflicts`]: 'PIFAU',
  'GET /api/programmes/:programme/template': 'CPIFAUSE',
  'GET /api/programmes/:programme/years/:year/matrix': 'CPIFAU',
  'GET /api/programmes/:programme/money': 'FAU',
  'GET /api/inbox/waiting': 'CPI',
  'GET /api/inbox/done': 'CPI',

  [`GET ${of}/plans`]: 'CPIFAU',
  [`POST ${of}/plans`]: 'C',
  [`POST ${of}/plans/:id/decision`]: 'I',
  [`GET ${of}/years/:year/samples`]: 'CPIFAU',
  [`POST ${of}/years/:year/samples`]: 'I',
  [`GET ${of}/years/:year/samples/:id`]: 'CPIFAU',
  [`POST ${of}/years/:year/samples/:id/marks`]: 'I',
  'GET /api/programmes/:programme/deadlines': 'CPIFAU',
  'POST /api/programmes/:programme/deadlines': 'N',
  'GET /api/holidays': 'CPIFAU',
  'POST /api/holidays': 'N',
  [`GET ${of}/deadlines`]: 'CPIFAU',
  [`GET ${of}/reminders`]: 'CPIFAU',

  [`GET ${of}/conclusions`]: 'CPIFAU',
  [`POST ${of}/conclusions`]: 'F',
  [`GET ${of}/releases`]: 'CPIFAU',
  [`POST ${of}/releases`]: 'F',
  [`GET ${of}/releases/:id`]: 'CPIFAU',
  [`POST ${of}/releases/:id/moves`]: 'FA',
  [`GET ${of}/papers`]: 'CPIFAU',
  [`POST ${of}/papers/self-assessment`]: 'CPIFA',
  [`POST ${of}/papers/summary`]: 'PIFA',
  [`POST ${of}/papers/release-letter`]: 'FA',
  [`GET ${of}/papers/:id/files/:format`]: 'CPIFAU',
  'GET /api/verification/:code': '*',
  'GET /api/programmes/:programme/weights': 'CPIFAU',
  'POST /api/programmes/:programme/weights': 'F',
  'POST /api/programmes/:programme/yearly-runs': 'F',
  'GET /api/programmes/:programme/yearly-runs': 'NFAU',
  'GET /api/programmes/:programme/yearly-runs/:year': 'NFAU',
  'GET /api/programmes/:programme/yearly-runs/:year/summary': 'NFAU',

  'POST /api/session': '*',
  'POST /api/first-administrators': '*',
  'POST /api/enrolment': '*',
  'POST /api/enrolment/device': '*',
  'GET /api/audit': 'U',
  'GET /api/audit/verification': 'U',
  'GET /api/audit/checkpoint': 'CPIFAUSE',
  'GET /api/settings': 'US',
  'GET /api/jobs': 'US',
  'GET /api/session': 'CPIFAUSE',
  'GET /api/sessions': 'CPIFAUSE',
  'DELETE /api/sessions/:id': 'CPIFAUSE',
  'GET /api/tokens': 'CPIFAU',
  'POST /api/tokens': 'CPIFAU',
  'DELETE /api/tokens/:id': 'CPIFAU',
  'GET /api/accounts': 'USE',
  'POST /api/accounts': 'S',
  [`GET ${account}`]: 'USE',
  [`POST ${account}/closure`]: 'S',
  [`POST ${account}/grants`]: 'E',
  [`POST ${account}/resets`]: 'E',
  [`POST ${account}/unlocking`]: 'E',
  [`GET ${account}/sessions`]: 'UE',
  [`DELETE ${account}/sessions`]: 'E',
  [`GET ${account}/tokens`]: 'UE',
  [`DELETE ${account}/tokens/:id`]: 'E',
  // The last, as it ends what the others are tried with.
  'DELETE /api/session': 'CPIFAUSE',
};

interface Persona {
  readonly letters: string;
  readonly role: Role;
  readonly within?: string;
  /** The subjects in the area, of those below. */
  readonly reaches: readonly string[];
}

/** One's own, another of the same province, and one of another province. */
const subjects = ['999901', '999902', '950001'];
const [own = ''] = subjects;
const ofProvince = subjects.slice(0, 2);
const personas: readonly Persona[] = [
  { letters: 'C', role: 'city-clerk', reaches: [own] },
  { letters: 'P', role: 'provincial-reviewer', reaches: ofProvince },
  { letters: 'I', role: 'ip-reviewer', within: '99', reaches: ofProvince },
  { letters: 'IN', role: 'ip-reviewer', reaches: subjects },
  { letters: 'F', role: 'finance-reviewer', reaches: subjects },
  { letters: 'A', role: 'finance-approver', reaches: subjects },
  { letters: 'U', role: 'auditor', reaches: subjects },
  { letters: 'S', role: 'system-administrator', reaches: subjects },
  { letters: 'E', role: 'security-administrator', reaches: subjects },
];

const uuid = '0b7e9b9e-4d62-4b6f-8d0e-6f6f5b8f5a11';
const values: Readonly<Record<string, string>> = {
  ...{
    ':programme': '2019-city-operation',
    ':year': '2021',
    ':hash': '0'.repeat(64),
    ':round': '2',
    ':format': 'docx',
  },
  ...{ ':id': uuid, ':account': uuid, ':ledger': 'certified-units', ':row': '2' },
};

type Class = 'allowed' | 'refused' | 'unknown' | 'not signed in';

describe('who may use which route on whose data', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    for (const code of subjects) await service.enrol(code);
  });
  afterAll(() => service.stop());

  /** Asks for what a route is about; a request that is let through is malformed or about nothing. */
  const ask = async (client: ClientOnTrial, route: string, code: string) => {
    const [method = '', path = ''] = route.split(' ');
    const at = path.replaceAll(/:\w+/g, (name) =>
      name === ':code' ? code : (values[name] ?? name),
    );
    const answer = await client.send(method, at, method === 'POST' ? {} : undefined);
    const text = await answer.text();
    if (answer.status >= 500) throw new Error(`${route}: ${answer.status} ${text}`);
    return { status: answer.status, text };
  };
  const classOf = ({ status, text }: { status: number; text: string }): Class => {
    if (status === 401) return 'not signed in';
    if (status === 403) return 'refused';
    return status === 404 && text.includes('"unknown-subject"') ? 'unknown' : 'allowed';
  };
  /** What is answered of a subject that there is not, but for its code and the request's id. */
  const unknownSubject = (text: string, code: string) => {
    const { error } = failureView.parse(JSON.parse(text));
    return JSON.stringify({ ...error, requestId: '' }).replaceAll(code, 'the code');
  };

  it('is written down here for every route that there is, and none that there is not', () => {
    const routes = service.routes.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(table).toSorted()).toEqual(routes.toSorted());
  });

  it('is nobody’s who is not signed in, but for what everybody may use', async () => {
    for (const [route, letters] of Object.entries(table)) {
      // What everybody may use refuses a wrong password and a wrong code in its own way.
      if (letters === '*') continue;
      const found = classOf(await ask(service.stranger, route, own));
      expect([route, found]).toEqual([route, 'not signed in']);
    }
  });

  it.each(personas)('holds for $role $within', async ({ letters, role, within, reaches }) => {
    const client = await service.as(role, within);
    const nobodys = unknownSubject(
      (await ask(await service.as('auditor'), `GET ${of}`, '999999')).text,
      '999999',
    );
    for (const [route, may] of Object.entries(table)) {
      if (may === '*') continue;
      const isAllowed = [...letters].some((letter) => may.includes(letter));
      for (const code of route.includes(':code') ? subjects : [own]) {
        const answer = await ask(client, route, code);
        const inArea = !route.includes(':code') || reaches.includes(code);
        const expected: Class = !isAllowed ? 'refused' : inArea ? 'allowed' : 'unknown';
        expect([route, code, classOf(answer)]).toEqual([route, code, expected]);
        if (expected === 'unknown') expect(unknownSubject(answer.text, code)).toBe(nobodys);
      }
    }
    expect(classOf(await ask(client, 'GET /api/session', own))).toBe('not signed in');
  });
});
