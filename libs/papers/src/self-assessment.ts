import { formatScaled, type DeterminationDocument, type Programme } from '#engine';
import { grouped } from '#wording';
import { capitalAmountOf } from './amounts.js';
import { cell, plain, type Block, type Cell, type Composed } from './paper.js';
import { pointsOfExecution, scoreOf, scoreOfExecution, scoring, totalOf } from './score.js';
import { askedOf, indicatorGroups, reachedOf, type IndicatorGroup } from './target-rows.js';

const { head, left, figure } = cell;

/** Characters that the column of deviations takes in about six lines. */
const mostInCell = 60;
const longestName = 100;

/** What a self-assessment (绩效目标自评表) is made of. */
export interface SelfAssessment {
  readonly programme: Programme;
  readonly document: DeterminationDocument;
  /** False for what a draft came to. */
  readonly isSubmitted: boolean;
  /** Who filled the report in; empty where it does not say. */
  readonly filledBy: string;
  /** Why targets were missed, and what is done about it, by target. */
  readonly deviations: ReadonlyMap<string, string>;
  /** Hundredths of a point by target, and the document that sets them. */
  readonly weights?: {
    readonly document: string;
    readonly points: Readonly<Record<string, number>>;
  };
}

/** The table in the ministry's usual columns. */
export function selfAssessmentPaper(given: SelfAssessment): Composed {
  const { programme, document, isSubmitted, weights } = given;
  const { points } = weights ?? {};
  const execution = points ? scoreOfExecution(document.execution) : null;
  const scores = points
    ? document.targets.map((verdict) => scoreOf(verdict, points[verdict.id] ?? 0))
    : [null];
  const total = totalOf([execution, ...scores]);
  const deviations = deviationsOf(given);
  const blocks: readonly Block[] = [
    identity(given),
    funds(given, execution),
    indicators(given, deviations.inCell, total),
    ...(deviations.below.length > 0
      ? [{ kind: 'notes', label: '说明', notes: deviations.below } as const]
      : []),
    { kind: 'notes', label: '注', notes: notes(given) },
    { kind: 'seal', by: `填报单位（盖章）：${sealedBy(given)}` },
  ];
  const standing = isSubmitted ? '' : '，草稿，尚未报送';
  const subtitle = `（${programme.name}，${document.year}年度${standing}）`;
  const met = document.targets.filter(({ outcome }) => outcome === 'met').length;
  const score = total === null ? '未合计总分' : `总分${formatScaled(BigInt(total), 2)}分`;
  const gist = `绩效目标${document.targets.length}项，达标${met}项；${score}。`;
  return { paper: { title: '绩效目标自评表', subtitle, blocks }, gist };
}

/** What the column of deviations says of each target, and what is too long for it. */
function deviationsOf({ document, deviations }: SelfAssessment) {
  const inCell = new Map<string, string>();
  const below: string[] = [];
  for (const { id, name } of document.targets) {
    const deviation = plain(deviations.get(id) ?? '');
    const isLong = deviation.length > mostInCell;
    if (isLong) below.push(`${name}：${deviation}`);
    inCell.set(id, isLong ? `见表后说明${below.length}` : deviation);
  }
  return { inCell, below };
}

/** The unit that filled the report in, where that is a name, else the subject. */
function sealedBy({ filledBy, document }: SelfAssessment): string {
  const unit = plain(filledBy);
  return unit === '' || unit.length > longestName ? plain(document.subject.name) : unit;
}

function identity({ programme, document, filledBy }: SelfAssessment): Block {
  const { subject, year } = document;
  return {
    kind: 'table',
    ...{ widths: [22, 66, 22, 46], headRows: 0 },
    rows: [
      [head('项目名称'), left(programme.name), head('政策依据'), left(programme.document)],
      [
        ...[head('填报主体'), left(`${plain(subject.name)}（${subject.code}）`)],
        ...[head('评定年度'), left(`${year}年`)],
      ],
      [head('填报单位'), left(plain(filledBy), { across: 3 })],
    ],
  };
}

