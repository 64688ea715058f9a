import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cityLedgers } from '#rulebook';
import {
  MoreThanOrEqual,
  type EntityMetadata,
  type EntityTarget,
  type ObjectLiteral,
} from 'typeorm';
import { beginning, chainHash } from './audit/audit-chain.js';
import { digestOf } from './audit/audit-hash.js';
import type { Joint } from './audit/chain-reading.js';
import type { Deviation } from './audit/deviation.js';
import { SealedTable } from './audit/sealed-table.js';
import { contentTables, derivedTables, sealedTables } from './audit/sealed-tables.js';
import { Verification } from './audit/verification.js';
import { verifyStretch } from './audit/verify-stretch.js';
import { AuditRepository } from './audit.repository.js';
import { ClaimRepository } from './claim.repository.js';
import type { Database } from './database.js';
import { FileEntity, filePiece } from './entities/file.entity.js';
import { InstallationEntity } from './entities/installation.entity.js';
import { MoneyEntryEntity } from './entities/money-entry.entity.js';
import { PaperFileEntity } from './entities/paper.entity.js';
import { ReportMoveEntity } from './entities/report-move.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { SealEntity } from './entities/seal.entity.js';
import { FileRepository } from './file.repository.js';
import { ReportRepository } from './report.repository.js';

type Target = EntityTarget<ObjectLiteral>;

const { certifiedUnits, clusterZones } = cityLedgers;
const at = '2026-11-21T12:00:00.000+08:00';
/** They are added with what belongs to them. */
const notInvented: readonly Target[] = [
  ...[InstallationEntity, FileEntity, filePiece, PaperFileEntity, ReportEntity],
];

/** What was found, by the throw that undoes what was done. */
class Found extends Error {
  constructor(readonly deviations: readonly Deviation[]) {
    super('undone');
  }
}

/**
 * A database with at least two rows in each table that the audit covers, to be tampered with.
 * @param folder takes files
 */
export async function tamperedDatabase(database: Database, folder: string) {
  const audit = new AuditRepository(database);
  const { dataSource } = database.reader;
  const change = (entities: readonly Target[]) =>
    database.run(async () => {
      // What is invented keeps to no rule.
      await dropGuards(database);
      await audit.add({ at, who: 'system', what: 'report-received', about: {} });
      for (const entity of entities) {
        await database.add(entity, inventedRow(dataSource.getMetadata(entity)));
      }
    });
  const invented = sealedTables
    .map(({ entity }) => entity)
    .filter((each) => !notInvented.includes(each));
  for (const time of [1, 2]) {
    await change(invented);
    await database.run(async () => {
      await audit.add({ at, who: 'system', what: 'report-accepted', about: {} });
      await keepReport(database, String(time), folder);
      await submitReport(database, String(time));
      const sha256 = await keepFile(database, time + 2, folder);
      await database.add(PaperFileEntity, { paper: `paper ${time}`, format: `${time}`, sha256 });
    });
  }
  const covered: readonly { entity: Target; except?: readonly string[] }[] = [
    ...sealedTables.map(({ entity, except = [] }) => ({
      entity,
      except: except.filter((name) => name !== 'bytes'),
    })),
    ...[...contentTables, ...derivedTables, SealEntity].map((entity) => ({ entity })),
  ];
  const tables = [];
  for (const { entity, except = [] } of covered) {
    const isIndependent = invented.includes(entity);
    const table = await tableOnTrial(database, dataSource.getMetadata(entity), except);
    tables.push({ ...table, isIndependent });
  }
  // The chain is divided, as what is found must not depend on where; but a connection to PostgreSQL
  // answers one question at a time.
  const stretches = dataSource.options.type === 'postgres' ? 1 : 3;
  const found = async (statements: readonly string[], known?: Joint, rewriteFrom?: number) => {
    const undone: unknown = await database
      .run(async () => {
        const { writer } = database;
        await dropGuards(database);
        for (const statement of statements) await writer.query(statement);
        if (rewriteFrom !== undefined) await rewriteChain(database, rewriteFrom);
        const deviations: Deviation[] = [];
        const verification = new Verification(
          writer,
          (each) => deviations.push(each),
          stretches,
          (stretch, tell) => verifyStretch(writer, stretch, tell),
          known,
        );
        await verification.run();
        throw new Found(deviations);
      })
      .catch((error: unknown) => error);
    if (undone instanceof Found) return undone.deviations;
    throw undone;
  };
  return {
    tables,
    checkpoint: () => audit.checkpoint(),
    change: () => change([MoneyEntryEntity]),
    found,
    close: () => database.close(),
  };
}

let invention = 0;

