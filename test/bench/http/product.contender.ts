import { readSettings } from '../../../config/settings.js';
import { startServer } from '../../../apps/server/src/start-server.js';

/** The product over a data folder, set as it comes but for who may ask how often. Tells its address. */
const [, , folder = ''] = process.argv;
const unlimited = '999999999';
const server = await startServer(
  readSettings({
    ...{ PORT: '0', DATA_DIR: folder, JOBS: 'elsewhere' },
    ...{ RATE_LIMIT_ADDRESS: unlimited, RATE_LIMIT_ACCOUNT: unlimited },
  }),
  'product',
);
process.send?.(server.url);
process.once('disconnect', () => void server.stop());
