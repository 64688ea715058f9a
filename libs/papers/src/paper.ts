import type { Day } from '#engine';

/** What a paper says, whatever format it is written in. */
export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

/** A paper, and in one sentence (中文) what whoever verifies it is told of it. */
export interface Composed {
  readonly paper: Paper;
  readonly gist: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** `first` is not indented: who a letter is to. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly first?: boolean }
  /** Numbered, after what they are called. */
  | { readonly kind: 'notes'; readonly label: '注' | '说明'; readonly notes: readonly string[] }
  | Table
  /** Who sets the seal (盖章), above the day of issue, with the space that a seal takes. */
  | { readonly kind: 'seal'; readonly by: string };

export interface Table {
  readonly kind: 'table';
  /** Of the columns, in millimetres; together the width of the type area (版心). */
  readonly widths: readonly number[];
  /** How many rows are repeated on each page. */
  readonly headRows: number;
  /** A row leaves out the cells that another covers. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly text: string;
  /** How many columns it takes. */
  readonly across?: number;
  /** How many rows it takes. */
  readonly down?: number;
  readonly align?: 'left' | 'right';
  readonly isHead?: boolean;
  /** A plain decimal, which a spreadsheet can add up. */
  readonly isNumber?: boolean;
}

/** What a paper bears beside what it says. */
export interface Issue {
  /** 核验码. */
  readonly code: string;
  readonly on: Day;
  /** Where the audit chain stood (审计校验点), as `audit verify --checkpoint` takes it. */
  readonly checkpoint: string;
}

/** Where everybody can look a code up. */
const whereToVerify = '本系统“文件核验”页（/verify）';

export const verificationLine = ({ code }: Issue) => `核验码 ${code}，可在${whereToVerify}核对`;

/** What stands below each page. */
export const footLines = (issue: Issue): readonly string[] => [
  verificationLine(issue),
  `审计校验点 ${issue.checkpoint}`,
];

/** A page by GB/T 9704, in millimetres: A4, 天头 37, 订口 28, 版心 156 × 225. */
export const page = { top: 37, left: 28, width: 156, height: 225, paper: [210, 297] } as const;

/** A day as papers write it: 2026年11月21日. */
export function dayInWords(day: Day): string {
  const [year = '', month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/**
 * Words that others wrote, as a paper can show them: in one line, without what is no character, as a
 * control character breaks a file and a change of direction can hide what is said. A rare character
 * stays, also one that only some machines know (造字).
 */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\s]+/gu, ' ').trim();
}

/** Characters of a cell that a page holds in any of our columns that others fill in. */
const mostOnPage = 500;

/** Whether a row could take more than a page. */
export const hasLongCell = ({ rows }: Table) =>
  rows.some((cells) => cells.some(({ text }) => text.length > mostOnPage));

/** Whether a table stands on one page as a whole. */
export const isShort = (table: Table) => table.rows.length <= 6 && !hasLongCell(table);

/** The lines of notes: what they are called stands before the first. */
export function numbered({ label, notes }: Extract<Block, { kind: 'notes' }>): readonly string[] {
  return notes.map((note, index) => {
    const before = index === 0 ? `${label}：` : '　'.repeat(label.length + 1);
    return `${before}${index + 1}. ${note}`;
  });
}

const head = (text: string, spans: Partial<Cell> = {}): Cell => ({ text, isHead: true, ...spans });
const left = (text: string, spans: Partial<Cell> = {}): Cell => ({ text, align: 'left', ...spans });
const figure = (decimal: string | null): Cell =>
  decimal === null ? { text: '' } : { text: decimal, align: 'right', isNumber: true };

/** Kinds of cells. */
export const cell = { head, left, figure };
