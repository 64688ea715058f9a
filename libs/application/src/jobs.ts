/** Every job that there is. A job carries ids, never documents. */
export type Job =
  | { readonly kind: 'ingest-report'; readonly report: string }
  | {
      readonly kind: 'evaluate-subject';
      readonly programme: string;
      readonly code: string;
      readonly year: number;
    };

/** Of the jobs with one key at most one waits, and at most one runs. */
export function jobKey(job: Job): string {
  switch (job.kind) {
    case 'ingest-report':
      return `ingest-report/${job.report}`;
    case 'evaluate-subject':
      return `evaluate-subject/${job.programme}/${job.code}/${job.year}`;
  }
}

/** The job with this key. Throws where there is none such. */
export function jobFromKey(key: string): Job {
  const [kind, first, code, year] = key.split('/');
  if (kind === 'ingest-report' && first) return { kind, report: first };
  if (kind === 'evaluate-subject' && first && code && year) {
    return { kind, programme: first, code, year: Number(year) };
  }
  throw new Error(`no job has the key ${key}`);
}