function funds({ document, weights }: SelfAssessment, score: number | null): Block {
  const { budget = null, spent = null, rate = null } = document.execution ?? {};
  const amount = (value: string | null): Cell => figure(value);
  return {
    kind: 'table',
    ...{ widths: [28, 32, 32, 28, 18, 18], headRows: 1 },
    rows: [
      [
        '项目资金（万元）',
        '全年预算数（A）',
        '全年执行数（B）',
        '执行率（B÷A）',
        '分值',
        '得分',
      ].map((text) => head(text)),
      [
        ...[head('年度资金总额'), amount(budget), amount(spent)],
        rate === null ? { text: '' } : { text: `${rate}%`, align: 'right' },
        ...[points(weights ? pointsOfExecution : null), points(score)],
      ],
      [
        head('执行数大写'),
        left(spent === null ? '' : `${capitalAmountOf(spent)}（${grouped(spent)}万元）`, {
          across: 5,
        }),
      ],
    ],
  };
}

function indicators(
  given: SelfAssessment,
  deviations: ReadonlyMap<string, string>,
  total: number | null,
): Block {
  const groups = indicatorGroups(given.document.targets);
  const heads = ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'];
  return {
    kind: 'table',
    ...{ widths: [10, 10, 31, 19, 26, 11, 11, 38], headRows: 1 },
    rows: [
      [...heads, '偏差原因分析及改进措施'].map((text) => head(text)),
      ...groups.flatMap((group, index) =>
        groupRows({ ...given, deviations }, group, spanOfFirst(groups, index)),
      ),
      [
        head('总分', { across: 5 }),
        ...[points(given.weights ? 10_000 : null), points(total), left('')],
      ],
    ],
  };
}

/** How many rows 一级指标 takes at the first group of its name; none at the others. */
function spanOfFirst(groups: readonly IndicatorGroup[], index: number): number {
  const name = groups[index]?.first;
  if (groups[index - 1]?.first === name) return 0;
  return groups
    .filter(({ first }) => first === name)
    .reduce((sum, { verdicts }) => sum + verdicts.length, 0);
}

function groupRows(
  { weights, deviations }: Pick<SelfAssessment, 'weights' | 'deviations'>,
  { first, second, verdicts }: IndicatorGroup,
  span: number,
): readonly (readonly Cell[])[] {
  return verdicts.map((verdict, index) => {
    const worth = weights?.points[verdict.id];
    return [
      ...(index === 0 && span > 0 ? [{ text: first, down: span }] : []),
      ...(index === 0 ? [{ text: second, down: verdicts.length }] : []),
      ...[left(verdict.name), { text: askedOf(verdict) }, { text: reachedOf(verdict) }],
      ...[points(worth ?? null), points(worth === undefined ? null : scoreOf(verdict, worth))],
      left(deviations.get(verdict.id) ?? ''),
    ];
  });
}

function points(hundredths: number | null): Cell {
  return figure(hundredths === null ? null : formatScaled(BigInt(hundredths), 2));
}

function notes({ programme, document, weights }: SelfAssessment): readonly string[] {
  const { execution } = document;
  return [
    weights
      ? `分值由“${plain(weights.document)}”确定；得分按${scoring.document}单位自评的办法计算。${scoring.rule}；有一项不能计分的，不合计总分。`
      : '本年度尚未确定分值，分值、得分各栏空白。',
    ...(execution === undefined
      ? ['报告没有填报“资金使用”，预算执行率不作填列，不是零。']
      : execution.rejectedRows > 0
        ? [`“资金使用”有${execution.rejectedRows}行填写有误，改正以前不计算预算执行率。`]
        : []),
    '得分只供自评和评定参考；拨付条件是否符合，按现行拨付规则判定。',
    `一级、二级指标按指标性质归类（计数的为数量指标，由核查结论认定的为质量指标，增幅为经济效益指标）；三级指标和指标值出自${programme.document}。`,
  ];
}
