import { systemClock } from '#application';
import type { EntityManager } from 'typeorm';
import { oneOf } from '../column.mapper.js';
import { AuditEntryEntity } from '../entities/audit-entry.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { SealEntity } from '../entities/seal.entity.js';
import { AuditChain, Changes } from './audit-chain.js';
import { auditHashes, type AuditHash } from './audit-hash.js';
import { digestOfKept } from './content-digest.js';

/**
 * Takes up the chain of a database, within a transaction that is alone, or begins one.
 * @param asked throws where the chain is made with another
 * @returns the chain, and what is to be sealed where it begins: all that was there before
 */
export async function openChain(
  manager: EntityManager,
  asked: AuditHash | undefined,
): Promise<{ readonly chain: AuditChain; readonly begun: Changes }> {
  const known = await hashInUse(manager);
  if (known !== undefined && asked !== undefined && known !== asked) {
    throw new Error(
      `审计链使用 ${known}，不能改用 ${asked}，请更正 AUDIT_HASH。` +
        `The audit chain is made with ${known}; correct AUDIT_HASH.`,
    );
  }
  const hash = known ?? asked ?? 'sha256';
  const chain = new AuditChain(manager.dataSource, hash);
  if (known !== undefined) return { chain, begun: new Changes() };
  const reports = await manager.find(ReportEntity, {
    select: { number: true },
    where: { state: 'accepted' },
  });
  for (const { number } of reports) {
    const content = (await digestOfKept(manager, number, hash)).text();
    await manager.update(ReportEntity, { number }, { content });
  }
  const begun = await chain.everything(manager);
  const rows = [...begun.keys.values()].reduce((sum, { size }) => sum + size, 0);
  const about = JSON.stringify({ hash, rows });
  const entry = { at: systemClock.now(), who: 'system', what: 'audit-begun', about };
  const { identifiers } = await manager.insert(AuditEntryEntity, entry);
  for (const key of identifiers) {
    const table = chain.tableOf(AuditEntryEntity);
    begun.add(table, table.keyOf(key));
  }
  return { chain, begun };
}

/** What the chain says in its first entry; undefined where there is none yet. */
export async function hashInUse(manager: EntityManager): Promise<AuditHash | undefined> {
  const first = await manager.findOneBy(SealEntity, { number: 1 });
  if (!first) return undefined;
  const { about } = await manager.findOneByOrFail(AuditEntryEntity, { number: first.entry });
  const said: unknown = JSON.parse(about);
  if (typeof said !== 'object' || said === null || !('hash' in said)) {
    throw new Error('the first entry of the audit chain does not say how it is made');
  }
  return oneOf(auditHashes, String(said.hash));
}
