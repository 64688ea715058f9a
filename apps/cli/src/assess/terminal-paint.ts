import { styleText } from 'node:util';
import type { Paint, Tone } from '#wording';

const styles: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  good: 'green',
  bad: 'red',
  unsure: 'yellow',
  quiet: 'dim',
  strong: 'bold',
};

/** Colours for stdout where it is a terminal that wants them (NO_COLOR is respected). */
export const terminalPaint: Paint = (tone, text) =>
  styleText(styles[tone], text, { stream: process.stdout });
