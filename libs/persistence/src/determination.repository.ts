import type {
  DeterminationStore,
  EvaluationRecord,
  FrozenDetermination,
  Instant,
  SubjectKey,
} from '#application';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { DeterminationEntity, EvaluationEntity } from './entities/determination.entity.js';

const gateStates = ['eligible', 'ineligible', 'undetermined'] as const;

/** Determinations in the database. */
export class DeterminationRepository implements DeterminationStore {
  constructor(private readonly database: Database) {}

  async add(
    { programme, code }: SubjectKey,
    { hash, canonical, document }: FrozenDetermination,
    at: Instant,
  ): Promise<boolean> {
    const { writer } = this.database;
    const { year, gate, rulebook, engine } = document;
    const of = { programme, subjectCode: code, year };
    const [last] = await writer.find(EvaluationEntity, {
      where: of,
      order: { number: 'DESC' },
      take: 1,
    });
    if (last?.determination === hash) return false;
    if (!(await writer.existsBy(DeterminationEntity, { hash }))) {
      const { quantified, overall } = gate;
      const row = { hash, canonical, quantified, overall, rulebook, engine };
      await writer.insert(DeterminationEntity, row);
    }
    await writer.insert(EvaluationEntity, { ...of, determination: hash, at });
    return true;
  }

  async canonical(hash: string): Promise<string | undefined> {
    const row = await this.database.reader.findOneBy(DeterminationEntity, { hash });
    return row?.canonical;
  }

  async evaluations(key: SubjectKey): Promise<readonly EvaluationRecord[]> {
    return this.latestFirst(key, {});
  }

  async current(key: SubjectKey, year: number): Promise<EvaluationRecord | undefined> {
    return (await this.latestFirst(key, { year }, 1))[0];
  }

  private async latestFirst(
    { programme, code }: SubjectKey,
    where: { year?: number },
    take?: number,
  ): Promise<readonly EvaluationRecord[]> {
    const { reader } = this.database;
    const rows = await reader.find(EvaluationEntity, {
      where: { programme, subjectCode: code, ...where },
      order: { number: 'DESC' },
      ...(take !== undefined && { take }),
    });
    return Promise.all(
      rows.map(async ({ determination: hash, year, at }) => {
        const { quantified, overall, rulebook, engine } = await reader.findOneOrFail(
          DeterminationEntity,
          {
            select: { quantified: true, overall: true, rulebook: true, engine: true },
            where: { hash },
          },
        );
        return {
          ...{ hash, year, at, rulebook, engine },
          quantified: oneOf(gateStates, quantified),
          overall: oneOf(gateStates, overall),
        };
      }),
    );
  }
}
