import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

/** Keeps what has to be read again, such as a device's secret, from whoever has only the database. */
export class SecretBox {
  /** @param key 32 bytes */
  constructor(private readonly key: Uint8Array) {
    if (key.length !== 32) throw new Error(`a key of ${key.length} bytes, not 32`);
  }

  /** Tells this key from another without telling anything of it. */
  get mark(): string {
    return createHmac('sha256', this.key).update('pilot-targets secrets key').digest('hex');
  }

  /** Closes a text in. @param owner whose it is; it opens for nobody else */
  close(text: string, owner: string): string {
    const nonce = randomBytes(nonceLength);
    const sealing = createCipheriv(cipher, this.key, nonce).setAAD(Buffer.from(owner));
    const closed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return Buffer.concat([nonce, sealing.getAuthTag(), closed]).toString('base64');
  }

  /** The text closed in. Throws where it was changed, is another's, or has another key. */
  open(box: string, owner: string): string {
    const bytes = Buffer.from(box, 'base64');
    const from = nonceLength + tagLength;
    const opening = createDecipheriv(cipher, this.key, bytes.subarray(0, nonceLength))
      .setAuthTag(bytes.subarray(nonceLength, from))
      .setAAD(Buffer.from(owner));
    return Buffer.concat([opening.update(bytes.subarray(from)), opening.final()]).toString('utf8');
  }
}
