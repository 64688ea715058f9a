import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkpointText } from '#application';
import type { Audit } from '#persistence';
import { wordsOfAbout, wordsOfWhat, wordsOfWho } from './entry-words.js';

const head = ['序号', '时间', '人员', '账号', '事项', '对象', '链环', '链值'];

/** Writes all entries as CSV that a spreadsheet opens, and the checkpoint that they end with. */
export async function writeEntriesCsv(audit: Audit, out: Writable): Promise<void> {
  const { checkpoint } = audit;
  // Who reads the paper has no accounts to look names up in.
  const people = await audit.people();
  const lines = async function* () {
    // Without the mark a spreadsheet takes the text for another encoding.
    yield `\uFEFF${line(head)}`;
    for await (const some of audit.entries()) {
      yield some
        .map(({ number, at, who, what, about, link, chain }) =>
          line([
            ...[number, at, wordsOfWho(who, people), who, wordsOfWhat(what)],
            ...[wordsOfAbout(about, people), link ?? '', chain ?? ''],
          ]),
        )
        .join('');
    }
    if (checkpoint) {
      const { number, chain, at } = checkpoint;
      yield line(['校验点', at, '', '', '', checkpointText(checkpoint), number, chain]);
    }
  };
  await pipeline(Readable.from(lines()), out);
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.map(quoted).join()}\r\n`;
}

/** A text that a spreadsheet would take for a formula is made one that it does not. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
