import type { Issue, Paper } from './paper.js';

export type WrittenFormat = 'docx' | 'pdf' | 'xlsx';

/** Writes a paper as the bytes of a file. What a format needs is loaded when it is first asked for. */
export const paperWriters: Readonly<
  Record<WrittenFormat, (paper: Paper, issue: Issue) => Promise<Uint8Array>>
> = {
  docx: async (paper, issue) => (await import('./docx.js')).writeDocx(paper, issue),
  pdf: async (paper, issue) => (await import('./pdf.js')).writePdf(paper, issue),
  xlsx: async (paper, issue) => (await import('./xlsx.js')).writeXlsx(paper, issue),
};
