import { evaluate, type ReportContent } from '#engine';
import { findProgramme } from '#rulebook';

/** Beyond what a call takes as arguments. */
const many = 150_000;

it('puts a hundred and fifty thousand repeated rows together', () => {
  const city = findProgramme('2019-city-operation');
  if (!city) throw new Error('no such programme');
  const rows = Array.from({ length: many }, (_, index) => ({
    row: index + 2,
    values: { creditCode: String(index) },
  }));
  const report = (file: string): ReportContent => ({
    ...{ file: file.repeat(64), year: 2021, figures: [], statements: [] },
    ledgers: { 'custody-enterprises': { rows, rejected: 0 } },
  });
  const { problems } = evaluate(city, {
    subject: { code: '999901', name: '示例市' },
    ...{ year: 2021, basis: 'evidence', reports: [report('a'), report('b')] },
  });
  expect(problems.filter(({ code }) => code === 'same-item-repeated')).toHaveLength(many);
});
