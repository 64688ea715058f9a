import { readFile } from 'node:fs/promises';
import { fromBufferPromise } from 'yauzl';

/** The text of one part of a zip file, such as a document or a workbook. */
export async function partOf(path: string, name: string): Promise<string> {
  const zip = await fromBufferPromise(await readFile(path), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (chunk instanceof Uint8Array) chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  }
  throw new Error(`no part ${name}`);
}
