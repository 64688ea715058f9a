import { createRequire } from 'node:module';
import { grouped } from '#wording';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  dayInWords,
  page,
  verificationLine,
  type Block,
  type Issue,
  type Paper,
  type Table,
} from './paper.js';
import { placedCells } from './placed-cells.js';

const require = createRequire(import.meta.url);
/** Noto, of which the glyphs that are used go into the file: the reader's machine needs no font. */
const noto = {
  normal: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
};
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
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins,
    info: { title: paper.title, creator: '绩效目标核查', subject: verificationLine(issue) },
    language: 'zh-CN',
    defaultStyle: { font: 'Noto', fontSize: sizes.body, lineHeight: 1.15 },
    footer: (current, total) => ({
      stack: [{ text: `第 ${current} 页 共 ${total} 页` }, { text: verificationLine(issue) }],
      ...{ alignment: 'center', fontSize: sizes.table, margin: [0, 14, 0, 0] },
    }),
    content: [
      { text: paper.title, bold: true, fontSize: sizes.title, alignment: 'center' },
      { text: paper.subtitle, alignment: 'center', margin: [0, 4, 0, 10], fontSize: 14 },
      ...paper.blocks.map((block) => written(block, issue)),
    ],
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

function written(block: Block, { on }: Issue): Content {
  const indented = { leadingIndent: 2 * sizes.body };
  switch (block.kind) {
    case 'heading':
      return { text: block.text, bold: true, ...indented, margin: [0, 6, 0, 4] };
    case 'paragraph':
      return { text: block.text, ...(block.first ? {} : indented), margin: [0, 0, 0, 6] };
    case 'notes':
      return {
        stack: block.notes.map((note, index) => ({
          text: `${index === 0 ? '注：' : '　　'}${index + 1}. ${note}`,
          margin: [0, 2, 0, 0],
        })),
        fontSize: sizes.table,
      };
    case 'table':
      return table(block);
    case 'seal':
      return {
        stack: [{ text: block.by }, { text: dayInWords(on) }],
        ...{ alignment: 'right', margin: [0, 45, points(16), 0], unbreakable: true },
      };
  }
}

function table(block: Table): Content {
  const body = block.rows.map((): TableCell[] => block.widths.map(() => ({})));
  for (const { text, row, column, across, down, align, isHead, isNumber } of placedCells(block)) {
    const cells = body[row];
    if (cells) {
      cells[column] = {
        text: isNumber ? grouped(text) : text,
        ...{ colSpan: across, rowSpan: down, alignment: align ?? 'center' },
        // What takes several rows may be broken by a page.
        ...(down === 1 && { verticalAlignment: 'middle' as const }),
        ...(isHead && { bold: true }),
      };
    }
  }
  // A cell's padding is part of the type area.
  const [beside, above] = [2.5, 3];
  return {
    table: {
      widths: block.widths.map((width) => points(width) - 2 * beside - 0.5),
      ...{ headerRows: block.headRows, dontBreakRows: true, body },
    },
    layout: {
      ...{ hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
      ...{ paddingLeft: () => beside, paddingRight: () => beside },
      ...{ paddingTop: () => above, paddingBottom: () => above },
    },
    ...{ fontSize: sizes.table, lineHeight: 1, margin: [0, 0, 0, 6] },
  };
}
