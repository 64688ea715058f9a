import { readdirSync, readFileSync } from 'node:fs';
import { rulebooks } from '#rulebook';

const rules = new URL('../../../libs/rulebook/src/', import.meta.url);

describe('a rule module', () => {
  const folders = rulebooks.flatMap(({ programme: { id } }) => [`${id}/targets`, id]);
  const modules = folders.flatMap((folder) =>
    readdirSync(new URL(folder, rules), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `${folder}/${name}`),
  );

  /** Code that decides or computes; words in quotes and comments are no code. */
  const computes = (code: string) =>
    /\b(if|else|switch|for|while|function|Math|BigInt|Number)\b|[?<>%]|&&|\|\||=>|[\w)\]]\s*[-+*/]\s*[\w([]/.exec(
      code
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/'[^'\n]*'|`[^`]*`/g, "''")
        .replace(/^export \* as .*$/gm, ''),
    )?.[0];

  it.each(modules)('%s declares and does not compute', (path) => {
    expect(computes(readFileSync(new URL(path, rules), 'utf8'))).toBeUndefined();
  });

  it.each(['a + b', 'if (x) y', 'x ? y : z', 'n * 2', '(row) => row.value', 'a && b', 'a > b'])(
    'would be caught computing %s',
    (code) => {
      expect(computes(code)).toBeDefined();
    },
  );
});
