import { standings, type Standing } from './standing.js';

/** Every job that there is. A job carries ids, never documents. */
export type Job =
  | { readonly kind: 'ingest-report'; readonly report: string }
  | {
      readonly kind: 'evaluate-subject';
      readonly programme: string;
      readonly code: string;
      readonly year: number;
      readonly standing: Standing;
    }
  | {
      /** On what was submitted. */
      readonly kind: 'evaluate-in-run';
      readonly programme: string;
      readonly code: string;
      readonly year: number;
    }
  | { readonly kind: 'send-reminder'; readonly reminder: string }
  | { readonly kind: 'sum-up-run'; readonly programme: string; readonly year: number };

/** Of the jobs with one key at most one waits, and at most one runs. */
export function jobKey(job: Job): string {
  switch (job.kind) {
    case 'ingest-report':
      return `ingest-report/${job.report}`;
    case 'send-reminder':
      return `send-reminder/${job.reminder}`;
    case 'evaluate-subject':
      return `${job.kind}/${job.programme}/${job.code}/${job.year}/${job.standing}`;
    case 'evaluate-in-run':
      return `${job.kind}/${job.programme}/${job.code}/${job.year}`;
    case 'sum-up-run':
      return `${job.kind}/${job.programme}/${job.year}`;
  }
}

/** The job with this key. Throws where there is none such. */
export function jobFromKey(key: string): Job {
  const [kind, first, second, third, fourth] = key.split('/');
  if (kind === 'ingest-report' && first) return { kind, report: first };
  if (kind === 'send-reminder' && first) return { kind, reminder: first };
  if (kind === 'sum-up-run' && first && second) {
    return { kind, programme: first, year: Number(second) };
  }
  if (kind === 'evaluate-in-run' && first && second && third) {
    return { kind, programme: first, code: second, year: Number(third) };
  }
  const standing = standings.find((each) => each === fourth);
  if (kind === 'evaluate-subject' && first && second && third && standing) {
    return { kind, programme: first, code: second, year: Number(third), standing };
  }
  throw new Error(`no job has the key ${key}`);
}
