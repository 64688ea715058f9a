import { readFileSync } from 'node:fs';
import { adoptedOn, assessedUntil, evaluate } from '#engine';
import { describeMeasure, findProgramme, renderRulebook, rulebooks } from './index.js';

describe.each(rulebooks)('the rulebook $programme.id', ({ programme, changes }) => {
  const { id, years, readings, targets } = programme;
  const lastYear = years.at(-1) ?? years[0];

  it('is found by its id', () => {
    expect(findProgramme(id)).toBe(programme);
  });

  it('has adopted every reading, and a gate policy, before its first year is assessed', () => {
    const firstAssessed = assessedUntil(programme, years[0]);
    expect(Object.keys(adoptedOn(readings, firstAssessed))).toHaveLength(readings.length);
    expect(programme.gatePolicies.some(({ from }) => from <= firstAssessed)).toBe(true);
  });

  it('carries the version of its last change, which the changelog lists', () => {
    const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
    expect(programme.version).toBe(changes.at(-1)?.version);
    for (const { version, years: touched, targets: names, what } of changes) {
      const cells = [id, version, touched, names, what].join(' | ');
      expect(changelog.replace(/ +/g, ' ')).toContain(cells);
    }
  });

  it('lets every reading change what some target counts', () => {
    const said = (chosen: Record<string, string>) =>
      targets.flatMap((target) =>
        target.kind === 'measured'
          ? target.tests.map(({ measure }) =>
              describeMeasure(measure, { programme, readings: chosen }),
            )
          : [],
      );
    const adopted = adoptedOn(readings, assessedUntil(programme, lastYear));
    const without = readings.flatMap((reading) =>
      Object.keys(reading.values)
        .filter((value) => value !== adopted[reading.id])
        .filter(
          (value) => said({ ...adopted, [reading.id]: value }).join() === said(adopted).join(),
        )
        .map((value) => `${reading.id}=${value}`),
    );
    expect(without).toEqual([]);
  });

  const choices = readings.flatMap(({ id: reading, values }) =>
    Object.keys(values).map((value) => [reading, value] as const),
  );

  it.each(choices)('cannot be met by an empty report under %s=%s', (reading, value) => {
    const report = {
      file: '0'.repeat(64),
      year: lastYear,
      ledgers: {},
      figures: [],
      statements: [],
    };
    const { targets: verdicts, gate } = evaluate(programme, {
      subject: { code: '999901', name: '示例市' },
      year: lastYear,
      basis: 'evidence',
      reports: [report],
      readings: { [reading]: value },
    });
    expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['undetermined']));
    expect(gate.quantified).toBe('undetermined');
  });
});

describe('the page', () => {
  const page = renderRulebook(rulebooks);

  it('shows every clause, every reading with its reason, and every confirmation', () => {
    const shown = rulebooks.flatMap(({ programme: { targets, readings } }) => [
      ...targets.map(({ clause }) => clause.quote),
      ...readings.flatMap(({ adopted }) => adopted.map(({ reason }) => reason)),
      ...targets.flatMap((target) =>
        (target.kind === 'measured' ? target.confirmations : target.aspects).map(
          ({ what }) => what,
        ),
      ),
    ]);
    expect(shown.filter((words) => !page.includes(words))).toEqual([]);
  });

  it('links only to places on itself, and asks nothing of the network', () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place ?? '');
    expect(links.filter((place) => !page.includes(`id="${place}"`))).toEqual([]);
    expect(page).not.toMatch(/https?:|src=|undefined|\[object/);
  });

  it('escapes what it is given', () => {
    const [first] = rulebooks;
    if (!first) throw new Error('no rulebook');
    const named = { ...first, programme: { ...first.programme, name: '<b>"&' } };
    expect(renderRulebook([named])).toContain('&#60;b&#62;&#34;&#38;');
  });
});
