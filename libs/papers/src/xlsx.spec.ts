import exceljs from 'exceljs';
import { page, type Table } from './paper.js';
import { writeXlsx } from './xlsx.js';

const issue = { code: 'ABCDE-FGHJK-MNPQR-STVWX', on: '2026-11-22', checkpoint: '1:00' };
const rowsUnder = (count: number): Table => ({
  ...{ kind: 'table', widths: [page.width], headRows: 1 },
  rows: ['绩效目标', ...'甲'.repeat(count)].map((text) => [{ text }]),
});

/** The rows that are repeated on each page of a paper with a table after a short one. */
async function repeated(count: number): Promise<string | undefined> {
  const blocks = [rowsUnder(1), rowsUnder(count)];
  const bytes = await writeXlsx({ title: '表', subtitle: '', blocks }, issue);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook.worksheets[0]?.pageSetup.printTitlesRow;
}

describe('a paper as a workbook', () => {
  it('repeats the head of a table that takes more than a page', async () => {
    // The title, a head and a row, a gap: the long table begins in the fifth row.
    expect(await repeated(60)).toBe('5:5');
    expect(await repeated(6)).toBeUndefined();
  });
});