/** A row whose every column is filled with what no other row has. */
function inventedRow({ columns }: EntityMetadata): ObjectLiteral {
  return Object.fromEntries(
    columns
      .filter(({ isGenerated }) => !isGenerated)
      .map(({ propertyName, type }) => [
        propertyName,
        type === 'integer' ? ++invention : `${propertyName} ${++invention}`,
      ]),
  );
}

const fileSize = 300_000;

/** @returns the hash of a file that no other number gives */
async function keepFile(database: Database, number: number, folder: string): Promise<string> {
  const bytes = Buffer.from(Array.from({ length: fileSize }, (_, index) => (index + number) % 251));
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await new FileRepository(database).add(sha256, path);
  return sha256;
}

async function keepReport(database: Database, id: string, folder: string): Promise<void> {
  const sha256 = await keepFile(database, Number(id), folder);
  const reports = new ReportRepository(database);
  await reports.add({
    ...{ id, file: sha256, fileName: 'file', fileSize, receivedAt: at },
    ...{ receivedFrom: 'system', beside: false },
    subject: { programme: '2019-city-operation', code: `99990${id}` },
  });
  const content = await reports.write(id);
  const rows = [2, 3];
  const ledgers = [certifiedUnits.id, clusterZones.id];
  for (const ledger of ledgers) {
    await content.rows(
      ledger,
      // What is the one's first row is the other's last.
      rows.map((row) => ({ row, values: `{"creditCode":"${(row + Number(id)) % 2}"}` })),
    );
  }
  const texts = { target: 't', completion: 'c', deviation: 'd', proof: 'p' };
  const problem = { severity: 'error', code: 'c', file: sha256, sheet: 's', message: 'm' } as const;
  await content.accept(
    {
      ledgers: Object.fromEntries(ledgers.map((ledger, rejected) => [ledger, { rejected }])),
      figures: rows.map((row) => ({
        row,
        code: 'c',
        year: 2018,
        value: BigInt(row),
        unit: '万元',
      })),
      statements: rows.map((row) => ({ row, ...texts, completion: String(row) })),
      problems: rows.map((row) => ({ ...problem, row, column: 'c', seen: 's', expected: 'e' })),
    },
    {
      ...{ subjectName: '示例市', year: 2021, filledOn: '2022-01-10', filledBy: 'f' },
      ...{ contact: 'c', phone: 'p', rows: { accepted: 4, rejected: 1 } },
      problems: { error: 2, warning: 0, notice: 0 },
    },
    at,
  );
}

async function submitReport(database: Database, id: string): Promise<void> {
  const move = inventedRow(database.reader.dataSource.getMetadata(ReportMoveEntity));
  const submit = { ...move, move: 'submit', parts: JSON.stringify([id]) };
  await database.add(ReportMoveEntity, submit);
  await new ClaimRepository(database).add(id, [certifiedUnits, clusterZones]);
}

async function tableOnTrial(
  database: Database,
  { tableName: name, columns, primaryColumns }: EntityMetadata,
  except: readonly string[],
) {
  const keys = primaryColumns.map(({ databaseName }) => databaseName);
  const order = keys.map((key) => `"${key}"`).join();
  const [first = {}] = await database.reader.query<Record<string, unknown>[]>(
    `SELECT * FROM ${name} ORDER BY ${order} LIMIT 1`,
  );
  const shown = columns
    .filter(({ databaseName }) => !except.includes(databaseName))
    .map(({ databaseName, type, isNullable }) => ({
      name: databaseName,
      kind: type === 'integer' || type === 'text' ? type : ('bytes' as const),
      canBeEmptied: isNullable && first[databaseName] !== null,
    }));
  const left = columns
    .map(({ databaseName }) => databaseName)
    .filter((each) => except.includes(each));
  return { name, keys, columns: shown, left };
}

async function dropGuards({ writer }: Database): Promise<void> {
  if (writer.dataSource.options.type === 'postgres') {
    await writer.query('SET LOCAL session_replication_role = replica');
    return;
  }
  const guards = await writer.query<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  );
  for (const { name } of guards) await writer.query(`DROP TRIGGER ${name}`);
}

/** Makes the chain anew from a link on, over what the rows are now. */
async function rewriteChain({ writer, auditHash }: Database, from: number): Promise<void> {
  const tables = SealedTable.all(writer.dataSource);
  const links = await writer.find(SealEntity, {
    where: { number: MoreThanOrEqual(from - 1) },
    order: { number: 'ASC' },
  });
  let { chain } = links.shift() ?? beginning;
  for (const link of links) {
    const { number, entry, table: name, row: key } = link;
    const table = tables.get(name);
    const row = (await table?.read(writer, [key]))?.get(key);
    const digest = row && table ? digestOf(auditHash, table.text(row)) : null;
    chain = chainHash(auditHash, chain, { number, entry, table: name, row: key, digest });
    await writer.update(SealEntity, { number }, { digest, chain });
  }
}
