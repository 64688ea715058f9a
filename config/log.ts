import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret'];
const secretKey = new RegExp(`"(?:${secrets.join('|')})":`);

/**
 * The log of a process: one line of JSON for each event, to stdout. Nothing secret is in it: keys
 * that name a secret are left out, as are passwords in URLs, queries of addresses, and whatever an
 * error carries beside its words, such as the parameters of a statement.
 */
export function openLog(level: string, to: DestinationStream = process.stdout): Logger {
  return pino(
    {
      level,
      serializers: { err: errorInWords, error: errorInWords, req: requestInBrief },
      hooks: { streamWrite: withoutSecrets },
    },
    to,
  );
}

/** Hides keys at any depth. Few lines have one: pino's own paths would be sought in each, at length. */
function withoutSecrets(line: string): string {
  const hidden = secretKey.test(line)
    ? `${JSON.stringify(JSON.parse(line), unlessSecret)}\n`
    : line;
  return hidden.replaceAll(/(:\/\/[^\s/"@]*?):[^\s/"]+@/g, '$1:…@');
}

function unlessSecret(key: string, value: unknown): unknown {
  return secrets.includes(key) ? '…' : value;
}

function errorInWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack };
}

interface RequestInBrief {
  readonly method: string;
  readonly url: string;
  readonly ip?: string;
}

function requestInBrief({ method, url, ip }: RequestInBrief): RequestInBrief {
  return { method, url: url.replace(/\?.*/s, '?…'), ...(ip !== undefined && { ip }) };
}
