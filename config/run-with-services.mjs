// node config/run-with-services.mjs MODULE [ARGUMENT …]: as run.mjs, with a PostgreSQL and a Redis that
// TEST_POSTGRES_URL and TEST_REDIS_URL name: those given, else servers of its own, ended afterwards.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { available, serviceNames, startService } from './services.mjs';

const folder = mkdtempSync(join(tmpdir(), 'services-'));
// A service that runs as a user of its own has to get in.
chmodSync(folder, 0o711);
const started = [];
try {
  for (const name of serviceNames) {
    const setting = `TEST_${name.toUpperCase()}_URL`;
    if (process.env[setting]) continue;
    if (!available(name)) throw new Error(`没有 ${name}，也不能安装。 There is no ${name}.`);
    const service = await startService(name, join(folder, name));
    started.push(service);
    process.env[setting] = service.url;
  }
  await import('./run.mjs');
} finally {
  await Promise.all(started.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
}
