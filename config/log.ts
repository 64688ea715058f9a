import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret'];

/**
 * The log of a process: one line of JSON for each event, to stdout. Nothing secret is in it: keys
 * that name a secret are left out, as are passwords in URLs, queries of addresses, and whatever an
 * error carries beside its words, such as the parameters of a statement.
 */
export function openLog(level: string, to: DestinationStream = process.stdout): Logger {
  return pino(
    {
      level,
      redact: {
        paths: secrets.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.headers["${key}"]`]),
        censor: '…',
      },
      serializers: { err: errorInWords, error: errorInWords, req: requestInBrief },
      hooks: { streamWrite: (line) => line.replaceAll(/(:\/\/[^\s/"@]*?):[^\s/"]+@/g, '$1:…@') },
    },
    to,
  );
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
