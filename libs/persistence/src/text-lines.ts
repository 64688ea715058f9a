/**
 * The lines of a text in UTF-8, each with the `\n` that ends it; only a last one may lack that.
 * @throws TypeError where the bytes are no UTF-8
 */
export async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let begun = '';
  for await (const chunk of bytes) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) yield `${line}\n`;
  }
  begun += decoder.decode();
  if (begun !== '') yield begun;
}
