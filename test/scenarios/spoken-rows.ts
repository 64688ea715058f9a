import {
  claimKeys,
  itemKey,
  type DisputedItem,
  type Ledger,
  type LedgerRow,
  type Programme,
  type ReportContent,
  type RowFinding,
} from '#engine';
import type { Place, Scenario } from './scenario.js';

/** The findings of a scenario on single rows, each by the key of the row that it names. */
export function rowFindingsOf(
  { 单行核查结论 }: Scenario,
  programme: Programme,
  reports: readonly ReportContent[],
): RowFinding[] {
  return 单行核查结论.map((written) => {
    const { ledger, row } = rowAt(written, programme, reports);
    return {
      ledger: ledger.id,
      item: itemKey(ledger, row.values),
      year: Number(written.年度),
      outcome: ({ 排除: 'excluded', 确认: 'confirmed' } as const)[written.结论],
      reason: written.理由,
    };
  });
}

/** What another city claims too, by what it claims it by. */
export function disputedOf(
  { 跨市重复 }: Scenario,
  programme: Programme,
  reports: readonly ReportContent[],
): DisputedItem[] {
  return 跨市重复.map((written) => {
    const { ledger, row } = rowAt(written, programme, reports);
    const by = Object.entries(ledger.columns).find(([, { header }]) => header === written.凭)?.[0];
    const claim = claimKeys(ledger, row.values).find((key) => key.includes(`"${by ?? ''}`));
    if (claim === undefined) throw new Error(`nobody else can claim a row of ${ledger.sheet}`);
    return {
      ...{ ledger: ledger.id, claim },
      by: { code: '999902', name: '示例二市' },
      year: Number(written.对方年度 ?? written.年度),
      ...{ file: 'f'.repeat(64), row: row.row },
    };
  });
}

/** The row of a sheet that is so-manieth under its header. */
function rowAt(
  { 年度, 工作表, 行 }: Place,
  programme: Programme,
  reports: readonly ReportContent[],
): { ledger: Ledger; row: LedgerRow } {
  const ledger = programme.ledgers.find(({ sheet }) => sheet === 工作表);
  const row = reports
    .filter(({ year }) => year === Number(年度))
    .flatMap(({ ledgers }) => (ledger && ledgers[ledger.id]?.rows) ?? [])
    .find((each) => each.row === Number(行));
  if (!ledger || !row) throw new Error(`${年度}年“${工作表}” has no row ${行}`);
  return { ledger, row };
}
