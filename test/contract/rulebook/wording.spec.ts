import { rulebooks, type Rulebook, type Wording } from '#rulebook';
import { declaredNames } from './declared-names.js';
import { articlesOf } from './source-articles.js';

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

describe.each(sections)('$section of $programmeId', ({ programmeId, section, articles }) => {
  const { programme, wording } = rulebookOf(programmeId);
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
      expect(firstGap(wording.toSpliced(n, 0, { words, unmeasured: '' }), text)).toBeDefined();
    },
  );

  it('names only what the targets really declare', () => {
    const claims = wording.flatMap((piece) =>
      'encodedBy' in piece ? Object.entries(piece.encodedBy) : [],
    );
    const untrue = claims.flatMap(([id, names]) => {
      const target = programme.targets.find((candidate) => candidate.id === id);
      const declared = target ? declaredNames(target, programme) : new Set();
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
      const declared = [...declaredNames(target, programme)].flatMap(
        (name) => /^\d+/.exec(name) ?? [],
      );
      return printed.toSorted().join() === declared.toSorted().join() ? [] : [target.id];
    });
    expect(wrong).toEqual([]);
  });
});
