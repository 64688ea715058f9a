// node config/run-with-services.mjs SERVICE,… MODULE [ARGUMENT …]: as run.mjs, with the services that
// TEST_POSTGRES_URL, TEST_REDIS_URL and TEST_BROWSER_URL name: those given, else ones of its own,
// ended afterwards.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { available, startService } from './services.mjs';

const [names] = process.argv.splice(2, 1);
const folder = mkdtempSync(join(tmpdir(), 'services-'));
// A service that runs as a user of its own has to get in.
chmodSync(folder, 0o711);
const started = [];
try {
  for (const name of names.split(',')) {
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
