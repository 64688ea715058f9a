import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { fastify } from 'fastify';
import * as sql from './hand-written-sql.js';

/**
 * A bare Fastify over the same database file: the statements that the product runs for the data,
 * prepared once, and their rows as JSON. It leaves out whoever asks and whether they may, checks of
 * what they ask, limits, security headers, request ids, metrics and the log. Tells its address.
 */
const [, , folder = ''] = process.argv;
const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });

type Row = Readonly<Record<string, string | number | null>>;
const prepared = (statement: string) => database.prepare<[object], Row>(statement);
const [subject, matrix, current, frozen] = [
  prepared(sql.subject),
  prepared(sql.matrix),
  prepared(sql.current),
  prepared(sql.frozen),
];
const [reports, findings] = [prepared(sql.reports), prepared(sql.findings)];
const [lastJob, moves, conclusions, releases, money] = [
  prepared(sql.lastJob),
  prepared(sql.moves),
  prepared(sql.conclusions),
  prepared(sql.releases),
  prepared(sql.money),
];

interface Asked {
  readonly Params: { readonly programme: string; readonly code: string; readonly year: string };
  readonly Querystring: { readonly year: string; readonly limit?: string };
}

const server = fastify();

server.get<Asked>('/api/programmes/:programme/years/:year/matrix', ({ params, query }) => {
  const limit = Number(query.limit ?? 100);
  const { programme, year } = params;
  const rows = matrix.all({ programme, year: Number(year), limit: limit + 1, from: 0 });
  const items = rows.slice(0, limit).map(({ code, name, direct, state, targets, ...row }) => {
    const lines: unknown = JSON.parse(String(targets));
    const { hash, quantified, overall } = row;
    const determination = { hash, quantified, overall, targets: lines };
    return { code, name, underDirectPlanning: direct === 1, state, determination };
  });
  return { items, next: rows.length > limit ? limit : null };
});

server.get<Asked>('/api/subjects/:programme/:code/determinations/:year', ({ params }, reply) => {
  subject.get({ ...params });
  const { hash } = current.get({ ...params, year: Number(params.year) }) ?? {};
  return reply
    .header('etag', `"${hash ?? ''}"`)
    .type('application/json; charset=utf-8')
    .send(frozen.get({ hash })?.['canonical']);
});

server.get<Asked>('/api/subjects/:programme/:code/reports', ({ params }) => {
  subject.get({ ...params });
  const items = reports.all({ ...params, limit: 101 }).map((row) => {
    const { id, file, fileName, fileSize, receivedAt, receivedFrom } = row;
    const { subjectName, year, filledOn, filledBy, contact, phone } = row;
    const { accepted, rejected, errors: error, warnings: warning, notices: notice } = row;
    return {
      ...{ id, subject: { programme: row['programme'], code: row['code'] } },
      ...{ file, fileName, fileSize, receivedAt, receivedFrom, beside: row['beside'] === 1 },
      state: {
        ...{ kind: 'accepted', at: row['at'], subjectName },
        ...{ year, filledOn, filledBy, contact, phone },
        ...{ rows: { accepted, rejected }, problems: { error, warning, notice } },
      },
    };
  });
  return { items, next: null };
});

server.get<Asked>('/api/subjects/:programme/:code/findings', ({ params }) => {
  subject.get({ ...params });
  return { items: findings.all({ ...params, limit: 101 }), next: null };
});

server.get<Asked>('/api/subjects/:programme/:code/gate', ({ params, query }) => {
  const of = { ...params, year: Number(query.year) };
  subject.get(of);
  lastJob.get({ key: `evaluate-subject/${of.programme}/${of.code}/${of.year}/submitted` });
  const { hash, quantified, overall } = current.get(of) ?? {};
  moves.all(of);
  const document: unknown = JSON.parse(String(frozen.get({ hash })?.['canonical']));
  if (!isDocument(document)) throw new Error('no document');
  conclusions.all(of);
  releases.all(of);
  const entries = money.all(of);
  const sum = (kind: string) =>
    entries
      .filter((entry) => entry['kind'] === kind)
      .reduce((total, { fen }) => total + BigInt(fen ?? 0), 0n);
  const [award, paid] = [sum('award'), sum('payment')];
  const wanYuan = (fen: bigint) => String(fen / 1_000_000n);
  return {
    ...{ year: of.year, determination: hash, basis: 'evidence', quantified, overall },
    ...{ conclusion: null, opensMoney: false },
    awaiting: document.targets.flatMap(({ id: target, awaiting }) =>
      awaiting.map(({ on }) => ({ target, on })),
    ),
    why: sql.whyNot,
    money: {
      ...{ award: wanYuan(award), paid: wanYuan(paid), released: '0', releasable: '0' },
      remaining: wanYuan(award - paid),
    },
  };
});

interface Document {
  readonly targets: readonly {
    readonly id: string;
    readonly awaiting: readonly { readonly on: string }[];
  }[];
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'targets' in value;
}

process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }));
process.once('disconnect', () => void server.close());
