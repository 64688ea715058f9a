import type { Clause } from '#engine';
import { html, type Html } from './html.js';

/** The quoted words with where they are printed. */
export const citation = ({ document, article, quote }: Clause): Html =>
  html`<blockquote>${quote}<cite>${document} ${article}</cite></blockquote>`;
