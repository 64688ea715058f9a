import { pino } from 'pino';
import { readSettings } from '../../../config/settings.js';
import { openWorkplace } from '../../../config/workplace.js';

/** Runs the jobs of a data folder beside its server, without HTTP. */
try {
  const settings = readSettings(process.env);
  const workplace = await openWorkplace(settings, 'product', pino({ level: settings.logLevel }));
  workplace.start();
  process.stderr.write('任务处理已启动 Working\n');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void workplace.close());
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 70;
}
