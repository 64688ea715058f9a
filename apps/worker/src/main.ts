import { openLog } from '../../../config/log.js';
import { readSettings } from '../../../config/settings.js';
import { stopSignal } from '../../../config/stop-signal.js';
import { openWorkplace } from '../../../config/workplace.js';

/** Runs the jobs of a data folder beside its server, without HTTP. */
try {
  const settings = readSettings(process.env);
  const workplace = await openWorkplace(settings, 'product', openLog(settings.logLevel));
  workplace.start();
  process.stderr.write('任务处理已启动 Working\n');
  await stopSignal();
  await workplace.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 70;
}
