import { grouped } from '#wording';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { inGlyphs, noto } from './embedded-font.js';
import {
  dayInWords,
  hasLongCell,
  isShort,
  numbered,
  page,
  footLines,
  verificationLine,
  type Block,
  type Issue,
  type Paper,
  type Table,
} from './paper.js';
import { placedCells } from './placed-cells.js';

pdfmake.setFonts({ Noto: { ...noto, italics: noto.normal, bolditalics: noto.bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path === noto.normal || path === noto.bold);

/** In points. */
const points = (millimetres: number) => (millimetres * 72) / 25.4;
/** In points: 二号, 三号, 小五. */
const sizes = { title: 22, body: 16, table: 9 } as const;

const [width, height] = page.paper;
const pageMargins: [number, number, number, number] = [
  ...([points(page.left), points(page.top)] as const),
  ...([points(width - page.left - page.width), points(height - page.top - page.height)] as const),
];

/** A paper as a PDF. */
export async function writePdf(paper: Paper, issue: Issue): Promise<Uint8Array> {
  const breaks = new Breaks();
  for (;;) {
    const { size } = breaks;
    const made = pdfmake.createPdf(definition(paper, issue, breaks));
    await made.getStream();
    // Without more than was known before, all cells are closed where pages end.
    if (breaks.size === size) return new Uint8Array(await made.getBuffer());
  }
}

/** The rows of tables that were the first on a page, by what their cells are called. */
class Breaks {
  private readonly first = new Set<string>();
  private lastPage = 1;

  get size(): number {
    return this.first.size;
  }

  /** Takes note of the page that a cell came to stand on, one after the other. */
  note(row: string, page: number): void {
    if (page > this.lastPage) this.first.add(row);
    this.lastPage = page;
  }

  /** The rows at which a cell that begins at one and takes others begins anew. */
  within(table: number, { row, down }: { row: number; down: number }): readonly number[] {
    return Array.from({ length: down }, (_, index) => row + index).filter(
      (each) => each === row || this.first.has(`${table} ${each}`),
    );
  }
}

function definition(paper: Paper, issue: Issue, breaks: Breaks): TDocumentDefinitions {
  const blocks: Content[] = [];
  paper.blocks.forEach((block, index) => {
    const own = written(block, index, issue, breaks);
    if (block.kind !== 'table' || !isShort(block)) blocks.push(...own);
    else {
      // Nor is it parted from its heading.
      const heading = paper.blocks[index - 1]?.kind === 'heading' ? blocks.splice(-1) : [];
      blocks.push({ stack: [...heading, ...own], unbreakable: true });
    }
  });
  return {
    pageSize: 'A4',
    pageMargins,
    info: { title: paper.title, creator: '绩效目标核查', subject: verificationLine(issue) },
    language: 'zh-CN',
    defaultStyle: { font: 'Noto', fontSize: sizes.body, lineHeight: 1.15 },
    footer: (current, total) => ({
      stack: [`第 ${current} 页 共 ${total} 页`, ...footLines(issue)],
      ...{ alignment: 'center', fontSize: sizes.table, margin: [0, 14, 0, 0] },
    }),
    content: [
      { text: inGlyphs(paper.title), bold: true, fontSize: sizes.title, alignment: 'center' },
      { text: inGlyphs(paper.subtitle), alignment: 'center', margin: [0, 4, 0, 10], fontSize: 14 },
      ...blocks.slice(0, -2),
      // What a seal is set to stands on its page.
      { stack: blocks.slice(-2), unbreakable: true },
    ],
    pageBreakBefore: ({ id, startPosition, headlineLevel }, { getFollowingNodesOnPage }) => {
      if (id !== undefined) breaks.note(id, startPosition.pageNumber);
      return headlineLevel === 1 && getFollowingNodesOnPage().length === 0;
    },
  };
}

function written(block: Block, index: number, { on }: Issue, breaks: Breaks): readonly Content[] {
  const indented = { leadingIndent: 2 * sizes.body };
  switch (block.kind) {
    case 'heading':
      return [
        {
          ...{ text: inGlyphs(block.text), bold: true, ...indented },
          ...{ margin: [0, 6, 0, 4], headlineLevel: 1 },
        },
      ];
    case 'paragraph': {
      const look = block.first ? {} : indented;
      return [{ text: inGlyphs(block.text), ...look, margin: [0, 0, 0, 6] }];
    }
    case 'notes':
      return numbered(block).map((note) => ({
        text: inGlyphs(note),
        ...{ margin: [0, 2, 0, 0], fontSize: sizes.table },
      }));
    case 'table':
      return [table(block, index, breaks)];
    case 'seal':
      return [
        {
          stack: [{ text: inGlyphs(block.by) }, { text: dayInWords(on) }],
          ...{ alignment: 'right', margin: [0, 45, points(16), 0] },
        },
      ];
  }
}

function table(block: Table, index: number, breaks: Breaks): Content {
  const body = block.rows.map((): TableCell[] => block.widths.map(() => ({})));
  const placed = placedCells(block);
  const isMerged = placed.some(({ down }) => down > 1);
  for (const { text, column, across, align, isHead, isNumber, ...place } of placed) {
    const begins = breaks.within(index, place);
    begins.forEach((row, part) => {
      const cells = body[row];
      if (!cells) return;
      const down = (begins[part + 1] ?? place.row + place.down) - row;
      cells[column] = {
        text: isNumber ? grouped(text) : inGlyphs(text),
        ...{ colSpan: across, rowSpan: down, alignment: align ?? 'center' },
        // What takes several rows may be broken by a page.
        ...(place.down === 1 && { verticalAlignment: 'middle' as const }),
        ...(isMerged && column + across === block.widths.length && { id: `${index} ${row}` }),
        ...(isHead && { bold: true }),
      };
    });
  }
  // A cell's padding is part of the type area.
  const [beside, above] = [2.5, 3];
  return {
    table: {
      widths: block.widths.map((width) => points(width) - 2 * beside - 0.5),
      // A row that no page holds would not be shown at all.
      ...{ headerRows: block.headRows, keepWithHeaderRows: block.headRows, body },
      dontBreakRows: !hasLongCell(block),
    },
    layout: {
      ...{ hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
      ...{ paddingLeft: () => beside, paddingRight: () => beside },
      ...{ paddingTop: () => above, paddingBottom: () => above },
    },
    ...{ fontSize: sizes.table, lineHeight: 1, margin: [0, 0, 0, 6] },
  };
}
