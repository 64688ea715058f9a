import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as timeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const entryOf = {
  server: fileURLToPath(new URL('./doomed-server.js', import.meta.url)),
  worker: fileURLToPath(new URL('../../bundled/apps/worker/src/main.js', import.meta.url)),
};

/** Making code fast, and clearing up often, cost so short a life more than they gain. */
const flags = ['--no-opt', '--min-semi-space-size=16'];

type Doom = readonly [phase: string, pass: number];

interface Start {
  readonly folder: string;
  /** Phase and pass at which it kills itself, if that is known when it starts. */
  readonly doom?: Doom;
  /** Settings beside the folder. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A server or a worker in a process of its own, which may be doomed. */
export class ServerProcess {
  private readonly exit: Promise<unknown[]>;
  private readonly said: string[] = [];
  private readonly child: ChildProcess;

  constructor({ folder, doom, settings = {} }: Start, entry: keyof typeof entryOf = 'server') {
    const words = (doom ?? []).map(String);
    const own = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' };
    const child = spawn(process.execPath, [...flags, entryOf[entry], ...words], {
      env: { ...process.env, ...own, ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const input of [child.stdout, child.stderr]) {
      if (input) createInterface({ input }).on('line', (line) => this.said.push(line));
    }
    this.child = child;
    this.exit = once(child, 'exit');
  }

  /** Its address; throws where it has none within so many milliseconds. */
  async readyWithin(deadline: number): Promise<string> {
    const url = await Promise.race([this.url(), passed(deadline)]);
    if (url === undefined)
      throw new Error(`not ready within ${deadline} ms: ${this.said.join(' ')}`);
    return url;
  }

  /** It kills itself at this pass of a phase, counted from now. */
  async doom(doom: Doom): Promise<void> {
    const told = once(this.child, 'message').then(() => true);
    this.child.send(doom);
    const dead = this.exit.then(() => false);
    if (!(await Promise.race([told, dead]))) throw new Error(`it died: ${this.said.join(' ')}`);
  }

  /** Returns once it has killed itself in this phase. Throws when it does not within the deadline. */
  async hasDied(phase: string, deadline: number): Promise<void> {
    const ended = await Promise.race([this.exit, passed(deadline)]);
    if (!ended) {
      this.child.kill('SIGKILL');
      throw new Error(`was not killed within ${deadline} ms`);
    }
    await pause(20);
    if (ended[1] !== 'SIGKILL' || !this.said.includes(`reached ${phase}`)) {
      throw new Error(`ended otherwise: ${JSON.stringify({ ended, said: this.said })}`);
    }
  }

  kill(): Promise<unknown> {
    this.child.kill('SIGKILL');
    return this.exit;
  }

  /** Lets it end in order. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const [status] = await this.exit;
    if (status !== 0) throw new Error(`it ended with ${String(status)}`);
  }

  /** Its address, or undefined where it died before it had one. */
  private async url(): Promise<string | undefined> {
    const url = () => /Serving (http\S+)/.exec(this.said.join('\n'))?.[1];
    const dead = this.exit.then(() => true);
    while (url() === undefined) {
      if (await Promise.race([dead, pause(10)])) break;
    }
    return url();
  }
}

/** Within how many milliseconds a bare Node.js comes and goes where deadlines are to hold. */
const bareStart = 100;

/** How many times slower this machine is at the moment than one where deadlines are to hold. */
async function slowness(): Promise<number> {
  const begun = performance.now();
  await once(spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' }), 'exit');
  return Math.max(1, (performance.now() - begun) / bareStart);
}

/**
 * Work with a server that is ready within a deadline, in milliseconds. One that is late is killed and
 * started once more, with more time if the machine proves to be slow, and that is said: what else a
 * machine does only ever takes time. Whatever happens, no server outlives it.
 */
export async function withServer<T>(
  start: Start & { readonly deadline: number },
  work: (server: ServerProcess, url: string) => Promise<T>,
): Promise<T> {
  const { server, url } = await readyInTime(start).catch(async (late: unknown) => {
    const slow = await slowness();
    process.stderr.write(`${String(late)}; once more on a machine ${slow.toFixed(1)} × slow\n`);
    return readyInTime({ ...start, deadline: start.deadline * slow });
  });
  try {
    return await work(server, url);
  } finally {
    await server.kill();
  }
}

async function readyInTime(start: Start & { readonly deadline: number }) {
  const server = new ServerProcess(start);
  try {
    return { server, url: await server.readyWithin(start.deadline) };
  } catch (late) {
    await server.kill();
    await letADayPass(start.folder);
    throw late;
  }
}

/** Half a file that a dead process left lies around for a day, which has passed now. */
export async function letADayPass(folder: string): Promise<void> {
  const scratch = join(folder, 'scratch');
  for (const name of await readdir(scratch).catch(() => []))
    await utimes(join(scratch, name), 0, 0);
}

export function pause(milliseconds: number): Promise<undefined> {
  return timeout(milliseconds, undefined);
}

/** As {@link pause}, for a race: it holds no process up. */
function passed(milliseconds: number): Promise<undefined> {
  return timeout(milliseconds, undefined, { ref: false });
}
