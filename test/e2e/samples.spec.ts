import { failureView, sampleFoundView, sampleView } from '#contracts';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const year = '/api/subjects/2019-city-operation/999901/years/2021';
const samples = `${year}/samples`;

describe('samples', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
    await service.submit(smallReport(2021, { policies: 40 }));
  });
  afterEach(() => service.stop());

  const submit = () => service.post(`${year}/moves`, { move: 'submit', opinion: '报送' });
  const draw = async (asked: object) =>
    sampleView.parse(await (await service.post(samples, asked)).json());
  const read = async (id: string) => sampleFoundView.parse(await service.json(`${samples}/${id}`));
  const refusal = async (answer: Promise<Response>) =>
    failureView.parse(await (await answer).json()).error.code;

  it('are drawn from what was submitted, the same for the same seed', async () => {
    expect(await refusal(service.post(samples, { size: 5 }))).toBe('nothing-to-sample');
    await submit();
    const one = await draw({ size: 5, seed: 'a seed' });
    expect(one).toMatchObject({ seed: 'a seed', size: 5, population: 41 });
    const same = await draw({ size: 5, seed: 'a seed' });
    const other = await draw({ size: 5 });
    const [rows, again, others] = await Promise.all([one, same, other].map(({ id }) => read(id)));
    expect(rows?.rows).toEqual(again?.rows);
    expect(rows?.rows).not.toEqual(others?.rows);
    expect(new Set(rows?.rows.map(({ ledger }) => ledger))).toEqual(
      new Set(['certified-units', 'insurance-policies']),
    );
    expect(rows?.rows[0]?.cells).toMatchObject({ name: '示例单位' });
    expect(await service.json(samples)).toMatchObject([{ id: one.id }, {}, { seed: other.seed }]);
  });

  it('have at least a row of each ledger, and at most all', async () => {
    await submit();
    for (const size of [1, 42]) {
      expect(await refusal(service.post(samples, { size }))).toBe('sample-out-of-bounds');
    }
    expect((await draw({ size: 41 })).size).toBe(41);
  });

  it('show the confirmed share beside what was declared and derived', async () => {
    await submit();
    await service.evaluated(2021);
    const { id } = await draw({ size: 4, seed: 's' });
    expect(await read(id)).toMatchObject({ confirmed: 0, notConfirmed: 0, confirmedShare: null });
    const mark = (position: number, outcome: string) => ({ position, outcome, reason: '实地核对' });
    const marked = (...marks: object[]) => service.post(`${samples}/${id}/marks`, { marks });
    await marked(mark(1, 'confirmed'), mark(2, 'confirmed'), mark(3, 'confirmed'));
    await marked(mark(3, 'not-confirmed'));
    const found = await read(id);
    expect(found).toMatchObject({ confirmed: 2, notConfirmed: 1, confirmedShare: 6667 });
    expect(found.rows.map((row) => row.mark?.outcome)).toEqual([
      ...['confirmed', 'confirmed', 'not-confirmed', undefined],
    ]);
    expect(found.declaredAndDerived.find((each) => each.id === 'certified-units')).toMatchObject({
      derived: '1',
    });
    expect(await refusal(marked(mark(5, 'confirmed')))).toBe('unknown-sample-row');
    expect((await marked({ ...mark(1, 'confirmed'), reason: '' })).status).toBe(400);
  });

  it("are not reached through another year's or subject's address", async () => {
    await submit();
    const { id } = await draw({ size: 4 });
    await service.enrol('999902');
    for (const path of [samples.replace('2021', '2020'), samples.replace('999901', '999902')]) {
      expect(await refusal(service.get(`${path}/${id}`))).toBe('unknown-sample');
      const marks = [{ position: 1, outcome: 'confirmed', reason: '实地核对' }];
      expect(await refusal(service.post(`${path}/${id}/marks`, { marks }))).toBe('unknown-sample');
    }
  });
});
