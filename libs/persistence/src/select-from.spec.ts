import { DataSource, In, LessThan, MoreThan } from 'typeorm';
import { ReportMoveEntity } from './entities/report-move.entity.js';
import { selectFrom, type Wanted } from './select-from.js';

describe('a statement for plain rows', () => {
  const source = new DataSource({
    ...{ type: 'better-sqlite3', database: ':memory:', entities: [ReportMoveEntity] },
  });
  beforeAll(async () => {
    await source.initialize();
    await source.synchronize();
  });
  afterAll(() => source.destroy());

  const ask = (wanted: Wanted) => selectFrom(source.getMetadata(ReportMoveEntity), wanted);

  it('gives the rows that TypeORM finds, under the names of their properties', async () => {
    const moves = source.getRepository(ReportMoveEntity);
    const said = { move: 'submit', from: 'draft', to: 'submitted', opinion: '', reasons: '[]' };
    const by = { who: 'w', role: 'city-clerk', at: '', round: 1, parts: '[]' };
    for (const sequence of [1, 2, 3, 4, 5]) {
      const of = { programme: 'p', subjectCode: 'c', year: sequence === 5 ? 2022 : 2021 };
      await moves.insert({ id: `m${sequence}`, sequence, ...of, ...said, ...by });
    }
    const later = { year: 2021, sequence: MoreThan(1) };
    const found = async (wanted: Wanted) => {
      const { sql, values } = ask(wanted);
      return source.query<ReportMoveEntity[]>(sql, values);
    };
    expect(await found({ where: later, order: { sequence: 'DESC' }, take: 2 })).toEqual(
      plain(await moves.find({ where: later, order: { sequence: 'DESC' }, take: 2 })),
    );
    expect(await found({ where: { number: LessThan(3) }, order: { number: 'ASC' } })).toEqual(
      plain(await moves.find({ where: { number: LessThan(3) } })),
    );
    expect(await found({ where: later })).toHaveLength(3);
    expect(await found({ where: { programme: 'nowhere' } })).toEqual([]);
  });

  it('cannot be asked of a property that is none, or in a way that it does not know', () => {
    expect(() => ask({ where: { nothing: 1 } })).toThrow('ReportMoveEntity has no nothing');
    expect(() => ask({ where: { year: In([2021]) } })).toThrow("'in' is not asked of plain rows");
  });
});

const plain = (rows: readonly ReportMoveEntity[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row)));
