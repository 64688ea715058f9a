import type { AcceptedReport } from '#application';
import type { ReportContent } from '#engine';
import { contentFromRows } from './content.mapper.js';
import { ReportEntity } from './entities/report.entity.js';
import { placeOf } from './place.js';
import { readingPostgres } from './postgres-database.js';
import { readingSqlite } from './sqlite-database.js';

/** What accepted reports contain, read over a connection of its own that cannot write. */
export interface Contents {
  of(report: AcceptedReport): Promise<ReportContent>;
  close(): Promise<void>;
}

/**
 * Opens the contents in a store that is open elsewhere.
 * @param place as for `openStore`
 */
export async function openContents(place: string): Promise<Contents> {
  const at = placeOf(place);
  const source = at.kind === 'postgres' ? readingPostgres(at.url) : readingSqlite(at.path);
  await source.initialize();
  return {
    of: async ({ id }) =>
      contentFromRows(source.manager, await source.manager.findOneByOrFail(ReportEntity, { id })),
    close: () => source.destroy(),
  };
}
