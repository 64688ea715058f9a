import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveContract } from './archive.contract.js';

archiveContract('an archive of the audit in SQLite', async () => {
  const place = await mkdtemp(join(tmpdir(), 'archive-'));
  return { place, remove: () => rm(place, { recursive: true }) };
});
