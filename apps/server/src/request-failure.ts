import type { Failure, Outcome } from '#application';

/** Carries an expected failure from a controller to the filter that answers it. */
export class RequestFailure extends Error {
  constructor(readonly failure: Failure | UploadFailure) {
    super(failure.kind);
  }
}

/** What can be wrong with an upload itself. */
export type UploadFailure =
  { readonly kind: 'file-missing' } | { readonly kind: 'file-too-large'; readonly limit: number };

/** The value of an outcome; its failure becomes the answer to the request. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RequestFailure(outcome.failure);
  return outcome.value;
}
