import type { Failure, Outcome } from '#application';

/** Carries an expected failure from a controller to the filter that answers it. */
export class RequestFailure extends Error {
  constructor(readonly failure: Failure | EdgeFailure) {
    super(failure.kind);
  }
}

/** What can be wrong at this edge alone: with an upload itself, or with the server. */
export type EdgeFailure =
  | { readonly kind: 'not-ready'; readonly why: string }
  | { readonly kind: 'key-missing' }
  /** @property code as Node's HTTP parser names what it found */
  | { readonly kind: 'unreadable-request'; readonly code: string }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'role-not-allowed' }
  | { readonly kind: 'area-not-allowed' }
  | { readonly kind: 'scope-not-allowed' }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'too-many-requests'; readonly seconds: number }
  | { readonly kind: 'file-missing' }
  | { readonly kind: 'upload-malformed'; readonly why: string }
  | { readonly kind: 'file-too-large'; readonly limit: number };

/** The value of an outcome; its failure becomes the answer to the request. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RequestFailure(outcome.failure);
  return outcome.value;
}
