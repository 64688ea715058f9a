import { conflict, notFound, unfit, type Answers } from './answer.js';

/** Papers. */
export const paperFailures = {
  'unknown-paper': (failure) =>
    notFound(`没有文件 ${failure.id}，请从文件列表里选。`, `There is no paper ${failure.id}.`),
  'paper-too-slow': (failure) =>
    unfit(
      `文件超过${failure.seconds}秒没有写完，没有出具；请稍后再试，仍不成的，请缩短报告中的偏差原因等说明。`,
      `The paper was not written within ${failure.seconds} seconds; try again, or shorten the statements of the report.`,
    ),
  'paper-too-large': () =>
    unfit(
      '文件内容过多，没有出具；请缩短报告中的偏差原因等说明后再试。',
      'The paper says too much to be written; shorten the statements of the report.',
    ),
  'unknown-verification-code': () =>
    notFound(
      '没有这个核验码的文件：请对照文件页脚逐字核对；核对无误仍查不到的，该文件不是本系统出具的。',
      'No paper bears this code: compare it with the foot of the page.',
    ),
  'release-not-approved': () =>
    conflict(
      '这笔拨付没有批准，或已经终止，不能出具资金拨付函。',
      'This release is not approved, or has ended.',
    ),
  'release-basis-changed': () =>
    conflict(
      '这笔拨付批准以后，所依据的评定、考核结论或资金情况有了变化，不能再出具资金拨付函。',
      'What this release was approved on has changed since.',
    ),
} satisfies Partial<Answers>;
