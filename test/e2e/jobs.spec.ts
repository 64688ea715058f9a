import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunJob, serviceOver, SubmitReport, systemClock, type Service } from '#application';
import { openStore } from '#persistence';
import { EmbeddedQueue } from '#queue';
import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import { smallReport } from './small-report.js';

const key = { programme: '2019-city-operation', code: '999901' };
const ingest = (report: string) => ({ kind: 'ingest-report', report }) as const;
const evaluate2021 = { kind: 'evaluate-subject', ...key, year: 2021 } as const;

describe('the jobs of the service', () => {
  let folder: string;
  let service: Service;
  let reader: GuardedReader;
  let close: () => Promise<void>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jobs-'));
    const stores = await openStore(folder, 'product');
    close = () => stores.close();
    const queue = { wake: () => undefined };
    reader = new GuardedReader(programmes);
    service = serviceOver({ ...stores, queue, reader, programmes, scratch: folder });
  });
  afterEach(async () => {
    await reader.close();
    await close();
    await rm(folder, { recursive: true });
  });

  const submit = async (file: Buffer): Promise<string> => {
    const path = join(folder, 'incoming');
    await writeFile(path, file);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const incoming = { path, sha256, size: file.length, name: '报告.json' };
    return (await new SubmitReport(service).execute(incoming)).report.id;
  };
  const stateOf = async (id: string) => (await service.reports.byId(id))?.state;

  it('set a report aside that can never be read, say why, and go on', async () => {
    const broken = { ...service, scratch: join(folder, 'missing') };
    const id = await submit(smallReport(2021));
    const queue = new EmbeddedQueue({
      ...{ ...service, clock: systemClock, worker: 'on trial', onFault: () => undefined },
      timing: { lease: 1000, poll: 20, rest: 1 },
    });
    queue.start(new RunJob(broken));
    while ((await service.jobs.unfinished()) > 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await queue.stop();
    expect(await stateOf(id)).toMatchObject({ kind: 'set-aside' });
    expect(await service.jobs.last(ingest(id))).toMatchObject({ state: 'failed', attempts: 3 });
  });

  it('do nothing the second time', async () => {
    const jobs = new RunJob(service);
    const id = await submit(smallReport(2021));
    for (let time = 0; time < 2; time++) {
      await jobs.run(ingest(id));
      await jobs.run(evaluate2021);
    }
    expect(await service.determinations.evaluations(key)).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ kind: 'accepted', rows: { accepted: 4 } });
  });

  it('accept a report once where two workers read it at the same time', async () => {
    const id = await submit(smallReport(2021));
    await Promise.all([1, 2].map(() => new RunJob(service).run(ingest(id))));
    expect(await stateOf(id)).toMatchObject({ kind: 'accepted', rows: { accepted: 4 } });
  });

  it('evaluate again what changed while they were at it', async () => {
    const jobs = new RunJob(service);
    await jobs.run(ingest(await submit(smallReport(2021))));
    const late = await submit(smallReport(2020));
    const content = service.reports.content.bind(service.reports);
    const overtaken = jest
      .spyOn(service.reports, 'content')
      .mockImplementationOnce(async (report) => {
        await jobs.run(ingest(late));
        return content(report);
      });
    await jobs.run(evaluate2021);
    expect(overtaken).toHaveBeenCalledTimes(3);
    const [only, ...others] = await service.determinations.evaluations(key);
    expect(others).toEqual([]);
    const canonical = await service.determinations.canonical(only?.hash ?? '');
    expect(JSON.parse(canonical ?? '')).toMatchObject({ inputs: [{ year: 2020 }, { year: 2021 }] });
  });
});
