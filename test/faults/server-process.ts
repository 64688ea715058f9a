import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./doomed-server.js', import.meta.url));

/** A server in a process of its own, which may be doomed. */
export class ServerProcess {
  private readonly exit: Promise<unknown[]>;
  private readonly said: string[] = [];
  private readonly child: ChildProcess;

  /** @param doom phase and pass at which it kills itself */
  constructor(folder: string, doom: readonly [string, number] | readonly [] = []) {
    const child = spawn(process.execPath, [entry, folder, ...doom.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => this.said.push(line));
    this.child = child;
    this.exit = once(child, 'exit');
  }

  /** Its address, or undefined where it died before it had one. */
  private async url(): Promise<string | undefined> {
    const url = () => this.said.find((line) => line.startsWith('http'));
    const dead = this.exit.then(() => true);
    while (url() === undefined) {
      if (await Promise.race([dead, pause(10)])) break;
    }
    return url();
  }

  /** Its address; throws where it has none within so many milliseconds. */
  async readyWithin(deadline: number): Promise<string> {
    const url = await Promise.race([this.url(), pause(deadline)]);
    if (url === undefined) throw new Error(`not ready within ${deadline} ms`);
    return url;
  }

  /** True once it has killed itself in this phase. Throws when it does not within the deadline. */
  async hasDied(phase: string, deadline: number): Promise<void> {
    const ended = await Promise.race([this.exit, pause(deadline)]);
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
    if (status !== 0) throw new Error(`the server ended with ${String(status)}`);
  }
}

export function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
