import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip as twip,
  type IParagraphOptions,
} from 'docx';
import { grouped } from '#wording';
import {
  dayInWords,
  isShort,
  numbered,
  page,
  footLines,
  verificationLine,
  type Block,
  type Cell,
  type Issue,
  type Paper,
  type Table,
} from './paper.js';

/** The fonts that GB/T 9704 names; a machine without them shows its own. */
const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  note: '楷体_GB2312',
} as const;

/** In half points: 二号, 四号, 三号, 小五. */
const sizes = { title: 44, note: 28, body: 32, heading: 32, table: 18 } as const;
/** In twentieths of a point: 22 lines of 28 characters to a page (版面). */
const lineOfBody = 579;

/** A paper as a Word document. */
export async function writeDocx(paper: Paper, issue: Issue): Promise<Uint8Array> {
  const [width, height] = page.paper;
  const document = new Document({
    title: paper.title,
    creator: '绩效目标核查',
    description: verificationLine(issue),
    styles: { default: { document: { run: { font: fontOf('body'), size: sizes.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twip(width), height: twip(height) },
            margin: {
              ...{ top: twip(page.top), left: twip(page.left) },
              right: twip(width - page.left - page.width),
              bottom: twip(height - page.top - page.height),
              footer: twip(20),
            },
          },
        },
        footers: { default: footer(issue) },
        children: [
          line(paper.title, 'title', { alignment: AlignmentType.CENTER }),
          ...(paper.subtitle === ''
            ? []
            : [line(paper.subtitle, 'note', { alignment: AlignmentType.CENTER })]),
          // A line's space between title and text.
          small('', { spacing: { after: 120 } }),
          ...paper.blocks.flatMap((block) => written(block, issue)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The same face for Chinese and for Latin letters. */
function fontOf(kind: keyof typeof fonts) {
  const font = fonts[kind];
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font };
}

function line(text: string, kind: keyof typeof fonts, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    spacing: { line: kind === 'title' ? 720 : lineOfBody, lineRule: LineRuleType.EXACT },
    ...options,
    children: [new TextRun({ text, font: fontOf(kind), size: sizes[kind] })],
  });
}

function small(text: string, options: IParagraphOptions = {}, font: keyof typeof fonts = 'body') {
  return new Paragraph({
    ...options,
    children: [new TextRun({ text, font: fontOf(font), size: sizes.table })],
  });
}

function written(block: Block, { on }: Issue): readonly (Paragraph | DocxTable)[] {
  // Two characters.
  const indented = { indent: { firstLine: sizes.body * 20 } };
  switch (block.kind) {
    case 'heading':
      return [line(block.text, 'heading', { ...indented, keepNext: true })];
    case 'paragraph':
      return [line(block.text, 'body', block.first ? {} : indented)];
    case 'notes':
      // What a seal is set to stands on its page, so it keeps to the last note.
      return numbered(block).map((note, index, { length }) =>
        small(note, { spacing: { before: 40 }, keepNext: index === length - 1 }, 'note'),
      );
    case 'table':
      return [
        table(block),
        small('', { spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } }),
      ];
    case 'seal': {
      const place = { alignment: AlignmentType.RIGHT, indent: { right: twip(16) } };
      return [
        // The seal (42 mm) covers the issuer and the day.
        line(block.by, 'body', {
          ...place,
          keepNext: true,
          spacing: { before: 900, line: lineOfBody },
        }),
        line(dayInWords(on), 'body', place),
      ];
    }
  }
}

function table(block: Table): DocxTable {
  const { widths, rows, headRows } = block;
  // The last row, often a sum, does not stand on a page alone.
  const keepsNext = (index: number) =>
    index < rows.length - 1 &&
    (isShort(block) || index === rows.length - 2 || isFirstOfMany(rows[index]));
  return new DocxTable({
    width: { size: twip(page.width), type: WidthType.DXA },
    columnWidths: widths.map(twip),
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index < headRows,
          cantSplit: true,
          children: cells.map((cell) => tableCell(cell, keepsNext(index))),
        }),
    ),
  });
}

/** What takes several rows has its words beside two of them, so that no page breaks within. */
const isFirstOfMany = (cells: readonly Cell[] = []) => cells.some(({ down = 1 }) => down > 1);

function tableCell(cell: Cell, keepNext: boolean): TableCell {
  const { text, across = 1, down = 1, align, isHead, isNumber } = cell;
  const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT };
  return new TableCell({
    columnSpan: across,
    rowSpan: down,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 50, bottom: 50, left: 60, right: 60 },
    children: [
      small(
        isNumber ? grouped(text) : text,
        { alignment: align ? alignments[align] : AlignmentType.CENTER, keepNext },
        isHead ? 'heading' : 'body',
      ),
    ],
  });
}

function footer(issue: Issue): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: sizes.table,
            children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
      ...footLines(issue).map((line) => small(line, { alignment: AlignmentType.CENTER })),
    ],
  });
}
