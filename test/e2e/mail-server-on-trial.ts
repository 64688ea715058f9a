import { EventEmitter, on } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: string;
  readonly text: string;
}

/** A mail server on this machine that keeps what it takes. It asks for `pilot` with `sekret`. */
export class MailServerOnTrial {
  readonly taken: Mail[] = [];
  /** So many letters it puts off before it takes one. */
  putOff = 0;
  private readonly news = new EventEmitter();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false },
      onAuth: ({ username, password }, _session, done) =>
        username === 'pilot' && password === 'sekret'
          ? done(null, { user: username })
          : done(new Error('Invalid username or password')),
      onData: (stream, { envelope }, done) => {
        void text(stream).then((raw) => {
          if (this.putOff > 0) {
            this.putOff -= 1;
            done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
            return;
          }
          const [headers = '', body = ''] = raw.split(/\r\n\r\n([^]*)/);
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          const decoded = Buffer.from(body, 'base64').toString();
          this.taken.push({ from, to, headers, text: decoded });
          this.news.emit('taken');
          done();
        });
      },
    });
  }

  static async start(): Promise<MailServerOnTrial> {
    const trial = new MailServerOnTrial();
    await new Promise<void>((listening) => {
      trial.server.listen(0, '127.0.0.1', listening);
    });
    return trial;
  }

  /** @param password that a sender is told */
  url(password = 'sekret'): string {
    const address = this.server.server.address();
    if (!isAddress(address)) throw new Error('the mail server does not listen');
    return `smtp://pilot:${password}@127.0.0.1:${address.port}`;
  }

  /** Waits until it has taken so many letters. */
  async take(letters: number): Promise<readonly Mail[]> {
    const news = on(this.news, 'taken');
    while (this.taken.length < letters) await news.next();
    await news.return?.();
    return this.taken;
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => {
      this.server.close(closed);
    });
  }
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
