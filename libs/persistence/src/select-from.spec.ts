import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { In, LessThan, MoreThan } from 'typeorm';
import { AuditEntryEntity } from './entities/audit-entry.entity.js';
import { ReportMoveEntity } from './entities/report-move.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import type { Row } from './change-in.js';
import type { Wanted } from './select-from.js';
import { SqliteDatabase } from './sqlite-database.js';

describe('plain rows', () => {
  let folder: string;
  let database: SqliteDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plain-rows-'));
    database = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
    const said = { move: 'submit', from: 'draft', to: 'submitted', opinion: '', reasons: '[]' };
    const by = { who: 'w', role: 'city-clerk', at: '', round: 1, parts: '[]' };
    await database.run(async () => {
      for (const sequence of [1, 2, 3, 4, 5]) {
        const of = { programme: 'p', subjectCode: 'c', year: sequence === 5 ? 2022 : 2021 };
        const row = { id: `m${sequence}`, sequence, ...of, ...said, ...by };
        await database.writer.insert(ReportMoveEntity, row);
      }
    });
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const ask = (wanted: Wanted) => database.rows(ReportMoveEntity, wanted);
  const later = { year: 2021, sequence: MoreThan(1) };

  it.each<[Wanted, number]>([
    [{ where: later, order: { sequence: 'DESC' }, take: 2 }, 2],
    [{ where: later, order: { sequence: 'ASC' } }, 3],
    [{ where: { number: LessThan(3) }, order: { number: 'ASC' } }, 2],
    [{ where: { programme: 'nowhere' } }, 0],
  ])('of %j are those that TypeORM finds', async (wanted, count) => {
    const { where, order, take } = wanted;
    const options = { where, ...(order && { order }), ...(take && { take }) };
    const found = await database.reader.find(ReportMoveEntity, options);
    expect(found).toHaveLength(count);
    expect(await ask(wanted)).toEqual(found.map((row) => Object.fromEntries(Object.entries(row))));
  });

  it('are added and changed by their properties, and by nothing else', async () => {
    const entry = { at: '2021', who: 'w', what: 'w', about: '{}' };
    const file = { file: 'f', fileName: 'f', fileSize: 1, receivedAt: '2021' };
    const number = { number: 1 };
    const nothing = { nothing: 1 };
    const changed = await database.run(async () => {
      await database.add(AuditEntryEntity, entry);
      await database.add(ReportEntity, { id: 'r', state: 'received', ...file });
      return database.update(ReportEntity, number, { fileName: 'g', subjectCode: 'c' });
    });
    expect(changed).toBe(1);
    const kept = { ...file, fileName: 'g', subjectCode: 'c', receivedFrom: 'system', year: null };
    expect(await database.row(ReportEntity, number)).toMatchObject(kept);
    expect(await database.row(AuditEntryEntity, { at: '2021' })).toMatchObject(entry);
    const add = (row: Row) => database.add(AuditEntryEntity, row);
    const update = (row: Row) => database.update(ReportEntity, number, row);
    await expect(database.run(() => add(nothing))).rejects.toThrow('has no nothing');
    await expect(database.run(async () => update(nothing))).rejects.toThrow('has no nothing');
    await expect(add(entry)).rejects.toThrow('a write outside an open transaction');
    expect(() => update({ fileName: '' })).toThrow('a write outside an open transaction');
  });

  it('cannot be asked for by what is no property, or in a way that is not known', () => {
    expect(() => ask({ where: { nothing: 1 } })).toThrow('ReportMoveEntity has no nothing');
    expect(() => ask({ where: { year: In([2021]) } })).toThrow("'in' is not asked of plain rows");
  });
});
