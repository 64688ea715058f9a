import { moneyLineView, pageOf, releaseView } from '#contracts';
import { openStore } from '#persistence';
import { MoneyOnTrial } from '../money/money-on-trial.js';
import { valueOf } from '../outcome-on-trial.js';
import { ServiceOnTrial } from './service-on-trial.js';

const desk = '/api/programmes/2019-city-operation/money';

describe('the money desk', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
  });
  afterAll(() => service.stop());
  const lines = async (query = '') => pageOf(moneyLineView).parse(await service.json(desk + query));

  it('says of each subject where its money stands, and which release is under way', async () => {
    const stores = await openStore(service.folder, 'product');
    const money = await MoneyOnTrial.eligible(stores, '950001');
    const { items, next } = await lines('?year=2021');
    expect(next).toBeNull();
    expect(items).toMatchObject([
      {
        ...{ code: '950001', open: null },
        gate: { opensMoney: true, money: { award: '15000', paid: '10000', releasable: '5000' } },
      },
      { code: '999901', open: null, gate: { opensMoney: false, money: { award: null } } },
    ]);
    const { id } = valueOf(await money.propose(1_234_567n));
    await stores.close();
    const [line] = (await lines('?year=2021')).items;
    expect(line).toMatchObject({
      gate: { opensMoney: false, why: [{ code: 'release-open' }] },
      open: { id, state: 'proposed', amount: '1.234567' },
    });
    const release = await service.json(`/api/subjects/2019-city-operation/950001/releases/${id}`);
    expect(releaseView.parse(release)).toEqual(line?.open);
  });

  it('is read a page at a time, of the province of whoever asks, and of years that are assessed', async () => {
    expect(await lines('?limit=1')).toMatchObject({ items: [{ code: '950001' }], next: 1 });
    const provincial = await service.as('finance-reviewer', '99');
    const { items } = pageOf(moneyLineView).parse(await provincial.json(desk));
    expect(items.map(({ code }) => code)).toEqual(['999901']);
    expect((await service.get(`${desk}?year=2018`)).status).toBe(422);
    expect((await service.get(desk.replace('2019-city', 'no'))).status).toBe(404);
  });
});
