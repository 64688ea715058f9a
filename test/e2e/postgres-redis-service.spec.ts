import { freshPostgres } from '../services/fresh-postgres.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const determination = '/api/subjects/2019-city-operation/999901/determinations/2021';

describe('the service on PostgreSQL', () => {
  it.each<[string, string | undefined]>([
    ['looking for jobs in the database', undefined],
    ['announcing jobs on Redis', process.env['TEST_REDIS_URL']],
    ['announcing jobs on PostgreSQL', process.env['TEST_POSTGRES_URL']],
  ])(
    '%s, shares reports and jobs among servers, and determines the same as on SQLite',
    async (_, queueUrl) => {
      const { url, drop } = await freshPostgres();
      const shared = { DATABASE_URL: url, ...(queueUrl !== undefined && { QUEUE_URL: queueUrl }) };
      const [one, other, alone] = await Promise.all([
        ServiceOnTrial.start(shared),
        ServiceOnTrial.start(shared),
        ServiceOnTrial.start(),
      ]);
      const locations = await Promise.all(
        [one, other, one, other].map(async (service) => {
          const answer = await service.upload(smallReport(2021));
          return answer.headers.get('location') ?? '';
        }),
      );
      expect(new Set(locations).size).toBe(1);
      for (const service of [one, other]) {
        expect((await service.follow(locations[0] ?? '')).at(-1)).toEqual({
          stage: 'done',
          rows: 4,
        });
      }
      await alone.submit(smallReport(2021));
      const [ofBoth, own] = await Promise.all(
        [other, alone].map(async (service) => (await service.get(determination)).text()),
      );
      expect(ofBoth).toBe(own);
      await Promise.all([one, other, alone].map((service) => service.stop()));
      await drop();
    },
  );
});
