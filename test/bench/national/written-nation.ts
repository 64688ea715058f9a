import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IncomingFile } from '#application';
import { formatQuantity, type CellValue, type Column } from '#engine';
import { thrivingCity, type City } from '../../../apps/server/src/demonstration/city.js';
import {
  inventReport,
  type InventedReport,
} from '../../../apps/server/src/demonstration/invented-report.js';

export const programme = '2019-city-operation';
export const years = [2019, 2020, 2021] as const;

/** A size of the nation: so many cities, each with so many rows in each of its three reports. */
export interface Nation {
  readonly cities: number;
  readonly rows: number;
}

export const codesOf = ({ cities }: Nation): readonly string[] =>
  Array.from(
    { length: cities },
    (_, city) => `${95 + (city % 5)}${String(city + 1).padStart(4, '0')}`,
  );

/** Writes every city's reports as JSON into a folder. */
export async function writeNation(folder: string, nation: Nation): Promise<void> {
  for (const code of codesOf(nation)) {
    const city = cityOf(code, nation.rows);
    for (const year of years) {
      const report = inventReport(city, year);
      await writeFile(join(folder, `${code}-${year}.json`), jsonOf(report));
    }
  }
}

/** A written report, as the service has it once it came in. */
export async function cameIn(folder: string, code: string, year: number): Promise<IncomingFile> {
  const name = `${code}-${year}.json`;
  const path = join(folder, name);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, sha256, size: bytes.length, name, beside: false };
}

/**
 * A city of exactly so many rows a year, none of which another city has: its trades fill up what all
 * else leaves.
 */
function cityOf(code: string, rows: number): City {
  const city = thrivingCity(code, `示例${code}市`, rows / 5000);
  const flows = Math.round(rows / 5);
  const withTrades = (trades: (year: number) => number): City => ({
    ...city,
    years: city.years.map((facts) => ({
      ...facts,
      // The numbers of invented patents are alike in many cities.
      stock: { ...facts.stock, portfolios: 0 },
      pledges: { ...facts.pledges, rows: flows },
      insurance: { ...facts.insurance, rows: flows },
      trades: { ...facts.trades, rows: trades(facts.year) },
    })),
  });
  const withoutTrades = withTrades(() => 0);
  return withTrades((year) => rows - rowsOf(inventReport(withoutTrades, year)));
}

function rowsOf({ ledgers }: InventedReport): number {
  return ledgers.reduce((sum, ledger) => sum + ledger.rows.length, 0);
}

function jsonOf({ subject, year, figures, statements, ledgers }: InventedReport): string {
  return JSON.stringify({
    封面: {
      ...{ 报告格式: '1', 项目编码: programme, 填报主体: subject.name, 主体代码: subject.code },
      ...{ 报告年度: year, 填报日期: `${year + 1}-01-15`, 填报单位: `${subject.name}知识产权局` },
    },
    年度数据: figures.map((figure) => ({
      ...{ 指标编码: figure.code, 单位: figure.unit, 年份: figure.year, 数值: figure.value },
      来源说明: '纯属虚构',
    })),
    专项说明: statements.map(([target, completion]) => ({
      ...{ 指标编码: target, 完成情况: completion },
    })),
    ...Object.fromEntries(
      ledgers.map(({ ledger, rows }) => {
        const columns = Object.entries<Column>(ledger.columns);
        const item = (row: Readonly<Record<string, CellValue>>) =>
          Object.fromEntries(
            columns.map(([id, column]) => [column.header, cellOf(column, row[id] ?? null)]),
          );
        return [ledger.sheet, rows.map(item)];
      }),
    ),
  });
}

function cellOf({ type }: Column, value: CellValue): CellValue {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number' || type.kind !== 'amount') return value;
  return formatQuantity(BigInt(value), '万元');
}
