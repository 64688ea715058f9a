import { randomUUID } from 'node:crypto';
import { failureView } from '#contracts';
import { z } from 'zod';
import { ServiceOnTrial } from './service-on-trial.js';

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
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

describe('a hostile request', () => {
  let service: ServiceOnTrial;
  let routes: readonly { readonly path: string; readonly method: string }[];
  beforeAll(async () => {
    service = await ServiceOnTrial.start();
    const { paths } = openApi.parse(await service.json('/api/docs-json'));
    routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => ({ path, method: method.toUpperCase() })),
    );
  });
  afterAll(() => service.stop());

  const known = (path: string) =>
    path
      .replace('{programme}', '2019-city-operation')
      .replace('{code}', '999901')
      .replace('{year}', '2021')
      .replace(/\{\w+\}/g, 'none');

  const send = async (
    { path, method }: { path: string; method: string },
    body?: string | Buffer,
  ): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const sent = body === undefined ? {} : { body: Uint8Array.from(Buffer.from(body)) };
    const answer = await fetch(service.url + path, { method, headers, ...sent });
    const text = await answer.text();
    if (answer.status >= 429) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    if (answer.status >= 400) failureView.parse(JSON.parse(text));
  };

  it.each(bodies)(
    'of %s is answered as the mistake that it is, on every route',
    async (_, body) => {
      for (const { path, method } of routes) {
        if (method !== 'GET') await send({ path: known(path), method }, body);
      }
    },
  );

  it('about an id of any kind is answered as one about nothing', async () => {
    for (const { path, method } of routes.filter((route) => route.path.includes('{'))) {
      for (const id of ids) {
        const at = path.replace(/\{\w+\}/g, () => id);
        await send({ path: at, method }, method === 'GET' ? undefined : '{}');
        const last = known(path.replace(/\{\w+\}([^{]*)$/, (_, rest: string) => id + rest));
        await send({ path: last, method }, method === 'GET' ? undefined : '{}');
      }
    }
  });

  it('leaves the service as it was', async () => {
    expect((await service.get('/health/ready')).status).toBe(200);
    expect(Reflect.get({}, 'year')).toBeUndefined();
  });
});
