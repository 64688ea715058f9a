/** What a piece of text means, so that each edge may colour it in its own way. */
export type Tone = 'good' | 'bad' | 'unsure' | 'quiet' | 'strong';

/** Puts a tone on a text; the plain one returns the text as it is. */
export type Paint = (tone: Tone, text: string) => string;

/** For places without colour. */
export const plain: Paint = (_tone, text) => text;

/** How a terminal shows each tone, as `styleText` of node:util names it. */
export const terminalStyles = {
  good: 'green',
  bad: 'red',
  unsure: 'yellow',
  quiet: 'dim',
  strong: 'bold',
} as const satisfies Readonly<Record<Tone, string>>;
