import type { DeterminationDocument, Outcome, Programme } from '#engine';
import { gateWords, grouped, outcomeWords } from '#wording';
import { capitalAmountOf } from './amounts.js';
import { cell, dayInWords, plain, type Block, type Composed, type Paper } from './paper.js';
import { askedOf } from './target-rows.js';

const { head, left } = cell;

/** What the two ministries concluded, as papers cite it. */
export interface CitedConclusion {
  readonly document: string;
  readonly date: string;
  readonly result: 'passed' | 'failed';
}

/** What a summary (绩效评定情况汇总) is made of. */
export interface Summary {
  readonly programme: Programme;
  readonly document: DeterminationDocument;
  /** The hash that names the determination. */
  readonly hash: string;
  readonly conclusion: CitedConclusion | null;
  /** 万元; null where no award is recorded. */
  readonly money: {
    readonly award: string | null;
    readonly paid: string;
    readonly released: string;
    readonly remaining: string | null;
  };
}

/** What a year's determination came to, for those who decide on it. */
export function summaryPaper(given: Summary): Composed {
  const { programme, document } = given;
  const { subject, year, gate } = document;
  const paper: Paper = {
    title: '绩效评定情况汇总',
    subtitle: `（${plain(subject.name)}，${year}年度）`,
    blocks: [
      { kind: 'heading', text: '一、基本情况' },
      facts(given),
      { kind: 'heading', text: '二、评定结果' },
      {
        kind: 'paragraph',
        text: `${programme.name}绩效目标共${document.targets.length}项，${countsOf(document)}。按拨付规则，量化指标拨付条件${gateWords[gate.quantified].zh}，总体拨付条件${gateWords[gate.overall].zh}${blockingOf(document)}。`,
      },
      { kind: 'paragraph', text: conclusionOf(given.conclusion) },
      { kind: 'heading', text: '三、逐项情况' },
      targets(document),
      { kind: 'heading', text: '四、资金情况' },
      money(given),
      {
        kind: 'notes',
        label: '注',
        notes: [
          `本汇总出自评定结果 ${given.hash}，规则版本${document.rulebook}，评定程序版本${document.engine}，口径为核算值。`,
          `依据${programme.document}${gate.clause.article}：“${gate.clause.quote}”。`,
        ],
      },
      { kind: 'seal', by: '（盖章）' },
    ],
  };
  return { paper, gist: `总体拨付条件${gateWords[gate.overall].zh}。` };
}

function facts({ programme, document }: Summary): Block {
  const { subject, year, rows, inputs, plan } = document;
  return {
    kind: 'table',
    ...{ widths: [24, 60, 24, 48], headRows: 0 },
    rows: [
      [head('项目名称'), left(programme.name), head('政策依据'), left(programme.document)],
      [
        ...[head('填报主体'), left(`${plain(subject.name)}（${subject.code}）`)],
        ...[head('评定年度'), left(`${year}年`)],
      ],
      [
        ...[head('备案方案'), left(plain(plan ?? '未备案，按通知要求'))],
        ...[head('报告文件'), left(`${inputs.length}份`)],
      ],
      [
        head('台账行数'),
        left(
          `计入${rows.accepted}行，因填写错误不作证据${rows.rejected}行，经核查剔除${rows.excluded}行`,
          { across: 3 },
        ),
      ],
    ],
  };
}

function countsOf({ targets }: DeterminationDocument): string {
  const outcomes: readonly Outcome[] = ['met', 'not_met', 'undetermined', 'not_applicable'];
  return outcomes
    .map((outcome) => ({
      outcome,
      count: targets.filter((each) => each.overall === outcome).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${outcomeWords[outcome].zh}${count}项`)
    .join('，');
}

function blockingOf({ gate, targets }: DeterminationDocument): string {
  const names = targets
    .filter(({ id }) => gate.blocking.overall.includes(id))
    .map(({ name }) => `“${name}”`);
  return names.length > 0 ? `，未符合的原因在于${names.join('、')}` : '';
}

/** The official conclusion, in words. */
function conclusionOf(conclusion: CitedConclusion | null): string {
  if (!conclusion) return '两部门考核结论：尚未记录。';
  const result = conclusion.result === 'passed' ? '通过' : '未通过';
  return `两部门考核结论：${result}（${plain(conclusion.document)}，${dayInWords(conclusion.date)}）。`;
}

function targets({ targets: verdicts }: DeterminationDocument): Block {
  return {
    kind: 'table',
    ...{ widths: [9, 36, 22, 18, 71], headRows: 1 },
    rows: [
      ['序号', '绩效目标', '指标值', '评定', '说明'].map((text) => head(text)),
      ...verdicts.map((verdict, index) => [
        { text: String(index + 1) },
        left(`${verdict.name}（${verdict.clause.article}）`),
        { text: `${askedOf(verdict)}${verdict.due ? '' : '（本年不考核）'}` },
        { text: outcomeWords[verdict.overall].zh },
        left(plain(`${verdict.reason}${awaitingOf(verdict)}`)),
      ]),
    ],
  };
}

function awaitingOf({ awaiting }: DeterminationDocument['targets'][number]): string {
  return awaiting.length === 0 ? '' : `尚待核查：${awaiting.map(({ what }) => what).join('、')}。`;
}

function money({ money: { award, paid, released, remaining } }: Summary): Block {
  const line = (name: string, amount: string | null) => [
    head(name),
    amount === null
      ? left('尚未记录', { across: 2 })
      : { text: grouped(amount), align: 'right' as const },
    ...(amount === null ? [] : [left(capitalAmountOf(amount))]),
  ];
  return {
    kind: 'table',
    ...{ widths: [36, 36, 84], headRows: 1 },
    rows: [
      ['资金', '金额（万元）', '大写'].map((text) => head(text)),
      line('核定资金', award),
      line('首批已拨付', paid),
      line('此后已批准拨付', released),
      line('剩余资金', remaining),
    ],
  };
}
