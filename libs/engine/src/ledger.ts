/**
 * What a ledger (台账) is made of, declared as data: template, reader, validation, JSON schema and
 * documentation all follow from one declaration.
 */

/** What a cell may hold, once read. Blank is null; amounts are 分 and counts plain, both safe integers. */
export type CellValue = string | number | boolean | null;

/** Which days a date may show: in the report's year, or not after it. */
export type DateRule = 'in-report-year' | 'not-after-report-year';

/** What a patent number must turn out to be for a value of the type column. */
export type PatentForm = 'invention' | 'pct' | 'any';

export type ColumnType =
  | { readonly kind: 'text' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'amount' }
  | { readonly kind: 'count' }
  | { readonly kind: 'date'; readonly rule?: DateRule }
  | { readonly kind: 'credit-code' }
  | {
      readonly kind: 'patent-number';
      /** Column id whose value says which form the number must have. */
      readonly formFrom?: string;
      readonly forms?: Readonly<Record<string, PatentForm>>;
    };

export interface Column {
  /** The header text, with its unit in full-width brackets where it has one. */
  readonly header: string;
  readonly type: ColumnType;
  /** True when every row must fill it. */
  readonly required: boolean;
  /** A sentence for the clerk who fills it in (中文). */
  readonly hint: string;
}

/**
 * How the rows of several years make one indicator.
 * - `annual`: each report tells its own year anew; only the assessed year's report counts.
 * - `flow`: each row belongs to its report's year (流量).
 * - `stock`: rows accumulate over the reports given (存量).
 */
export type Span = 'annual' | 'flow' | 'stock';

export type Columns = Readonly<Record<string, Column>>;

/**
 * What it means where several subjects claim an item (跨主体重复).
 * - `disputedBy`: lists of column ids; who shares the values of one, none of them blank, is in
 *   dispute with the other.
 * - `natural`: why that is nothing to look into (中文).
 */
export type AcrossSubjects =
  { readonly disputedBy: readonly (readonly string[])[] } | { readonly natural: string };

export interface Ledger {
  readonly id: string;
  /** The sheet's name (工作表). */
  readonly sheet: string;
  readonly span: Span;
  readonly columns: Columns;
  /**
   * What makes two rows the same item: lists of column ids, of which the first with no blank
   * decides; the last decides where each has one.
   */
  readonly sameItem: readonly (readonly string[])[];
  readonly acrossSubjects: AcrossSubjects;
  /** Rows that share `by` must agree on `on`; where they differ none of them counts. */
  readonly mustAgree?: { readonly by: string; readonly on: string };
  /** Each row belongs to the item of another ledger with the same value in `parentColumn`. */
  readonly belongsTo?: {
    readonly ledger: Ledger;
    readonly by: string;
    readonly parentColumn: string;
  };
  /** A sentence for the clerk about the sheet (中文). */
  readonly hint: string;
}

/** A ledger whose column ids the compiler knows, so that rules can only name those. */
export interface LedgerWith<C extends Columns> extends Ledger {
  readonly columns: C;
}

/** Declares a ledger; throws where the declaration contradicts itself. */
export function ledger<C extends Columns>(declaration: LedgerWith<C>): LedgerWith<C> {
  const { id, columns, sameItem, acrossSubjects, mustAgree, belongsTo } = declaration;
  const headers = Object.values(columns).map(({ header }) => header);
  if (new Set(headers).size !== headers.length) {
    throw new Error(`ledger ${id}: two columns share a header`);
  }
  const claims = 'disputedBy' in acrossSubjects ? acrossSubjects.disputedBy : [];
  const named = [
    ...[...sameItem, ...claims].flat(),
    ...[mustAgree?.by, mustAgree?.on, belongsTo?.by],
  ];
  const unknown = named.find((name) => name !== undefined && !Object.hasOwn(columns, name));
  if (unknown) throw new Error(`ledger ${id} has no column ${unknown}`);
  if (!sameItem.at(-1)?.some((name) => columns[name]?.required)) {
    throw new Error(`ledger ${id}: some rows would have no key`);
  }
  return declaration;
}

interface ColumnOptions {
  readonly required?: boolean;
  readonly hint?: string;
}

function column(header: string, type: ColumnType, options: ColumnOptions = {}): Column {
  return { header, type, required: options.required ?? false, hint: options.hint ?? '' };
}

/** Free text, trimmed. */
export const text = (header: string, options?: ColumnOptions): Column =>
  column(header, { kind: 'text' }, options);

/** 是 or 否. */
export const yesNo = (header: string, options?: ColumnOptions): Column =>
  column(header, { kind: 'yes-no' }, options);

/** One of a closed list of words. */
export const choice = (
  header: string,
  choices: readonly string[],
  options?: ColumnOptions,
): Column => column(header, { kind: 'choice', choices }, options);

/** Money, reported in 万元 with at most six decimals, held in 分. */
export const amount = (header: string, options?: ColumnOptions): Column =>
  column(header, { kind: 'amount' }, options);

/** A whole number, zero or more. */
export const count = (header: string, options?: ColumnOptions): Column =>
  column(header, { kind: 'count' }, options);

/** A day. */
export const date = (header: string, options: ColumnOptions & { rule?: DateRule } = {}): Column =>
  column(header, options.rule ? { kind: 'date', rule: options.rule } : { kind: 'date' }, options);

/** A 统一社会信用代码 (GB 32100-2015). */
export const creditCode = (header: string, options?: ColumnOptions): Column =>
  column(header, { kind: 'credit-code' }, options);

/** A patent or PCT number with its check digit, held without prefix, spaces and point. */
export const patentNumber = (
  header: string,
  options: ColumnOptions & { formFrom?: string; forms?: Readonly<Record<string, PatentForm>> } = {},
): Column =>
  column(
    header,
    {
      kind: 'patent-number',
      ...(options.formFrom && { formFrom: options.formFrom }),
      ...(options.forms && { forms: options.forms }),
    },
    options,
  );
