import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDocs } from '#report';
import { programmes } from '#rulebook';
import { type Command, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { unwritable } from '../output-file.js';

const usage = `用法 Usage:
  npm run docs:format [-- --out FOLDER]

  --out            存到哪个文件夹；默认为 docs/report-format`;

/** Writes the pages of the report format that follow from declarations, and lists them on stdout. */
export const formatDocsCommand: Command = async (words) => {
  const options = parseOptions(words, { out: { type: 'string' } });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  if (options.values.help) return { status: exitStatus.done, result: usage };
  const folder = options.values.out ?? 'docs/report-format';
  const written: string[] = [];
  const refused = await unwritable(folder, async () => {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of formatDocs(programmes)) {
      const path = join(folder, name);
      await writeFile(path, content);
      written.push(path);
    }
  });
  return refused ?? { status: exitStatus.done, result: written.join('\n') };
};
