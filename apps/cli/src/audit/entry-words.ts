import type { AuditEntry } from '#application';
import type { Named } from '#persistence';
import { auditAboutWords, auditThingWords, auditWhatWords } from '#wording';

const whatWords: Readonly<Record<AuditEntry['what'], { readonly zh: string }>> = auditWhatWords;

const isWhat = (what: string): what is AuditEntry['what'] => Object.hasOwn(whatWords, what);

/** What was done, in words; as it is kept where no version of the product knows it. */
export function wordsOfWhat(what: string): string {
  return isWhat(what) ? whatWords[what].zh : what;
}

type People = ReadonlyMap<string, Named>;

/** Whose an account is; empty where there is no such account. */
export function wordsOfWho(account: string, people: People): string {
  if (account === 'system') return '系统';
  const known = people.get(account);
  return known ? `${known.name}（${known.organisation}）` : '';
}

/** What it was done to, from the JSON that is kept; that itself where it is none. */
export function wordsOfAbout(json: string, people: People): string {
  try {
    const about: unknown = JSON.parse(json);
    if (typeof about !== 'object' || about === null) return json;
    return Object.entries(about)
      .map(([name, value]) => {
        const thing = `${auditAboutWords[name]?.zh ?? name}：${auditThingWords(name, value).zh}`;
        return name === 'account'
          ? `${thing} ${wordsOfWho(String(value), people)}`.trimEnd()
          : thing;
      })
      .join('；');
  } catch {
    return json;
  }
}
