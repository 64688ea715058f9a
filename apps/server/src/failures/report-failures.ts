import type { MoveName, MoveRule, YearState } from '#application';
import { roleWords } from '#wording';
import { conflict, notFound, unfit, type Answers } from './answer.js';

const stateWords: Readonly<Record<YearState, string>> = {
  draft: '草稿',
  submitted: '已提交',
  forwarded: '省级转报',
  verified: '核查通过',
  returned: '退回',
};

const moveWords: Readonly<Record<MoveName, string>> = {
  submit: '提交',
  forward: '转报',
  verify: '核查通过',
  return: '退回',
};

function possibleWords(rules: readonly MoveRule[]): string {
  return rules.map(({ move, by }) => `由${roleWords[by].zh}${moveWords[move]}`).join('、');
}

/** Subjects, their reports, and what these came to. */
export const reportFailures = {
  'unknown-programme': (failure) =>
    notFound(`没有项目 ${failure.programme}，请核对项目编码。`, 'No such programme.'),
  'unfit-code': (failure) =>
    unfit(
      `${failure.code} 不是${failure.subject === 'division' ? '六位行政区划代码' : '统一社会信用代码'}，请核对。`,
      'No such code can be of a subject of this programme.',
    ),
  'subject-exists': (failure) =>
    conflict(
      `${failure.known.code} 已按 ${failure.known.document} 登记为“${failure.known.name}”。`,
      'This subject is enrolled already, with other particulars.',
    ),
  'unknown-report': () => notFound('没有这份报告，请从报告列表里选。', 'No such report.'),
  'not-to-be-marked': () =>
    conflict(
      '只有读取成功的 .xlsx 工作簿才有标注副本。',
      'Only a workbook that was accepted can be marked.',
    ),
  'unknown-subject': (failure) =>
    notFound(`没有填报主体 ${failure.code}，请核对代码；没有登记的请先登记。`, 'No such subject.'),
  'unknown-determination': () =>
    notFound('没有这份评定结果，请核对年度和散列。', 'No such determination.'),
  'not-evaluated': (failure) =>
    notFound(`${failure.year}年尚无评定结果，请先上传该年的报告。`, 'Not evaluated yet.'),
  'no-yearly-run': (failure) =>
    notFound(`${failure.year}年度评定尚未开始，请先开始。`, 'That yearly run was not begun.'),
  'run-unfinished': (failure) =>
    notFound(
      `${failure.year}年度评定尚未完成，请完成以后再看。`,
      'That yearly run is not finished.',
    ),
  'year-not-assessed': (failure) =>
    unfit(
      `${failure.year}年不是考核年度，考核年度为${failure.years.join('、')}。`,
      `Assessed years: ${failure.years.join(', ')}.`,
    ),
  'year-not-over': (failure) =>
    unfit(
      `${failure.year}年还没有结束，年度评定最早于${failure.year + 1}年1月1日（北京时间）开始；此前请看各主体的自评。`,
      `${failure.year} is not over; its run begins on ${failure.year + 1}-01-01 in Beijing at the earliest.`,
    ),
  'year-not-reported': (failure) =>
    unfit(
      `${failure.year}年不是报告年度，报告年度为${failure.years.join('、')}。`,
      `Years reported: ${failure.years.join(', ')}.`,
    ),
  'report-move-not-possible': (failure) =>
    conflict(
      `报告处于“${stateWords[failure.state]}”，您不能${moveWords[failure.move]}；` +
        `可以：${possibleWords(failure.possible) || '无'}。`,
      `The report is ${failure.state}; possible: ` +
        `${failure.possible.map(({ move, by }) => `${move} by ${by}`).join(', ')}.`,
    ),
  'nothing-to-submit': (failure) =>
    conflict(
      `${failure.year}年还没有读取成功的报告文件，请先上传。`,
      `No report file of ${failure.year} was accepted yet.`,
    ),
  'reading-unfinished': (failure) =>
    conflict(
      `报告文件 ${failure.report} 还在读取，请读完后再提交。`,
      `Report ${failure.report} is still being read.`,
    ),
  'reasons-needed': () =>
    unfit(
      '退回须逐项说明理由：按绩效目标，或按行。',
      'To return a report needs a reason for a target or a row.',
    ),
  'reasons-not-asked': (failure) =>
    unfit(`${moveWords[failure.move]}不须逐项说明理由，请去掉。`, 'Only a return has reasons.'),
  'unknown-row': (failure) =>
    unfit(
      `报告 ${failure.part} 的工作表“${failure.sheet}”没有第${failure.row}行，请核对行号。`,
      `The report has no row ${failure.row} on this sheet.`,
    ),
  'unknown-ledger': (failure) =>
    unfit(
      `没有台账 ${failure.ledger}，可用：${failure.known.join('、')}。`,
      `Ledgers: ${failure.known.join(', ')}.`,
    ),
  'unknown-round': (failure) =>
    notFound(
      `${failure.year}年没有第${failure.round}次提交，请核对次数。`,
      `There is no round ${failure.round}.`,
    ),
} satisfies Partial<Answers>;
