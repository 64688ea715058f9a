import { fileURLToPath } from 'node:url';
import { evaluate } from '#engine';
import { readWholeReport } from '#report';
import { findProgramme, programmes } from '#rulebook';

const path = fileURLToPath(new URL('sample-report.json', import.meta.url));

describe('the sample report of a platform', () => {
  it('reaches every measured target, and waits only for what a reviewer decides', async () => {
    const programme = findProgramme('2023-liaoning-platform');
    const report = await readWholeReport(path, programmes);
    if (!programme || report.kind === 'unreadable') throw new Error('nothing to assess');
    expect(report.problems).toEqual([]);
    const { targets, gate } = evaluate(programme, {
      subject: report.cover.subject,
      year: report.cover.year,
      basis: 'evidence',
      reports: [report.content],
    });
    const measured = targets.filter(({ kind }) => kind === 'measured');
    expect(measured.filter(({ outcome }) => outcome !== 'met').map(({ id }) => id)).toEqual([]);
    expect(gate).toMatchObject({ quantified: 'eligible', overall: 'undetermined' });
  });
});
