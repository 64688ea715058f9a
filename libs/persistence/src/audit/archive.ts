import type { Checkpoint } from '#application';
import type { Day } from '#engine';
import type { EntityManager } from 'typeorm';
import {
  ArchiveReading,
  endOf,
  headOf,
  isEntryLink,
  lineOf,
  UnfitArchive,
} from './archive-reading.js';
import { beginning, type Chained } from './audit-chain.js';
import { linksAfter } from './chain-reading.js';
import type { ArchiveDeviation } from './deviation.js';
import { hashInUse } from './open-chain.js';
import { SealedTable, type RawRow } from './sealed-table.js';

/**
 * The lines of an archive: what made the chain, each link of it with the audit entry that it is
 * about, and the last link again. Every line is read again as it is written.
 * @param before ends with the last transaction that has an entry of an earlier day
 * @throws UnfitArchive where there is none, or where the chain does not hold
 */
export async function* archiveLines(
  manager: EntityManager,
  before: Day,
  onEnd: (end: Checkpoint) => void,
): AsyncGenerator<string> {
  const place = manager.dataSource.driver.createParameter('', 0);
  const [found] = await manager.query<{ last: number | null }[]>(
    `SELECT max(number) AS last FROM seal WHERE entry IN (
       SELECT seal.entry FROM audit_entry JOIN seal
         ON of_table = 'audit_entry' AND of_row = CAST(audit_entry.number AS text)
       WHERE at < ${place})`,
    [before],
  );
  const last = found?.last ?? 0;
  if (last === 0) {
    throw new UnfitArchive(`审计记录中没有早于 ${before} 的。No entry is of an earlier day.`);
  }
  const reading = new ArchiveReading(refuse, undefined);
  const read = (line: string) => {
    reading.take(line);
    return line;
  };
  yield read(headOf((await hashInUse(manager)) ?? 'sha256'));
  let end: Pick<Chained, 'number' | 'chain'> = beginning;
  while (end.number < last) {
    const links = (await linksAfter(manager, end.number)).filter(({ number }) => number <= last);
    const entries = await entriesOf(manager, links);
    yield links.map((link) => read(lineOf(cellsOf(link, entries)))).join('');
    end = links.at(-1) ?? end;
  }
  yield read(endOf(end));
  onEnd(reading.end().last);
}

/** Audit entries that links are about, by their keys. */
async function entriesOf(
  manager: EntityManager,
  links: readonly Chained[],
): Promise<ReadonlyMap<string, RawRow>> {
  const table = SealedTable.all(manager.dataSource).get('audit_entry');
  if (!table) throw new Error('audit entries are not sealed');
  const rows = await table.read(
    manager,
    links.filter(isEntryLink).map(({ row }) => row),
  );
  return new Map([...rows].map(([key, row]) => [key, table.filled(row)]));
}

function cellsOf(link: Chained, entries: ReadonlyMap<string, RawRow>): readonly unknown[] {
  const { number, entry, table, row, digest, chain } = link;
  const cells = [number, entry, table, row, digest, chain];
  return isEntryLink(link) ? [...cells, entries.get(row) ?? null] : cells;
}

function refuse(deviation: ArchiveDeviation): never {
  throw new UnfitArchive(
    `审计链不完整，没有归档，请先核对（npm run audit -- verify）：${JSON.stringify(deviation)}。` +
      'The audit chain does not hold; verify it first.',
  );
}
