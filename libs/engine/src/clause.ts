/** A citation: the document, the clause by its printed marks, and words quoted from it. */
export interface Clause {
  readonly document: string;
  /** Printed marks, part first: `一（三）1`. */
  readonly article: string;
  /** A contiguous piece of the source once white space is removed. */
  readonly quote: string;
}

/** Binds a document, so that each rule cites only the clause and the words. */
export function citing(document: string): (article: string, quote: string) => Clause {
  return (article, quote) => ({ document, article, quote });
}
