import { deadlineView, failureView, keptDeadlineView } from '#contracts';
import { z } from 'zod';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const deadlines = '/api/programmes/2019-city-operation/deadlines';
const subject = '/api/subjects/2019-city-operation/999901';
const submitBy = { year: 2021, step: 'submit', document: '示例核〔2022〕1号' };

describe('deadlines', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
  });
  afterEach(() => service.stop());

  const record = (rest: object) => service.post(deadlines, { ...submitBy, ...rest });
  const recorded = async (rest: object) => deadlineView.parse(await (await record(rest)).json());
  const refusal = async (answer: Promise<Response>) =>
    failureView.parse(await (await answer).json()).error.code;
  const kept = async () =>
    z.array(keptDeadlineView).parse(await service.json(`${subject}/deadlines`));

  it('are a day, or so many workdays after one, with reminders workdays before', async () => {
    expect(await recorded({ due: '2022-01-31' })).toMatchObject({
      ...{ due: '2022-01-31', counted: null, inForce: true },
      // 2022-01-29 and 30 were worked, against the Spring Festival.
      remindFrom: '2022-01-26',
    });
    const counted = { workdays: 5, after: '2026-09-30' };
    expect(await recorded({ step: 'forward', due: counted, remindBefore: 1 })).toMatchObject({
      ...{ counted, due: '2026-10-13', remindFrom: '2026-10-12' },
    });
  });

  it('are counted into a year only once its holidays are known', async () => {
    const due = { workdays: 1, after: '2026-12-31' };
    expect(await refusal(record({ due }))).toBe('holidays-unknown');
    expect(await refusal(record({ due: '2027-01-31' }))).toBe('holidays-unknown');
    const table = { year: 2027, document: '国办发明电〔2026〕1号', workdays: ['2027-01-10'] };
    const outside = { ...table, holidays: ['2028-01-01'] };
    expect(await refusal(service.post('/api/holidays', outside))).toBe('day-outside-year');
    const both = { ...table, holidays: ['2027-01-09', '2027-01-10'] };
    const refused = await service.post('/api/holidays', both);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/day-off-and-worked.*2027-01-10 /);
    const given = await service.post('/api/holidays', { ...table, holidays: ['2027-01-01'] });
    expect(given.status).toBe(201);
    expect(await recorded({ due })).toMatchObject({ due: '2027-01-04' });
    expect(await service.json('/api/holidays')).toMatchObject([table]);
  });

  it('are changed only by naming the one that holds', async () => {
    const { id } = await recorded({ due: '2022-01-31' });
    expect(await refusal(record({ due: '2022-02-28' }))).toBe('deadline-exists');
    const change = await recorded({ due: '2022-02-28', replaces: id });
    expect(await refusal(record({ due: '2022-03-31', replaces: id }))).toBe(
      'not-the-current-deadline',
    );
    expect(await service.json(deadlines)).toMatchObject([
      { id, inForce: false },
      { id: change.id, inForce: true },
    ]);
  });

  it('are of years that are reported, and of days that there are', async () => {
    expect(await refusal(record({ year: 2017, due: '2022-01-31' }))).toBe('year-not-reported');
    expect((await record({ due: '2022-02-30' })).status).toBe(400);
    expect((await record({ due: { workdays: 0, after: '2022-01-31' } })).status).toBe(400);
  });

  it('are kept or not, and a report that is late is taken all the same', async () => {
    await record({ due: '2022-01-31' });
    await record({ step: 'review', due: '2026-12-31', remindBefore: 0 });
    await record({ year: 2020, due: '2026-12-31' });
    expect((await kept()).map(({ state }) => state)).toEqual(['overdue', 'open', 'open']);
    for (const year of [2020, 2021]) {
      await service.submit(smallReport(year));
      const move = { move: 'submit', opinion: '报送' };
      expect((await service.post(`${subject}/years/${year}/moves`, move)).status).toBe(201);
    }
    expect(await kept()).toMatchObject([
      { year: 2021, step: 'submit', state: 'late' },
      { year: 2021, step: 'review', state: 'open', doneAt: null },
      { year: 2020, step: 'submit', state: 'in-time' },
    ]);
  });
});
