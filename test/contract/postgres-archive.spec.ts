import { freshPostgres } from '../services/fresh-postgres.js';
import { archiveContract } from './archive.contract.js';

archiveContract('an archive of the audit in PostgreSQL', 'sha256', async () => {
  const { url, drop } = await freshPostgres();
  return { place: url, remove: drop };
});
