import type { WeightsRecord, WeightsStore } from '#application';
import { z } from 'zod';
import type { Database } from './database.js';
import { WeightsEntity } from './entities/weights.entity.js';

const points = z.record(z.string(), z.int());

/** Weights in the database. */
export class WeightsRepository implements WeightsStore {
  constructor(private readonly database: Database) {}

  async add(weights: WeightsRecord): Promise<void> {
    await this.database.add(WeightsEntity, { ...weights, points: JSON.stringify(weights.points) });
  }

  async all(programme: string): Promise<readonly WeightsRecord[]> {
    const order = { number: 'ASC' } as const;
    const rows = await this.database.reader.find(WeightsEntity, { where: { programme }, order });
    return rows.map(({ id, year, document, replaces, recordedAt, recordedBy, ...row }) => ({
      ...{ id, programme, year, document, replaces, recordedAt, recordedBy },
      points: points.parse(JSON.parse(row.points)),
    }));
  }
}
