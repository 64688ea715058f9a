import { styleText } from 'node:util';
import { terminalStyles, type Paint } from '#wording';

/** Colours for stdout where it is a terminal that wants them (NO_COLOR is respected). */
export const terminalPaint: Paint = (tone, text) =>
  styleText(terminalStyles[tone], text, { stream: process.stdout });
