import type { Checkpoint } from '#application';
import type { EntityManager } from 'typeorm';
import { AuditEntryEntity } from '../entities/audit-entry.entity.js';
import { SealEntity } from '../entities/seal.entity.js';

/** Where the chain of a database stands; undefined where it has none. */
export async function checkpointOf(manager: EntityManager): Promise<Checkpoint | undefined> {
  const [last] = await manager.find(SealEntity, { order: { number: 'DESC' }, take: 1 });
  if (!last) return undefined;
  const entry = await manager.findOneBy(AuditEntryEntity, { number: last.entry });
  return { number: last.number, chain: last.chain, at: entry?.at ?? '' };
}
