import { readSettings } from '../../../config/settings.js';
import { stopSignal } from '../../../config/stop-signal.js';
import { startServer } from './start-server.js';

const stopped = stopSignal();
try {
  const server = await startServer(readSettings(process.env), 'product');
  process.stderr.write(`服务已启动 Serving ${server.url} · 接口说明 API ${server.url}/api/docs\n`);
  if (server.firstCode !== undefined) {
    process.stderr.write(
      `尚无账号。以此一次性凭据建立三员 No accounts yet; this code creates the three administrators, once:\n` +
        `  ${server.firstCode}  → POST ${server.url}/api/first-administrators\n`,
    );
  }
  await stopped;
  await server.stop();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 70;
}
