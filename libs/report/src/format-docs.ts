import { reportYears, type Ledger, type Programme, type Severity } from '#engine';
import { columnHint } from './column-hint.js';
import { declarableFigures } from './declared-figures.js';
import { reportSchema } from './json-schema.js';
import { problemCatalogue } from './problem-catalogue.js';

/**
 * The pages of the format's documentation that follow from declarations, by file name: for each
 * programme its sheets and its JSON schema, and the list of problems.
 */
export function formatDocs(programmes: readonly Programme[]): ReadonlyMap<string, string> {
  return new Map([
    ...programmes.flatMap((programme): [string, string][] => [
      [`${programme.id}.md`, programmePage(programme)],
      [`${programme.id}.schema.json`, `${JSON.stringify(reportSchema(programme), undefined, 2)}\n`],
    ]),
    ['problems.md', problemsPage()],
  ]);
}

const origin = '<!-- npm run docs:format 生成，不要手改 -->';

function programmePage(programme: Programme): string {
  const { id, name, document, subject, ledgers, baseYear } = programme;
  const figures = declarableFigures(programme).map(({ code, name, unit, base }) => [
    `\`${code}\``,
    name,
    unit,
    base && baseYear !== null ? `${baseYear}年（基期）和报告年度` : '报告年度',
  ]);
  return page(
    `# ${name}`,
    origin,
    `- 项目编码：\`${id}\`\n- 依据：${document}\n` +
      `- 填报主体：${subject === 'division' ? '城市或区县，六位行政区划代码' : '平台运营机构，统一社会信用代码'}\n` +
      `- 报告年度：${reportYears(programme).join('、')}\n- JSON 结构：[${id}.schema.json](${id}.schema.json)`,
    '## 年度数据',
    table(['指标编码', '指标名称', '单位', '年份'], figures),
    ...ledgers.flatMap(ledgerSection),
  );
}

function ledgerSection(ledger: Ledger): readonly string[] {
  const { sheet, hint, columns, mustAgree, belongsTo } = ledger;
  const rows = Object.values(columns).map((column) => [
    column.header,
    column.required ? '是' : '',
    columnHint(column),
  ]);
  const rules = [
    `- 记录方式：${spanInWords[ledger.span]}`,
    `- 同一项目：${sameItemInWords(ledger)}`,
    mustAgree &&
      `- “${headerOf(ledger, mustAgree.by)}”相同的各行，“${headerOf(ledger, mustAgree.on)}”须一致；不一致的都不计。`,
    belongsTo &&
      `- “${headerOf(ledger, belongsTo.by)}”须在“${belongsTo.ledger.sheet}”表的` +
        `“${headerOf(belongsTo.ledger, belongsTo.parentColumn)}”中。`,
  ];
  return [
    `## ${sheet}`,
    hint,
    table(['列', '必填', '填什么'], rows),
    rules.filter((rule) => rule !== undefined).join('\n'),
  ];
}

const spanInWords: Readonly<Record<Ledger['span'], string>> = {
  annual: '只填报告年度的情况，各年互不相加',
  flow: '只填报告年度发生的，按年计数（流量）',
  stock: '可以包括以前年度的，累计计数，同一项目只计一次（存量）',
};

function sameItemInWords(ledger: Ledger): string {
  return ledger.sameItem
    .map((ids) => ids.map((id) => `“${headerOf(ledger, id)}”`).join('和'))
    .map((key) => `${key}相同`)
    .join('；有空白的，看');
}

const headerOf = ({ columns }: Ledger, id: string) => columns[id]?.header ?? id;

const severityInWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  notice: '提示',
};

function problemsPage(): string {
  const rows = Object.entries(problemCatalogue).map(([code, kind]) => [
    `\`${code}\``,
    severityInWords[kind.severity],
    kind.title,
    kind.titleEn,
    kind.action,
  ]);
  return page(
    '# 问题代码 Problem codes',
    origin,
    '错误：该单元格或该行不能作为证明。警告：计入，但要核对。提示：不影响结果。',
    table(['代码', '级别', '含义', 'Meaning', '怎么办'], rows),
  );
}

const page = (...blocks: readonly string[]) => `${blocks.join('\n\n')}\n`;

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}
