import { matrixLineView, pageOf, failureView } from '#contracts';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const matrix = '/api/programmes/2019-city-operation/years/2021/matrix';

describe('the matrix of a year', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start();
  });
  afterAll(() => service.stop());
  const lines = async (query = '') =>
    pageOf(matrixLineView).parse(await service.json(matrix + query));
  const refused = async (path: string) => {
    const answer = await service.get(path);
    return [answer.status, failureView.parse(await answer.json()).error.code];
  };

  it('shows what was handed in, target by target, as the determination has it', async () => {
    await service.enrol('950001');
    await service.handIn(2021, smallReport(2021));
    const { items, next } = await lines();
    expect(next).toBeNull();
    expect(items).toMatchObject([
      { code: '950001', state: null, determination: null },
      { code: '999901', state: 'submitted', determination: { overall: 'ineligible' } },
    ]);
    const { hash = '', targets = [] } = items[1]?.determination ?? {};
    const whole = await service.get(
      `/api/subjects/2019-city-operation/999901/determinations/by-hash/${hash}`,
    );
    expect(whole.status).toBe(200);
    expect(targets).toHaveLength(14);
    expect(targets.find(({ target }) => target === 'certified-units')).toEqual({
      ...{ target: 'certified-units', outcome: 'not_met', overall: 'not_met', due: true },
      ...{ margin: '-99', unit: '家', difference: null },
    });
    expect(await lines('?limit=1')).toMatchObject({ items: [{ code: '950001' }], next: 1 });
  });

  it('is none of another year or programme', async () => {
    expect(await refused(matrix.replace('2021', '2018'))).toEqual([422, 'year-not-assessed']);
    expect(await refused(matrix.replace('2019-city-operation', 'none'))).toEqual([
      404,
      'unknown-programme',
    ]);
    expect(await refused(`${matrix}?limit=0`)).toEqual([400, 'malformed-request']);
  });
});
