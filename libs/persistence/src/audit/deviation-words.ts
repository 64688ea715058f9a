import type { ArchiveDeviation } from './deviation.js';

const tableWords: Readonly<Record<string, string>> = {
  audit_entry: '审计记录',
  claim: '跨主体查重依据',
  contested_claim: '跨主体重复',
  determination: '评定结果',
  evaluation: '评定',
  figure: '指标数值',
  file: '文件',
  file_piece: '文件分块',
  finding: '核查结论',
  installation: '用途',
  ledger_content: '台账',
  ledger_row: '台账行',
  money_entry: '资金记录',
  problem: '问题',
  report: '报告',
  statement: '目标完成情况',
  subject: '填报主体',
};

const named = (table: string) => (tableWords[table] ? `${table}（${tableWords[table]}）` : table);

/** What verification found, as a sentence (中文). */
export function deviationWords(found: ArchiveDeviation): string {
  switch (found.kind) {
    case 'chain-missing':
      return '审计链不存在。';
    case 'links-missing':
      return `审计链缺少第${found.from}至第${found.to}环。`;
    case 'chain-broken':
      return `审计链在第${found.number}环断裂：该环或前一环被改动。`;
    case 'tail-cut':
      return `审计链的尾部被截去：校验点为第${found.checkpoint}环，现在只到第${found.last}环。`;
    case 'chain-rewritten':
      return `审计链被改写：第${found.number}环与校验点不符。`;
    case 'row-changed':
      return `表 ${named(found.table)} 的行 ${keyOf(found.row)} 被改动。`;
    case 'row-missing':
      return `表 ${named(found.table)} 的行 ${keyOf(found.row)} 被删除。`;
    case 'row-added':
      return `表 ${named(found.table)} 的行 ${keyOf(found.row)} 不是经由系统加入的。`;
    case 'content-changed': {
      const [table = '', ledger] = found.part.split('/');
      const where = ledger === undefined ? '' : `台账 ${ledger} 的`;
      return `报告 ${found.report} 的内容被改动：${where}表 ${named(table)}。`;
    }
    case 'content-added':
      return `表 ${named(found.table)} 有报告 ${found.report} 的行，而没有这份报告。`;
    case 'file-changed':
      return `文件 ${found.sha256} 的字节被改动：与其 SHA-256 不符。`;
    case 'file-missing':
      return `文件 ${found.sha256} 不存在，而有报告或已出具的文件用到它。`;
    case 'line-unreadable':
      return `归档的第${found.line}行被改动：不是归档的格式。`;
    case 'end-missing':
      return '归档的末行缺失：文件的尾部被截去。';
    case 'end-changed':
      return '归档的末行与前文不符：被改动，或前面有行被截去。';
  }
}

/** A key with several values shows them apart. */
function keyOf(row: string): string {
  return row.split('\u001F').join('、');
}
