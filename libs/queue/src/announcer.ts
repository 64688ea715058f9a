import { openQueue } from './bull-server.js';

type Queue = ReturnType<typeof openQueue>;

/**
 * Announces work through a server that may be away. Then the connection is given up, and another is
 * opened with an announcement after a rest: what keeps trying by itself does so without a rest, or
 * keeps what nobody needs any more.
 */
export class Announcer {
  private queue: Queue | undefined;
  private restUntil = 0;

  /**
   * @param onFault told once of each outage, and again after each rest
   * @param rest in milliseconds
   */
  constructor(
    private readonly url: string,
    private readonly onFault: (fault: unknown) => void,
    private readonly rest: number,
  ) {
    this.opened();
  }

  announce(): void {
    const queue = this.opened();
    queue
      ?.add('work', {}, { removeOnComplete: true, removeOnFail: true })
      .catch((fault: unknown) => this.giveUp(queue, fault));
  }

  async close(): Promise<void> {
    // By force, as what is orderly waits for a server that is away.
    await this.queue?.getBackend().close(true);
  }

  private opened(): Queue | undefined {
    if (this.queue || performance.now() < this.restUntil) return this.queue;
    const queue = openQueue(this.url);
    const giveUp = (fault: unknown) => this.giveUp(queue, fault);
    queue.on('error', giveUp).waitUntilReady().catch(giveUp);
    return (this.queue = queue);
  }

  private giveUp(queue: Queue, fault: unknown): void {
    if (this.queue !== queue) return;
    this.queue = undefined;
    this.restUntil = performance.now() + this.rest;
    this.onFault(fault);
    queue.getBackend().close(true).catch(this.onFault);
  }
}
