import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can be cut, as if the server were away, and mended. */
export class CutLine {
  private readonly ends = new Set<Socket>();
  private port = 0;
  private readonly line;

  private constructor(private readonly server: URL) {
    this.line = createServer((near) => {
      const far = connect(Number(server.port), server.hostname);
      for (const end of [near, far]) {
        this.ends.add(end);
        end.on('error', () => undefined).on('close', () => this.hangUp(near, far));
      }
      near.pipe(far).pipe(near);
    });
  }

  static async to(url: string): Promise<CutLine> {
    const line = new CutLine(new URL(url));
    await line.mend();
    return line;
  }

  /** The server's URL by way of this line. */
  get url(): string {
    const url = new URL(this.server);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async mend(): Promise<void> {
    await once(this.line.listen(this.port, '127.0.0.1'), 'listening');
    const address = this.line.address();
    if (isInternet(address)) this.port = address.port;
  }

  /** From now on nobody answers. */
  async cut(): Promise<void> {
    const closed = once(this.line, 'close');
    this.line.close();
    this.hangUp(...this.ends);
    await closed;
  }

  private hangUp(...ends: readonly Socket[]): void {
    for (const end of ends) {
      this.ends.delete(end);
      end.destroy();
    }
  }
}

function isInternet(address: unknown): address is AddressInfo {
  return typeof address === 'object' && address !== null && 'port' in address;
}
