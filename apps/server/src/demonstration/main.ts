import { join, relative } from 'node:path';
import { styleText } from 'node:util';
import { terminalStyles, type Paint } from '#wording';
import { readSettings } from '../../../../config/settings.js';
import { startServer } from '../start-server.js';
import { DemonstrationPeople } from './demonstration-people.js';
import { freePort } from './free-port.js';
import { ProgressBar } from './progress-bar.js';
import { runDemonstration } from './run-demonstration.js';
import { ServiceClient } from './service-client.js';
import { threeCities } from './three-cities.js';
import { writeReports } from './written-reports.js';

const programme = '2019-city-operation';
const { stdout } = process;

const paint: Paint = (tone, text) => styleText(terminalStyles[tone], text, { stream: stdout });
const say = (...lines: readonly string[]) => stdout.write(`${lines.join('\n')}\n`);

/** Starts the demonstration; with `--exit` it ends when all is shown, else at Ctrl-C. */
async function demonstrate(stayOpen: boolean): Promise<void> {
  const settings = readSettings({ LOG_LEVEL: 'error', ...process.env });
  const folder = join(settings.dataFolder, 'demonstration');
  const examples = threeCities();
  say(
    paint('strong', '演示 DEMONSTRATION · 财办建〔2019〕70号 知识产权运营服务体系建设绩效评定'),
    paint('quiet', '三个示例市，2019—2021年，全部数据纯属虚构。 Three invented cities.'),
    '',
  );
  const written = await writeReports(programme, examples, folder);
  const port = await freePort(settings.host, settings.port);
  // Whatever the environment names is the product's.
  const alone = { databaseUrl: undefined, queueUrl: undefined, jobs: 'here' as const };
  // Everybody signs in from here.
  const mostRequests = { ...settings.mostRequests, signIn: 1000 };
  const own = { ...alone, mostRequests, port, dataFolder: folder };
  const server = await startServer({ ...settings, ...own }, 'demonstration');
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupted.abort();
      void server.stop();
    });
  }
  try {
    const people = new DemonstrationPeople(server.url, examples);
    await people.arrive(server.firstCode);
    const client = new ServiceClient(people, programme);
    say(await runDemonstration(examples, client, written, new ProgressBar(stdout), paint));
    say(paint('strong', '可用账号 Accounts'), ...people.table, '');
    say(...whereToLook(server.url, relative('.', folder)));
    if (stayOpen) say(paint('strong', '服务仍在运行，按 Ctrl-C 停止。 Running; Ctrl-C stops it.'));
    else await server.stop();
  } catch (error) {
    if (interrupted.signal.aborted) return;
    await server.stop();
    throw error;
  }
}

function whereToLook(url: string, folder: string): readonly string[] {
  const subject = `${url}/api/subjects/${programme}/950002`;
  return [
    paint('strong', '接着看 Where to look'),
    `  页面     Screens         ${url}/`,
    `  接口说明 API             ${url}/api/docs`,
    `  评定结果 Determination   ${subject}/determinations/2021`,
    `  拨付判定 Gate            ${subject}/gate?year=2021`,
    `  报告文件 Workbooks       ${join(folder, 'reports')}`,
    `  重新开始 Start anew      先停止，再删除 stop it, then delete ${folder}`,
    `  命令行   Command line    npm run -s assess -- ${join(folder, 'reports', '示例市乙-*.xlsx')}`,
    '',
  ];
}

try {
  await demonstrate(!process.argv.includes('--exit'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 70;
}
