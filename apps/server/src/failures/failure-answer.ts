import type { Failure } from '#application';
import type { FailureView } from '#contracts';
import type { EdgeFailure } from '../request-failure.js';
import type { Answers } from './answer.js';
import { moneyFailures } from './money-failures.js';
import { paperFailures } from './paper-failures.js';
import { peopleFailures } from './people-failures.js';
import { reportFailures } from './report-failures.js';
import { requestFailures } from './request-failures.js';
import { reviewFailures } from './review-failures.js';

/** The only place that knows both a failure and HTTP. */
const answers: Answers = {
  ...requestFailures,
  ...peopleFailures,
  ...reportFailures,
  ...reviewFailures,
  ...moneyFailures,
  ...paperFailures,
};

/** How an expected failure is answered. */
export function failureAnswer(failure: Failure | EdgeFailure): {
  readonly status: number;
  readonly body: FailureView;
} {
  const { status, message, messageEn } = answerTo(failure.kind, failure);
  return { status, body: { error: { code: failure.kind, message, messageEn } } };
}

function answerTo<Kind extends keyof Answers>(kind: Kind, failure: Parameters<Answers[Kind]>[0]) {
  return answers[kind](failure);
}
