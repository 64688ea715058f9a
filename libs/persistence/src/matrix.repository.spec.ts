import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { exampleSubject } from '../../../test/example-subject.js';
import { openStore } from './open-store.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key = { programme: '2019-city-operation', code: '999901' };
const verdict = {
  ...{ id: 't', outcome: 'met', overall: 'met', due: true, margin: '3', unit: '家' },
  ...{ difference: null, reason: '达标。' },
};

it('shows a determination that was frozen before lists had lines of their own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'matrix-'));
  const stores = await openStore(folder, 'product');
  await stores.transactions.run(async () => {
    await stores.audit.add({ at, who: 'system', what: 'determination-made', about: {} });
    await stores.subjects.add(exampleSubject(key.code));
    const gate = { quantified: 'eligible', overall: 'eligible' } as const;
    const canonical = JSON.stringify({ gate, targets: [verdict] });
    const document = { year: 2021, gate, rulebook: '1', engine: '1', targets: [] };
    await stores.determinations.add(key, 'submitted', { hash: 'old', canonical, document }, at);
  });
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
  database.exec('DROP TRIGGER verdict_lines_no_delete; DELETE FROM verdict_lines');
  database.close();
  const page = { limit: 1 };
  const { items } = await stores.matrix.ofYear(key.programme, 2021, { kind: 'nation' }, page);
  const { id: target, reason: _, ...line } = verdict;
  expect(items[0]?.determination?.lines).toBe(JSON.stringify([{ target, ...line }]));
  await stores.close();
  await rm(folder, { recursive: true });
});
