import { readdirSync, readFileSync } from 'node:fs';
import { formatQuantity, type Condition, type Ledger, type Measure, type Target } from '#engine';
import { rulebooks } from './index.js';
import type { Rulebook } from './rulebook.js';
import { unmeasured, type Wording } from './wording.js';

/** The source's articles that the rules cite, by their printed marks, without white space. */
function articlesOf(programmeId: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../source/${programmeId}.txt`, import.meta.url), 'utf8');
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

/** What is left of words once white space, punctuation and the paragraph's number are dropped. */
const bare = (words: string) => words.replace(/^[1-9]\./, '').replace(/[\s\p{P}]/gu, '');

const sections = [
  {
    programmeId: '2019-city-operation',
    section: '一（三）',
    articles: ['一（三）1', '一（三）2', '一（三）3', '一（三）4'],
  },
  {
    programmeId: '2023-liaoning-platform',
    section: '指南 三',
    articles: ['指南 三·首段', ...[1, 2, 3, 4, 5, 6].map((n) => `指南 三${n}`), '指南 三·末段'],
  },
];

const rulebookOf = (id: string): Rulebook => {
  const found = rulebooks.find(({ programme }) => programme.id === id);
  if (!found) throw new Error(`no rulebook ${id}`);
  return found;
};

/** The first place where the pieces leave the section, or undefined where they are the section. */
function firstGap(wording: readonly Wording[], section: string): string | undefined {
  const pieces = wording.map(({ words }) => bare(words)).join('');
  if (pieces === section) return undefined;
  const at = [...section].findIndex((character, n) => character !== pieces[n]);
  return at < 0 ? pieces.slice(section.length) : section.slice(at, at + 12);
}

/** Everything a target's declaration names, in the words of the report and the document. */
function namesIn(target: Target, { programme }: Rulebook): ReadonlySet<string> {
  const names = new Set<string>();
  const columns = (ledger: Ledger, ids: readonly (string | undefined)[]) => {
    names.add(ledger.sheet);
    for (const id of ids) names.add((id && ledger.columns[id]?.header) ?? ledger.sheet);
  };
  const conditionsIn = (conditions: readonly Condition<string>[], ledger: Ledger): void => {
    for (const condition of conditions) {
      if (condition.kind === 'by-reading') {
        Object.values(condition.choices).forEach((choice) => {
          conditionsIn(choice, ledger);
        });
        continue;
      }
      if ('column' in condition) columns(ledger, [condition.column]);
      if ('from' in condition && 'until' in condition) {
        columns(ledger, [condition.from, condition.until]);
      }
      if (condition.kind === 'is-one-of') condition.values.forEach((value) => names.add(value));
      if (condition.kind === 'at-least') {
        names.add(formatQuantity(BigInt(condition.steps), condition.unit) + condition.unit);
      }
      if ('previous' in condition) columns(ledger, [condition.previous]);
      if ('than' in condition) figures([condition.than]);
      if ('items' in condition) {
        names.add(`${condition.items}件`);
        conditionsIn(condition.conditions, condition.ledger);
      }
      if (condition.kind === 'belongs-to-one-where' && ledger.belongsTo) {
        conditionsIn(condition.conditions, ledger.belongsTo.ledger);
      }
    }
  };
  const figures = (codes: readonly string[]) => {
    programme.figures
      .filter(({ code }) => codes.includes(code))
      .forEach(({ name }) => names.add(name));
  };
  const measureIn = (measure: Measure): void => {
    switch (measure.kind) {
      case 'by-reading':
        Object.values(measure.choices).forEach(measureIn);
        break;
      case 'each':
      case 'total':
        measure.of.forEach(measureIn);
        break;
      case 'growth':
        names.add('年均增幅');
        figures(measure.figures);
        measureIn(measure.of);
        break;
      case 'figure':
        figures([measure.code]);
        break;
      case 'sum':
        columns(measure.ledger, [measure.column, measure.oncePer]);
        conditionsIn(measure.conditions, measure.ledger);
        break;
      case 'count':
        columns(measure.ledger, [...measure.ledger.sameItem.flat(), measure.distinctBy]);
        conditionsIn(measure.conditions, measure.ledger);
        break;
    }
  };
  if (target.kind === 'measured') {
    target.confirmations.forEach(({ what }) => names.add(what));
    for (const { measure, threshold } of target.tests) {
      names.add(formatQuantity(threshold.value, threshold.unit) + threshold.unit);
      measureIn(measure);
    }
  } else {
    target.aspects.forEach(({ what }) => names.add(what));
    if (target.evidence) {
      columns(target.evidence.ledger, []);
      conditionsIn(target.evidence.conditions, target.evidence.ledger);
    }
  }
  return names;
}

describe.each(sections)('$section of $programmeId', ({ programmeId, section, articles }) => {
  const rulebook = rulebookOf(programmeId);
  const { programme, wording } = rulebook;
  const source = articlesOf(programmeId);
  const text = articles.map((article) => bare(source.get(article) ?? '')).join('');

  it('is encoded, or listed as not measurable, to the last word', () => {
    expect(firstGap(wording, text)).toBeUndefined();
  });

  it('has a source of its own for every article', () => {
    expect(articles.filter((article) => !source.has(article))).toEqual([]);
  });

  it.each(wording.map((piece, n) => [n, piece] as const))(
    'notices that piece %# is gone',
    (n, { words }) => {
      expect(firstGap(wording.toSpliced(n, 1), text)).toBeDefined();
      expect(firstGap(wording.toSpliced(n, 0, unmeasured(words, '')), text)).toBeDefined();
    },
  );

  it('names only what the targets really declare', () => {
    const claims = wording.flatMap((piece) =>
      'encodedBy' in piece ? Object.entries(piece.encodedBy) : [],
    );
    const untrue = claims.flatMap(([id, names]) => {
      const target = programme.targets.find((candidate) => candidate.id === id);
      const declared = target ? namesIn(target, rulebook) : new Set();
      return names.filter((name) => !declared.has(name)).map((name) => `${id}: ${name}`);
    });
    expect(untrue).toEqual([]);
    expect(claims.every(([, names]) => names.length > 0)).toBe(true);
  });

  it('meets every target whose clause lies in it', () => {
    const encoded = new Set(
      wording.flatMap((piece) => ('encodedBy' in piece ? Object.keys(piece.encodedBy) : [])),
    );
    const here = programme.targets.filter(({ clause }) => clause.article.startsWith(section));
    expect(here.filter(({ id }) => !encoded.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('gives a reason for every word that cannot be measured', () => {
    const reasons = wording.flatMap((piece) => ('unmeasured' in piece ? [piece.unmeasured] : []));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => reason.length < 10)).toEqual([]);
  });

  it('finds every number of a measured clause in its declaration', () => {
    const wrong = programme.targets.flatMap((target) => {
      if (target.kind === 'qualitative') return [];
      const printed = target.clause.quote.match(/\d+/g) ?? [];
      const declared = [...namesIn(target, rulebook)].flatMap((name) => /^\d+/.exec(name) ?? []);
      return printed.toSorted().join() === declared.toSorted().join() ? [] : [target.id];
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(rulebooks)('the quotes of $programme.id', ({ programme }) => {
  const source = articlesOf(programme.id);
  const clauses = [
    ...programme.targets.map(({ id, clause }) => ({ id, clause })),
    ...programme.readings.map(({ id, clause }) => ({ id, clause })),
    ...programme.gatePolicies.map(({ id, clause }) => ({ id, clause })),
    { id: 'money', clause: programme.money.clause },
  ];

  it.each(clauses)('$id quotes its article', ({ clause: { document, article, quote } }) => {
    expect(document).toBe(programme.document);
    expect(source.get(article)).toContain(quote);
  });
});

describe('a rule module', () => {
  const folders = rulebooks.flatMap(({ programme: { id } }) => [`${id}/targets`, id]);
  const modules = folders.flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url), { withFileTypes: true })
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
    expect(computes(readFileSync(new URL(path, import.meta.url), 'utf8'))).toBeUndefined();
  });

  it.each(['a + b', 'if (x) y', 'x ? y : z', 'n * 2', '(row) => row.value', 'a && b', 'a > b'])(
    'would be caught computing %s',
    (code) => {
      expect(computes(code)).toBeDefined();
    },
  );
});
