import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp, openStore, restore, UnfitBackup, UnfitPlace } from '#persistence';
import { enrolExample, exampleSubject } from '../example-subject.js';
import { freshPostgres } from '../services/fresh-postgres.js';
import { demandWholeAudit } from '../whole-audit.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

describe('a backup', () => {
  let folder: string;
  let postgres: Awaited<ReturnType<typeof freshPostgres>>;
  let service: ServiceOnTrial;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'));
    postgres = await freshPostgres();
    service = await ServiceOnTrial.start();
    await service.submit(smallReport(2021));
  });
  afterAll(async () => {
    await service.stop();
    await postgres.drop();
    await rm(folder, { recursive: true });
  });

  const at = (name: string) => join(folder, name);
  const saved = (place: string, name: string) => backUp(place, createWriteStream(at(name)));
  const taken = (name: string, place: string) => restore(place, createReadStream(at(name)));
  const linesOf = async (name: string) =>
    gunzipSync(await readFile(at(name)))
      .toString()
      .split('\n');
  const rewritten = async (name: string, change: (lines: string[]) => readonly string[]) => {
    const lines = change(await linesOf('first'));
    await writeFile(at(name), gzipSync(lines.join('\n')));
  };

  it('taken from SQLite while it is served goes into PostgreSQL, which goes on, and back', async () => {
    const checkpoint = await saved(service.folder, 'first');
    expect(await taken('first', postgres.url)).toEqual(checkpoint);
    await demandWholeAudit(postgres.url);
    const stores = await openStore(postgres.url, 'product');
    expect(await stores.audit.checkpoint()).toEqual(checkpoint);
    await enrolExample(stores, exampleSubject('999902'));
    await stores.close();
    const later = await saved(postgres.url, 'second');
    expect(later.number).toBeGreaterThan(checkpoint.number);
    await taken('second', at('sqlite'));
    await demandWholeAudit(at('sqlite'));
    const back = await openStore(at('sqlite'), 'product');
    expect(await back.audit.checkpoint()).toEqual(later);
    await enrolExample(back, exampleSubject('999903'));
    await back.close();
    await demandWholeAudit(at('sqlite'));
    await saved(at('sqlite'), 'third');
    expect((await linesOf('third')).length).toBeGreaterThan((await linesOf('second')).length);
  });

  it('goes into no place that is in use', async () => {
    await expect(taken('first', service.folder)).rejects.toThrow(UnfitPlace);
    await expect(taken('first', postgres.url)).rejects.toThrow('只能恢复到空的位置');
  });

  it.each<[string, (lines: string[]) => readonly string[]]>([
    ['no backup', () => ['{}', '']],
    [
      'of another version',
      (lines) => [lines[0]?.replace('Chain', 'Chains') ?? '', ...lines.slice(1)],
    ],
    ['without its end', (lines) => [...lines.slice(0, -2), '']],
    ['without a row', (lines) => [...lines.slice(0, -3), ...lines.slice(-2)]],
    ['with a table that is not known', (lines) => [...lines.slice(0, -2), '{"table":"x"}', '']],
  ])('is taken whole or not at all: one that is %s', async (name, change) => {
    await rewritten(name, change);
    const place = at(`place of ${name}`);
    await expect(taken(name, place)).rejects.toThrow(UnfitBackup);
    await taken('first', place);
    await demandWholeAudit(place);
  });

  it('that was cut short is refused', async () => {
    const bytes = await readFile(at('first'));
    await writeFile(at('short'), bytes.subarray(0, bytes.length - 20));
    await expect(taken('short', at('nowhere'))).rejects.toThrow('备份文件不完整');
  });
});
