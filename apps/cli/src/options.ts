import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

const help = { help: { type: 'boolean', short: 'h' } } as const;

function parse<O extends Options>(words: readonly string[], options: O, positionals: boolean) {
  return parseArgs({
    args: [...words],
    allowPositionals: positionals,
    options: { ...options, ...help },
  });
}

type Parsed<O extends Options> = ReturnType<typeof parse<O>>;

/** The options and files among a command's words, or a sentence on the one that is wrong (中文). */
export function parseOptions<O extends Options>(
  words: readonly string[],
  options: O,
  allow: { readonly files: boolean } = { files: false },
):
  | { readonly kind: 'options'; readonly values: Parsed<O>['values']; readonly files: string[] }
  | { readonly kind: 'wrong'; readonly sentence: string } {
  try {
    const { values, positionals } = parse(words, options, allow.files);
    return { kind: 'options', values, files: positionals };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'wrong', sentence: wrongOption(error) };
    throw error;
  }
}

function wrongOption({ message }: TypeError): string {
  const option = /'(-[^']*)'/.exec(message)?.[1];
  return `选项有误${option ? `：${option}` : ''}。${message}`;
}
