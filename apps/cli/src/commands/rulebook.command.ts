import { writeFile } from 'node:fs/promises';
import { renderRulebook, rulebooks } from '#rulebook';
import { type Command, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { unwritable } from '../output-file.js';

const usage = `用法 Usage:
  npm run rulebook [-- --out FILE.html]

  --out            存到哪里；默认为当前目录下的 rulebook.html`;

/** Writes the rulebooks as a page that a lawyer can check, and says where it is on stdout. */
export const rulebook: Command = async (words) => {
  const options = parseOptions(words, { out: { type: 'string' } });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  if (options.values.help) return { status: exitStatus.done, result: usage };
  const out = options.values.out ?? 'rulebook.html';
  const refused = await unwritable(out, () => writeFile(out, renderRulebook(rulebooks)));
  return (
    refused ?? { status: exitStatus.done, result: out, talk: '规则页已生成 rulebooks written:' }
  );
};
