import { releaseMoves, takingStates } from '#application';
import type { QueryRunner } from 'typeorm';

/** What the database itself refuses, should anything pass by the application. */
interface Guard {
  readonly name: string;
  readonly table: string;
  readonly when: string;
  /** SQL over NEW and OLD that both databases understand. */
  readonly refuses: string;
  /** Sums over rows of others, so that on PostgreSQL such writes have to take turns. */
  readonly sums?: boolean;
}

const ofSubject = 'programme = NEW.programme AND subject_code = NEW.subject_code';
const total = (amount: string, rows: string) =>
  `(SELECT coalesce(sum(${amount}), 0) FROM ${rows} AND ${ofSubject})`;
const isInForce =
  'NOT EXISTS (SELECT 1 FROM money_entry later WHERE later.replaces = money_entry.id)';
const entered = (kind: string) =>
  total('CAST(fen AS numeric)', `money_entry WHERE kind = '${kind}' AND ${isInForce}`);
const released = (states: readonly string[]) =>
  total(
    'CAST(fen AS numeric) - CAST(returned AS numeric)',
    `money_release WHERE state IN (${states.map((each) => `'${each}'`).join()})`,
  );
const exceeds = (states: readonly string[]) =>
  `${entered('payment')} + ${released(states)} > ${entered('award')}`;

const legalMoves = releaseMoves
  .flatMap(({ from, to }) =>
    from === null ? [] : [`(OLD.state = '${from}' AND NEW.state = '${to}')`],
  )
  .join(' OR ');
const fixed = ['number', 'id', 'programme', 'subject_code', 'year', 'fen', 'shown']
  .concat(['proposed_by', 'proposed_at'])
  .map((column) => `NEW.${column} <> OLD.${column}`)
  .join(' OR ');
const lastMove = `(SELECT to_state FROM money_release_move WHERE release = NEW.id
  ORDER BY number DESC LIMIT 1)`;
const [returnedBefore, returnedNow] = ['OLD', 'NEW'].map(
  (row) => `CAST(${row}.returned AS numeric)`,
);

const guards: readonly Guard[] = [
  {
    ...{ name: 'money_entry_replaces_its_like', table: 'money_entry', when: 'BEFORE INSERT' },
    refuses: `NEW.replaces IS NOT NULL AND NOT EXISTS (SELECT 1 FROM money_entry
      WHERE id = NEW.replaces AND kind = NEW.kind AND ${ofSubject})`,
  },
  {
    ...{ name: 'money_entry_within_award', table: 'money_entry', when: 'AFTER INSERT' },
    ...{ refuses: exceeds(takingStates), sums: true },
  },
  {
    ...{ name: 'money_release_proposed_within_award', table: 'money_release' },
    ...{ when: 'AFTER INSERT', refuses: exceeds(['proposed', ...takingStates]), sums: true },
  },
  {
    ...{ name: 'money_release_within_award', table: 'money_release', when: 'AFTER UPDATE' },
    ...{ refuses: exceeds(takingStates), sums: true },
  },
  {
    ...{ name: 'money_release_begins_proposed', table: 'money_release', when: 'BEFORE INSERT' },
    refuses: `NEW.state <> 'proposed' OR NEW.returned <> '0' OR CAST(NEW.fen AS numeric) <= 0`,
  },
  {
    ...{ name: 'money_release_moves_on', table: 'money_release', when: 'BEFORE UPDATE' },
    refuses: `${fixed} OR NOT (${legalMoves})
      OR NEW.state IS DISTINCT FROM ${lastMove}
      OR ${returnedNow} < ${returnedBefore}
      OR ${returnedNow} > CAST(NEW.fen AS numeric)
      OR (NEW.state <> 'returned' AND NEW.returned <> OLD.returned)`,
  },
  {
    ...{ name: 'money_release_stays', table: 'money_release', when: 'BEFORE DELETE' },
    refuses: 'true',
  },
  {
    ...{ name: 'money_release_by_two', table: 'money_release_move', when: 'BEFORE INSERT' },
    refuses: `NEW.move = 'approve'
      AND NEW.who = (SELECT proposed_by FROM money_release WHERE id = NEW.release)`,
  },
];

/** Makes the database itself keep to the award and to the moves of releases. */
export async function guardMoney(runner: QueryRunner): Promise<void> {
  const isPostgres = runner.dataSource.options.type === 'postgres';
  for (const guard of guards) {
    for (const statement of isPostgres ? inPostgres(guard) : inSqlite(guard)) {
      await runner.query(statement);
    }
  }
}

function inPostgres({ name, table, when, refuses, sums }: Guard): readonly string[] {
  const turn = `PERFORM pg_advisory_xact_lock(hashtext(NEW.programme || '/' || NEW.subject_code));`;
  return [
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN ${sums ? turn : ''} IF ${refuses} THEN RAISE EXCEPTION '${name}'; END IF;
     RETURN NEW; END $$`,
    `CREATE OR REPLACE TRIGGER ${name} ${when} ON ${table}
     FOR EACH ROW EXECUTE FUNCTION ${name}()`,
    ...(when === 'BEFORE DELETE'
      ? [
          `CREATE OR REPLACE TRIGGER ${name}_truncate BEFORE TRUNCATE ON ${table}
           FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
        ]
      : []),
  ];
}

function inSqlite({ name, table, when, refuses }: Guard): readonly string[] {
  return [
    `CREATE TRIGGER IF NOT EXISTS ${name} ${when} ON ${table} WHEN ${refuses}
     BEGIN SELECT RAISE(ABORT, '${name}'); END`,
  ];
}
