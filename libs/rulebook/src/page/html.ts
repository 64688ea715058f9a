/** Text that is HTML already. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = string | Html | readonly Part[];

function sourceOf(part: Part): string {
  if (part instanceof Html) return part.source;
  if (typeof part !== 'string') return part.map(sourceOf).join('');
  return part.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Puts HTML together; every text put in is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((piece, n) => piece + sourceOf(parts[n] ?? '')).join(''));
}
