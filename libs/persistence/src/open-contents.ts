import { join } from 'node:path';
import type { AcceptedReport } from '#application';
import type { ReportContent } from '#engine';
import { DataSource } from 'typeorm';
import { contentFromRows } from './content.mapper.js';
import { entities } from './entities/index.js';
import { ReportEntity } from './entities/report.entity.js';

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
  const source = await new DataSource(
    place.startsWith('postgres:')
      ? {
          ...{ type: 'postgres', url: place, entities: entities('bytea'), poolSize: 1 },
          extra: { options: '-c default_transaction_read_only=on' },
        }
      : {
          ...{ type: 'better-sqlite3', database: join(place, 'pilot-targets.sqlite') },
          ...{ readonly: true, entities: entities('blob') },
        },
  ).initialize();
  return {
    of: async ({ id }) =>
      contentFromRows(source.manager, await source.manager.findOneByOrFail(ReportEntity, { id })),
    close: () => source.destroy(),
  };
}
