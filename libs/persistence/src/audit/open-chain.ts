import { systemClock } from '#application';
import type { EntityManager } from 'typeorm';
import { AuditEntryEntity } from '../entities/audit-entry.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { SealEntity } from '../entities/seal.entity.js';
import { AuditChain, chainHash, Changes } from './audit-chain.js';
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
  // One begun anew would hide what became of the old one.
  const begunBefore = { what: 'audit-begun' };
  if (
    (await manager.exists(SealEntity)) ||
    (await manager.existsBy(AuditEntryEntity, begunBefore))
  ) {
    throw new Error(
      '审计链的开头已被破坏，请从备份恢复。The beginning of the audit chain is damaged.',
    );
  }
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
  const entry = { at: systemClock.now(), who: 'system', ...begunBefore, about };
  const { identifiers } = await manager.insert(AuditEntryEntity, entry);
  for (const key of identifiers) {
    const table = chain.tableOf(AuditEntryEntity);
    begun.add(table, table.keyOf(key));
  }
  return { chain, begun };
}

/** What its first link is made with; undefined where there is none, or none that holds. */
export async function hashInUse(manager: EntityManager): Promise<AuditHash | undefined> {
  const first = await manager.findOneBy(SealEntity, { number: 1 });
  return first ? auditHashes.find((hash) => chainHash(hash, '', first) === first.chain) : undefined;
}
