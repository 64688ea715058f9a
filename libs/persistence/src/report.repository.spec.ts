import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentWriter } from '#application';
import { AuditRepository } from './audit.repository.js';
import { SqliteDatabase } from './sqlite-database.js';
import { LedgerRowEntity } from './entities/report-content.entity.js';
import { ReportRepository } from './report.repository.js';

const at = '2026-11-21T12:00:00.000+08:00';

describe('a report that is settled without content', () => {
  it.each<[string, (content: ContentWriter, reports: ReportRepository) => Promise<void>]>([
    ['refused', (content) => content.refuse({ code: 'damaged', message: '坏了。' }, at)],
    ['set aside', (_, reports) => reports.setAside('one', '读不了。', at)],
  ])('keeps no row that was written of it: %s', async (_, settle) => {
    const folder = await mkdtemp(join(tmpdir(), 'reports-'));
    const database = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
    const reports = new ReportRepository(database);
    const audit = new AuditRepository(database);
    const entry = { at, who: 'the test', what: 'report-received', about: {} } as const;
    const content = await database.run(async () => {
      await audit.add(entry);
      const subject = { programme: '2019-city-operation', code: '999901' };
      const came = {
        file: 'f',
        fileName: 'n',
        fileSize: 1,
        receivedAt: at,
        receivedFrom: 'c',
        beside: false,
      };
      await reports.add({ id: 'one', subject, ...came });
      const begun = await reports.write('one');
      await begun.rows('institutions', [{ row: 2, values: '{}' }]);
      return begun;
    });
    expect(await database.reader.count(LedgerRowEntity)).toBe(1);
    await database.run(async () => {
      await audit.add(entry);
      await settle(content, reports);
    });
    expect(await database.reader.count(LedgerRowEntity)).toBe(0);
    await database.close();
    await rm(folder, { recursive: true });
  });
});
