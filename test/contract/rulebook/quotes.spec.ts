import { rulebooks } from '#rulebook';
import { articlesOf } from './source-articles.js';

describe.each(rulebooks)('the quotes of $programme.id', ({ programme }) => {
  const source = articlesOf(programme.id);
  const clauses = [
    ...programme.targets.map(({ id, clause }) => ({ id, clause })),
    ...programme.readings.map(({ id, clause }) => ({ id, clause })),
    ...programme.gatePolicies.map(({ id, clause }) => ({ id, clause })),
    ...programme.procedure.map(({ settles, clause }) => ({ id: settles, clause })),
    { id: 'money', clause: programme.money.clause },
  ];

  it.each(clauses)('$id quotes its article', ({ clause: { document, article, quote } }) => {
    expect(document).toBe(programme.document);
    expect(source.get(article)).toContain(quote);
  });
});
