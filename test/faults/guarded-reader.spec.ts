import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import { coverFields } from '../contract/report/small-programme.js';
import { sheetOf, withWorkbook } from '../contract/report/workbook-of-parts.js';

/** What came of a reading, and what its sink was told. */
async function readGuarded(path: string, limits: typeof usual, inRows = () => Promise.resolve()) {
  const told: unknown[] = [];
  const reader = new GuardedReader(programmes, limits);
  const result = await reader
    .read(path, {
      cover: ({ subject, programme }) => {
        told.push(subject.name, programmes.includes(programme));
      },
      rows: async (batch) => {
        await inRows();
        for (const { ledger, rows } of batch) told.push(ledger, rows.length);
      },
    })
    .finally(() => reader.close());
  return { ...result, told };
}

const fields = coverFields.map(([label, value]) =>
  label === '项目编码' ? [label, '2019-city-operation'] : [label, value],
);
const rows = Array.from({ length: 20_000 }, (_, at) => [`区${at}`]);
const sketch = {
  sheets: { 封面: sheetOf(fields), 集聚区: sheetOf([['名称', '级别'], ...rows]) },
};

const usual = { megabytes: 256, seconds: 20 };

describe('a guarded reading', () => {
  it('gives what the reading itself gives', async () => {
    await withWorkbook(sketch, async (path) => {
      const said = await readGuarded(path, usual);
      expect(said).toMatchObject({
        kind: 'read',
        ledgers: { 'cluster-zones': { accepted: 20_000, rejected: 0 } },
      });
      expect(said.told.slice(0, 3)).toEqual(['示例市', true, 'cluster-zones']);
    });
  });

  it('refuses a file that takes too long without progress', async () => {
    await withWorkbook(sketch, async (path) => {
      const limits = { ...usual, seconds: 0.001 };
      expect(await readGuarded(path, limits)).toMatchObject({ code: 'too-slow', told: [] });
    });
  });

  it('refuses a file that takes too much memory, and lives on', async () => {
    await withWorkbook(sketch, async (path) => {
      const limits = { ...usual, megabytes: 1 };
      expect(await readGuarded(path, limits)).toMatchObject({ code: 'too-large' });
    });
  });

  it('stops where the sink fails, and says what the sink said', async () => {
    await withWorkbook(sketch, async (path) => {
      const failing = () => Promise.reject(new Error('the disk is full'));
      await expect(readGuarded(path, usual, failing)).rejects.toThrow('the disk is full');
    });
  });
});
