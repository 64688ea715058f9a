import { jobFromKey, jobKey, type Job } from './jobs.js';

describe('the key of a job', () => {
  it.each<Job>([
    { kind: 'ingest-report', report: '0b7e9b9e' },
    {
      ...{ kind: 'evaluate-subject', programme: '2019-city-operation', code: '999901' },
      ...{ year: 2021, standing: 'submitted' },
    },
  ])('names it completely: $kind', (job) => {
    expect(jobFromKey(jobKey(job))).toEqual(job);
  });

  it.each([
    '',
    'ingest-report/',
    'release-money/1',
    'evaluate-subject/2019-city-operation/999901/2021',
  ])("of no job is an error: '%s'", (key) => {
    expect(() => jobFromKey(key)).toThrow('no job has the key');
  });
});
