import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const readyDeadline = 60_000;

/** How many of each share one database and one queue; compose.yaml has as many. */
export const sharing = { servers: 2, workers: 2 };

/** Processes of the product as an operator starts them, with the settings that lead to its data. */
export class Topology {
  private readonly processes: ChildProcess[] = [];

  constructor(private readonly settings: Readonly<Record<string, string>>) {}

  /** Starts a server on a free port. @returns its URL */
  async server(): Promise<string> {
    const [url = ''] = await this.start('apps/server/src/main', [/Serving (http\S+)/]);
    return url;
  }

  /** The same on an empty database. @returns its URL, and the one-time credential that it prints */
  async firstServer(): Promise<{ url: string; firstCode: string }> {
    const wanted = [/Serving (http\S+)/, /^ {2}(\S+) {2}→ POST/];
    const [url = '', firstCode = ''] = await this.start('apps/server/src/main', wanted);
    return { url, firstCode };
  }

  async worker(): Promise<void> {
    await this.start('apps/worker/src/main', [/Working/]);
  }

  get processIds(): readonly number[] {
    return this.processes.map(({ pid = 0 }) => pid);
  }

  /** Runs a command of the command line on the same data. @returns its status, and what it shows */
  command(...words: readonly string[]): Promise<{ status: unknown; shown: string }> {
    return new Promise((resolve) => {
      const main = ['config/run.mjs', 'apps/cli/src/main', ...words];
      execFile(process.execPath, main, { env: this.environment }, (error, stdout, stderr) =>
        resolve({ status: error?.code ?? 0, shown: stdout + stderr }),
      );
    });
  }

  /** Ends every process in order, and says with which status each ended. */
  async stop(): Promise<readonly unknown[]> {
    return Promise.all(
      this.processes.map(async (child) => {
        if (child.exitCode === null) {
          child.kill('SIGTERM');
          await once(child, 'exit');
        }
        return child.exitCode;
      }),
    );
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...this.settings };
  }

  /** @param wanted what it says once it is ready; @returns what each of them caught */
  private async start(module: string, wanted: readonly RegExp[]): Promise<readonly string[]> {
    const child = spawn(process.execPath, ['config/run.mjs', module], {
      env: this.environment,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    this.processes.push(child);
    const caught: string[] = [];
    const late = setTimeout(() => child.kill('SIGKILL'), readyDeadline);
    const lines = createInterface({ input: child.stderr });
    for await (const line of lines) {
      const found = wanted[caught.length]?.exec(line);
      if (found) caught.push(found[1] ?? '');
      if (caught.length === wanted.length) {
        clearTimeout(late);
        child.stderr.pipe(process.stderr);
        return caught;
      }
    }
    throw new Error(`${module} did not become ready`);
  }
}
