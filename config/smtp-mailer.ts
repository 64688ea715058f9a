import type { Letter, Mailer } from '#application';
import { createTransport, type Transporter } from 'nodemailer';

/** In milliseconds: how long a server may say nothing. */
const patience = 10_000;

/** Sends e-mail through a server by SMTP. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private readonly domain: string;

  /**
   * @param url `smtp://` or `smtps://`, with user and password where the server asks for them
   * @param from the address that letters come from
   */
  constructor(url: string, from: string) {
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience };
    const noFiles = { disableFileAccess: true, disableUrlAccess: true };
    this.transport = createTransport(
      { url, ...timeouts, socketTimeout: patience, ...noFiles },
      { from },
    );
    this.domain = from.replace(/^.*@/, '').replace(/>$/, '');
  }

  async send({ id, to, subject, text }: Letter): Promise<void> {
    const messageId = `<${id}@${this.domain}>`;
    await this.transport.sendMail({ messageId, to, subject, text, textEncoding: 'base64' });
  }
}
