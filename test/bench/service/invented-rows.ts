import type { LedgerRow } from '#engine';

/** Rows of twelve cells, as an accepted report gives them. */
export function inventedRows(first: number, count: number): readonly LedgerRow[] {
  return Array.from({ length: count }, (_, index) => {
    const row = first + index;
    return {
      row,
      values: {
        registration: `示知登〔2021〕${row}号`,
        name: `示例市知识产权运营服务有限公司${row}`,
        creditCode: `91990101${row.toString().padStart(9, '0')}X`,
        type: '发明专利',
        number: `20211${row.toString().padStart(7, '0')}X`,
        local: row % 2 === 0,
        amount: 1_000_000 + (row % 90_000),
        revenue: 5_000_000_000 + row,
        patents: row % 40,
        startedOn: '2020-06-01',
        registeredOn: '2021-03-15',
        note: row % 3 === 0 ? null : '已核验原件',
      },
    };
  });
}
