import { decimalsOf, reportYears, type Column, type ColumnType, type Ledger } from '#engine';
import type { Programme } from '#engine';
import { columnHint } from './column-hint.js';
import { declarableFigures } from './declared-figures.js';
import {
  coverLabels,
  coverSheet,
  figureHeaders,
  figuresSheet,
  reportFormat,
  statementHeaders,
  statementsSheet,
} from './sheet-names.js';

/** A piece of JSON Schema, edition 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const described = (schema: JsonSchema, description: string): JsonSchema => ({
  ...schema,
  description,
});

/** Digits as a number, or as text with separators or a unit. */
const quantity: JsonSchema = { type: ['number', 'string'] };
const filledText: JsonSchema = { type: ['string', 'number'], minLength: 1 };
const freeText: JsonSchema = { type: ['string', 'number', 'null'] };

/**
 * What a report of this programme in JSON looks like. What a schema cannot say, such as check
 * characters and the days a date may show, is found when the report is read.
 */
export function reportSchema(programme: Programme): JsonSchema {
  const { id, name, ledgers } = programme;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:report-format:${reportFormat}:${id}`,
    title: `${name}　报告格式${reportFormat}`,
    type: 'object',
    required: [coverLabels.format, coverSheet],
    properties: {
      [coverLabels.format]: { enum: [Number(reportFormat), reportFormat] },
      [coverSheet]: cover(programme),
      [figuresSheet]: items(figure(programme), '没有数值的项目视为没有申报。'),
      [statementsSheet]: items(statement(programme), '每个绩效目标一项。'),
      ...Object.fromEntries(ledgers.map((ledger) => [ledger.sheet, table(ledger)])),
    },
  };
}

function cover(programme: Programme): JsonSchema {
  const {
    programme: id,
    subjectName,
    subjectCode,
    year,
    filledOn,
    filledBy,
    contact,
    phone,
  } = coverLabels;
  const years = reportYears(programme);
  const code: JsonSchema =
    programme.subject === 'division'
      ? described({ type: ['string', 'integer'] }, '六位行政区划代码。')
      : described({ type: 'string' }, '18位统一社会信用代码。');
  return {
    type: 'object',
    required: [id, subjectName, subjectCode, year, filledOn],
    properties: {
      [id]: { const: programme.id },
      [subjectName]: filledText,
      [subjectCode]: code,
      [year]: { enum: years.flatMap((each) => [each, String(each)]) },
      [filledOn]: schemaOf({ kind: 'date' }),
      [filledBy]: freeText,
      [contact]: freeText,
      [phone]: freeText,
    },
  };
}

const items = (item: JsonSchema, description: string): JsonSchema => ({
  type: 'array',
  description,
  items: item,
});

function figure(programme: Programme): JsonSchema {
  const { code, name, unit, year, value, source } = figureHeaders;
  const declarable = declarableFigures(programme);
  return {
    type: 'object',
    required: [code, year],
    properties: {
      [code]: { enum: declarable.map((each) => each.code) },
      [name]: freeText,
      [unit]: { enum: [...Object.keys(decimalsOf), '元', '亿元', '', null] },
      [year]: { enum: reportYears(programme).flatMap((each) => [each, String(each)]) },
      [value]: { type: ['number', 'string', 'null'] },
      [source]: freeText,
    },
  };
}

function statement({ targets }: Programme): JsonSchema {
  const { target, ...rest } = statementHeaders;
  return {
    type: 'object',
    required: [target],
    properties: {
      [target]: { enum: targets.map(({ id }) => id) },
      ...Object.fromEntries(Object.values(rest).map((header) => [header, freeText])),
    },
  };
}

function table({ columns, hint }: Ledger): JsonSchema {
  const declared = Object.values(columns);
  const required = declared.filter((column) => column.required);
  return items(
    {
      type: 'object',
      required: required.map(({ header }) => header),
      properties: Object.fromEntries(declared.map((column) => [column.header, cell(column)])),
    },
    `${hint}空数组表示零，不出现表示没有报送。`,
  );
}

function cell(column: Column): JsonSchema {
  const schema = schemaOf(column.type);
  return described(
    column.required ? schema : { anyOf: [schema, { enum: ['', null] }] },
    columnHint(column),
  );
}

function schemaOf(type: ColumnType): JsonSchema {
  switch (type.kind) {
    case 'text':
      return filledText;
    case 'yes-no':
      return { enum: ['是', '否', true, false] };
    case 'choice':
      return { enum: type.choices };
    case 'amount':
    case 'count':
      return { ...quantity, minimum: 0, minLength: 1 };
    case 'date':
      return { type: ['string', 'integer'], minLength: 1 };
    case 'credit-code':
    case 'patent-number':
      return { type: 'string', minLength: 1 };
  }
}
