import type { Failure } from '#application';
import type { EdgeFailure } from '../request-failure.js';

/** What is said of a failure over HTTP. */
export interface Answer {
  readonly status: number;
  readonly message: string;
  readonly messageEn: string;
}

type AnyFailure = Failure | EdgeFailure;

/** How each kind of failure is answered. */
export type Answers = {
  readonly [Kind in AnyFailure['kind']]: (
    failure: Extract<AnyFailure, { readonly kind: Kind }>,
  ) => Answer;
};

/** What is said with a status of HTTP. */
export const answering =
  (status: number) =>
  (message: string, messageEn: string): Answer => ({ status, message, messageEn });

export const unauthorised = answering(401);
export const forbidden = answering(403);
export const notFound = answering(404);
export const conflict = answering(409);
export const unfit = answering(422);
