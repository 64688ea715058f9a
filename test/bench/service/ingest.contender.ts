import { createReadStream } from 'node:fs';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { randomIds, RunJob, SubmitReport, system, systemClock } from '#application';
import { ThreadedEvaluator } from '../../../config/threaded-evaluator.js';
import { openStore } from '#persistence';
import { GuardedReader } from '#report';
import { enrolExample, exampleSubject } from '../../example-subject.js';
import { programmeOfRows } from '../report/city-of-rows.js';
import { valueOf } from '../../outcome-on-trial.js';
import { stretch, tell, type Stretch } from './measure.js';

/**
 * From file to stored rows, again and again in one process, as a service does:
 * `ingest.contender.js FOLDER own|peer WORKBOOK ROWS ROUNDS`.
 */
const [, , folder = '', contender, workbook = '', rowCount, rounds] = process.argv;

const reader = new GuardedReader([programmeOfRows]);
const evaluator = new ThreadedEvaluator(folder);

/** The product's own job, which takes the file from the database. */
async function own(round: number): Promise<Stretch> {
  const stores = await openStore(folder, 'product');
  const queue = { wake: () => undefined };
  const programmes = [programmeOfRows];
  const service = {
    ...{ ...stores, queue, reader, evaluator, programmes, scratch: folder },
    ...{ clock: systemClock, ids: randomIds },
  };
  const subject = { ...exampleSubject(), programme: programmeOfRows.id };
  if (round === 0) await enrolExample(stores, subject);
  const file = { path: workbook, sha256: `${round}`, size: 1, name: 'rows.xlsx', beside: false };
  const { report } = valueOf(await new SubmitReport(service).execute(system, subject, file));
  const job = { kind: 'ingest-report', report: report.id } as const;
  const measured = await stretch(() => new RunJob(service).run(job, false));
  const state = (await stores.reports.byId(report.id))?.state;
  if (state?.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(state)}`);
  checkCount(state.rows.accepted);
  await stores.close();
  return measured;
}

function checkCount(rows: number): void {
  if (rows !== Number(rowCount)) throw new Error(`${rows} rows of ${rowCount ?? ''}`);
}

@Entity('item')
class ItemEntity {
  @PrimaryColumn({ type: 'integer' })
  row!: number;

  @Column({ type: 'text' })
  registration!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  creditCode!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'boolean' })
  local!: boolean;

  @Column({ type: 'integer' })
  amount!: number;

  @Column({ type: 'integer' })
  revenue!: number;

  @Column({ type: 'integer' })
  patents!: number;

  @Column({ type: 'text' })
  startedOn!: string;

  @Column({ type: 'text' })
  registeredOn!: string;

  @Column({ type: 'text' })
  note!: string;
}

const codeWeights = Array.from({ length: 17 }, (_, index) => 3 ** index % 31);
const codeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const patentWeights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** What most would write: exceljs' streaming reader, decimal.js for money, an entity for rows. */
async function peer(round: number): Promise<Stretch> {
  // Not loaded beside the product's own job, whose memory is measured too.
  const { default: ExcelJS } = await import('exceljs');
  const { Decimal } = await import('decimal.js');
  const source = await new DataSource({
    type: 'better-sqlite3',
    database: `${folder}/${round}.sqlite`,
    entities: [ItemEntity],
    synchronize: true,
    enableWAL: true,
  }).initialize();
  const fen = (wanYuan: string) => {
    const amount = new Decimal(wanYuan).times(1_000_000);
    if (!amount.isInteger() || amount.isNegative()) throw new Error('money');
    return amount.toNumber();
  };
  let stored = 0;
  const measured = await stretch(() =>
    source.transaction(async (manager) => {
      const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(workbook), {
        ...{ sharedStrings: 'cache', worksheets: 'emit', styles: 'cache' },
        ...{ hyperlinks: 'ignore', entries: 'emit' },
      });
      for await (const sheet of reader) {
        let batch: ({ row: number } & ReturnType<typeof checked>)[] = [];
        for await (const { number, values } of sheet) {
          const cells: readonly unknown[] = Array.isArray(values) ? values : [];
          if (cells.length < 12 || number === 1) continue;
          batch.push({ row: number, ...checked(cells, fen) });
          stored++;
          if (batch.length === 500) {
            await manager.insert(ItemEntity, batch);
            batch = [];
          }
        }
        if (batch.length > 0) await manager.insert(ItemEntity, batch);
      }
    }),
  );
  checkCount(stored);
  await source.destroy();
  return measured;
}

/** The checks that the product makes of such a row. */
function checked(cells: readonly unknown[], fen: (text: string) => number) {
  const text = (index: number) => String(cells[index]).trim();
  const day = (index: number) => {
    const shown = cells[index];
    const at = shown instanceof Date ? shown : new Date(Date.UTC(1899, 11, 30 + Number(shown)));
    return at.toISOString().slice(0, 10);
  };
  const creditCode = text(3);
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(creditCode)) throw new Error('credit code');
  const sum = codeWeights.reduce(
    (total, weight, index) => total + weight * codeCharacters.indexOf(creditCode.charAt(index)),
    0,
  );
  if (codeCharacters.charAt((31 - (sum % 31)) % 31) !== creditCode.charAt(17)) {
    throw new Error('credit code check');
  }
  const number = /^(\d{12})\.([\dX])$/.exec(text(5));
  const digits = number?.[1] ?? '';
  const remainder =
    patentWeights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0) % 11;
  if ((remainder === 10 ? 'X' : String(remainder)) !== number?.[2]) throw new Error('patent check');
  return {
    ...{ registration: text(1), name: text(2), creditCode, type: text(4) },
    ...{ number: text(5).replace('.', ''), local: text(6) === '是', amount: fen(text(7)) },
    ...{
      revenue: fen(text(8)),
      patents: Number(text(9)),
      startedOn: day(10),
      registeredOn: day(11),
    },
    note: text(12),
  };
}

const ingest = contender === 'own' ? own : peer;
const stretches: Stretch[] = [];
for (let round = 0; round < Number(rounds); round++) stretches.push(await ingest(round));
tell(stretches);
await reader.close();
await evaluator.close();
