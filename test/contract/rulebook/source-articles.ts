import { readFileSync } from 'node:fs';

/** The source's articles that the rules cite, by their printed marks, without white space. */
export function articlesOf(programmeId: string): ReadonlyMap<string, string> {
  const text = readFileSync(
    new URL(`../../../libs/rulebook/source/${programmeId}.txt`, import.meta.url),
    'utf8',
  );
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [article = '', ...lines] = part.split('\n');
        return [article, lines.join('').replace(/\s/g, '')];
      }),
  );
}
