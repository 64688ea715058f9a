import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditHashes } from '#persistence';
import { archiveContract } from './archive.contract.js';

for (const hash of auditHashes) {
  archiveContract(`an archive of the audit in SQLite by ${hash}`, hash, async () => {
    const place = await mkdtemp(join(tmpdir(), 'archive-'));
    return { place, remove: () => rm(place, { recursive: true }) };
  });
}
