import type { Checkpoint } from '#application';
import type { Deviation } from '#persistence';

/** Tables that never hold more. */
const ofOneRow = ['installation', 'secrets_key'];

/** A table as the database knows it. */
export interface TableOnTrial {
  readonly name: string;
  readonly keys: readonly string[];
  /** What is changed in it shows at no other table. */
  readonly isIndependent: boolean;
  /** Columns that its seal leaves out. */
  readonly left: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly kind: 'integer' | 'text' | 'bytes';
    /** It is not empty, and may be. */
    readonly canBeEmptied: boolean;
  }[];
}

export interface TamperedDatabase {
  /** Every table with what the audit covers, each with its columns that it covers. */
  readonly tables: readonly TableOnTrial[];
  checkpoint(): Promise<Checkpoint>;
  /** Makes another change of business data. */
  change(): Promise<void>;
  /**
   * What is found after statements that pass every guard, and that nothing stays of.
   * @param rewriteFrom the link from which the chain is made anew over what they leave
   */
  found(
    statements: readonly string[],
    checkpoint?: Pick<Checkpoint, 'number' | 'chain'>,
    rewriteFrom?: number,
  ): Promise<readonly Deviation[]>;
  close(): Promise<void>;
}

/** What verification must find, whatever the database: everything. */
export function tamperingContract(name: string, open: () => Promise<TamperedDatabase>): void {
  describe(name, () => {
    let database: TamperedDatabase;
    beforeAll(async () => (database = await open()));
    afterAll(() => database.close());

    const quoted = (names: readonly string[]) => names.map((each) => `"${each}"`).join();
    /** Selects the first row. */
    const first = ({ name: table, keys }: TableOnTrial) =>
      `(${quoted(keys)}) =
       (SELECT ${quoted(keys)} FROM ${table} ORDER BY ${quoted(keys)} LIMIT 1)`;
    /** Where a deviation is, as far as it names a table. */
    const places = (deviations: readonly Deviation[]) =>
      deviations.map((deviation) => {
        switch (deviation.kind) {
          case 'row-changed':
          case 'row-missing':
          case 'row-added':
          case 'content-added':
            return deviation.table;
          case 'content-changed':
            return deviation.part.split('/')[0];
          case 'file-changed':
            return 'file_piece';
          case 'file-missing':
            return 'file';
          default:
            return 'seal';
        }
      });

    it('finds nothing where nothing was done', async () => {
      expect(await database.found([])).toEqual([]);
      expect(await database.found([], await database.checkpoint())).toEqual([]);
    });

    it('finds any value that is another, in every column of every table', async () => {
      const changesOf = (table: TableOnTrial) =>
        table.columns.flatMap(({ name: column, kind, canBeEmptied }) => {
          const other = {
            integer: `COALESCE("${column}", 0) + 1000`,
            text: `COALESCE("${column}", '') || 'x'`,
            bytes: `substr("${column}", 2)`,
          }[kind];
          return (canBeEmptied ? [other, 'NULL'] : [other]).map((value) => ({
            table: table.name,
            change: `UPDATE ${table.name} SET "${column}" = ${value} WHERE ${first(table)}`,
          }));
        });
      const independent = database.tables.filter((table) => table.isIndependent).map(changesOf);
      const rounds = [
        ...database.tables
          .filter((table) => !table.isIndependent)
          .flatMap((table) => changesOf(table).map((change) => [change])),
        ...Array.from(
          { length: Math.max(...independent.map(({ length }) => length)) },
          (_, index) => independent.flatMap((changes) => changes.slice(index, index + 1)),
        ),
      ];
      const unnoticed: unknown[] = [];
      for (const round of rounds) {
        const found = places(await database.found(round.map(({ change }) => change)));
        unnoticed.push(...round.filter(({ table }) => !found.includes(table)));
      }
      expect(unnoticed).toEqual([]);
    });

    it('finds any row that was deleted', async () => {
      for (const table of database.tables) {
        const deviations = await database.found([
          `DELETE FROM ${table.name} WHERE ${first(table)}`,
        ]);
        expect([table.name, places(deviations)]).toEqual([
          table.name,
          expect.arrayContaining([table.name]),
        ]);
      }
    });

    it('finds any two rows that were swapped', async () => {
      for (const table of database.tables) {
        const [key] = table.columns.filter(
          ({ name: column }) => column === table.keys.at(-1) && !ofOneRow.includes(table.name),
        );
        if (!key) continue;
        const other = key.kind === 'integer' ? '1000000000' : `'in between'`;
        const of = (which: 0 | 1) =>
          `(SELECT "${key.name}" FROM before_swap ORDER BY ${quoted(table.keys)} LIMIT 1 OFFSET ${which})`;
        const moved = `UPDATE ${table.name} SET "${key.name}" =`;
        const deviations = await database.found([
          `CREATE TEMPORARY TABLE before_swap AS SELECT ${quoted(table.keys)} FROM ${table.name}`,
          `${moved} ${other} WHERE "${key.name}" = ${of(0)}`,
          `${moved} ${of(0)} WHERE "${key.name}" = ${of(1)}`,
          `${moved} ${of(1)} WHERE "${key.name}" = ${other}`,
        ]);
        expect([table.name, places(deviations)]).toEqual([
          table.name,
          expect.arrayContaining([table.name]),
        ]);
      }
    });

    it('finds any row that was added', async () => {
      for (const table of database.tables) {
        const values = table.columns.map(({ name: column, kind }) => {
          if (kind === 'bytes') return `"${column}"`;
          return kind === 'integer' ? `"${column}" + 1000` : `"${column}" || 'x'`;
        });
        const left = table.left.map((column) => `"${column}"`);
        const names = quoted([...table.columns.map(({ name: column }) => column), ...table.left]);
        const deviations = await database.found([
          `INSERT INTO ${table.name} (${names}) SELECT ${[...values, ...left].join()} FROM ${table.name}
           WHERE ${first(table)}`,
        ]);
        expect([table.name, places(deviations)]).toEqual([
          table.name,
          expect.arrayContaining([table.name]),
        ]);
      }
    });

    it('finds both a row that is gone and one in its place, so that there are as many', async () => {
      const deviations = await database.found([
        `UPDATE audit_entry SET number = number + 1000
         WHERE number = (SELECT MIN(number) FROM audit_entry)`,
      ]);
      const kinds = deviations.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['row-missing', 'row-added']));
    });

    it('names each claim that is not noted as contested, and each that no row makes', async () => {
      const contested = (report: number, row: number, claim: string) => ({
        ...{ kind: 'row-missing', table: 'contested_claim' },
        row: [report, 'certified-units', row, `{"creditCode":"${claim}"}`].join('\u001F'),
      });
      expect(await database.found(['DELETE FROM contested_claim'])).toEqual([
        ...[contested(1, 2, '1'), contested(1, 3, '0')],
        ...[contested(2, 2, '0'), contested(2, 3, '1')],
      ]);
      const invented = `INSERT INTO claim (ledger, claim, report, "row") VALUES ('l', 'c', 1, 2)`;
      expect(await database.found([invented])).toEqual([
        { kind: 'row-added', table: 'claim', row: ['l', 'c', 1, 2].join('\u001F') },
      ]);
    });

    it.each([
      ['a report', 'SELECT MIN(file) FROM report'],
      ['an issued paper', 'SELECT MIN(sha256) FROM paper_file'],
    ])('finds that a file is gone that %s names', async (_, named) => {
      const deviations = await database.found([`DELETE FROM file WHERE sha256 = (${named})`]);
      const kinds = deviations.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'file-missing')).toHaveLength(1);
    });

    it('finds that the tail was cut, by what the chain once was', async () => {
      const { number } = await database.checkpoint();
      await database.change();
      const later = await database.checkpoint();
      const tables = database.tables.map(({ name: table }) => table);
      const cut = [
        `DELETE FROM audit_entry WHERE number > (SELECT entry FROM seal WHERE number = ${number})`,
        `DELETE FROM money_entry WHERE CAST(number AS text) IN
           (SELECT of_row FROM seal WHERE number > ${number} AND of_table = 'money_entry')`,
        `DELETE FROM seal WHERE number > ${number}`,
      ];
      expect(tables).toContain('money_entry');
      expect(await database.found(cut)).toEqual([]);
      const deviations = await database.found(cut, later);
      expect(deviations).toEqual([{ kind: 'tail-cut', last: number, checkpoint: later.number }]);
    });

    it('finds that the chain was rewritten, by what it once was', async () => {
      const now = await database.checkpoint();
      const forged = [`UPDATE money_entry SET fen = '999' WHERE number = 1`];
      expect(places(await database.found(forged))).toEqual(['money_entry']);
      expect(await database.found(forged, undefined, 2)).toEqual([]);
      const deviations = await database.found(forged, now, 2);
      expect(deviations).toEqual([{ kind: 'chain-rewritten', number: now.number }]);
    });

    it('finds that the chain is gone', async () => {
      expect(await database.found(['DELETE FROM seal'])).toContainEqual({ kind: 'chain-missing' });
    });

    it('says which links are missing', async () => {
      expect(await database.found(['DELETE FROM seal WHERE number IN (3, 4)'])).toContainEqual({
        ...{ kind: 'links-missing', from: 3, to: 4 },
      });
    });
  });
}
