import type { AuditEntry } from '#application';
import { auditAboutWords, auditThingWords, auditWhatWords } from '#wording';

const whatWords: Readonly<Record<AuditEntry['what'], { readonly zh: string }>> = auditWhatWords;

const isWhat = (what: string): what is AuditEntry['what'] => Object.hasOwn(whatWords, what);

/** What was done, in words; as it is kept where no version of the product knows it. */
export function wordsOfWhat(what: string): string {
  return isWhat(what) ? whatWords[what].zh : what;
}

/** What it was done to, from the JSON that is kept; that itself where it is none. */
export function wordsOfAbout(json: string): string {
  try {
    const about: unknown = JSON.parse(json);
    if (typeof about !== 'object' || about === null) return json;
    return Object.entries(about)
      .map(
        ([name, value]) =>
          `${auditAboutWords[name]?.zh ?? name}：${auditThingWords(name, value).zh}`,
      )
      .join('；');
  } catch {
    return json;
  }
}
