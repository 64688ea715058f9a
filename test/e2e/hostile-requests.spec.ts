import { failureView } from '#contracts';
import { ServiceOnTrial, type RouteOnTrial } from './service-on-trial.js';

const soundSubject =
  '"programme":"2019-city-operation","code":"999902","name":"示例市","underDirectPlanning":false,"document":"x"';

const bodies: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', ''],
  ['half an object', '{"programme":'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a number beyond all', '1e999'],
  ['a number of 100,000 digits', `{"year":${'9'.repeat(100_000)}}`],
  ['numbers beyond all', '{"year":1e308,"amount":1e-308,"size":-1e999}'],
  ['a prototype', '{"__proto__":{"year":2021,"role":"auditor"}}'],
  ['a constructor', '{"constructor":{"prototype":{"year":2021}}}'],
  ['nesting of 100,000 lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['nesting in a field', `{"year":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
  ['half a character', `{${soundSubject.replace('示例市', '\\ud83d')}}`],
  [
    'a NUL',
    `{${soundSubject.replace('示例市', '\\u0000')},"reason":"\\u0000","document":"\\u0000"}`,
  ],
  ['names given twice', '{"year":2021,"year":"2021","year":null}'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('{"year":2021}', 'utf16le')],
  ['10 MB of text', `{"reason":"${'长'.repeat(3_500_000)}"}`],
  ['100,000 names', `{${Array.from({ length: 100_000 }, (_, at) => `"a${at}":0`).join()}}`],
];

/** Ids of every nasty kind, as they stand in an address. */
const ids = ['%00', '%ff', '..%2f..%2fetc', "';--", '%F0%9F%98%80', 'a'.repeat(5000), '__proto__'];

const endsSession = ({ method, path }: RouteOnTrial) =>
  `${method} ${path}` === 'DELETE /api/session';

describe('a hostile request', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start();
  });
  afterAll(() => service.stop());

  const known = (path: string) =>
    path
      .replace(':programme', '2019-city-operation')
      .replace(':code', '999901')
      .replace(':year', '2021')
      .replace(/:\w+/g, 'none');

  /** As somebody whom the route allows, so that more than the guard sees it. */
  const send = async (
    { method, allowed }: RouteOnTrial,
    path: string,
    body?: string | Buffer,
  ): Promise<void> => {
    const role = allowed === 'everybody' ? undefined : allowed.roles[0];
    const client = role ? await service.as(role) : service.stranger;
    const headers = { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: Uint8Array.from(Buffer.from(body)) };
    const answer = await client.sendRaw(method, path, { headers, ...sent });
    const text = await answer.text();
    if (answer.status >= 500 || answer.status === 429) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    if (answer.status >= 400) failureView.parse(JSON.parse(text));
  };

  it.each(bodies)(
    'of %s is answered as the mistake that it is, on every route',
    async (_, body) => {
      for (const route of service.routes) {
        if (route.method !== 'GET' && !endsSession(route))
          await send(route, known(route.path), body);
      }
    },
  );

  it('about an id of any kind is answered as one about nothing', async () => {
    for (const route of service.routes.filter(({ path }) => path.includes(':'))) {
      const body = route.method === 'GET' ? undefined : '{}';
      for (const id of ids) {
        await send(
          route,
          route.path.replace(/:\w+/g, () => id),
          body,
        );
        const last = route.path.replace(/:\w+([^:]*)$/, (_, rest: string) => id + rest);
        await send(route, known(last), body);
      }
    }
  });

  it('for a part of a list beyond what a database counts is a mistake', async () => {
    const auditor = await service.as('auditor');
    const ask = (from: number) =>
      auditor.get(`/api/subjects?programme=2019-city-operation&from=${from}`);
    expect((await ask(2 ** 31 - 1)).status).toBe(200);
    expect((await ask(2 ** 31)).status).toBe(400);
  });

  it('leaves the service as it was', async () => {
    expect((await service.get('/health/ready')).status).toBe(200);
    expect(Reflect.get({}, 'year')).toBeUndefined();
  });
});
