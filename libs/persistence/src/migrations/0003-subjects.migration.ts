import {
  Table,
  TableColumn,
  TableIndex,
  TableUnique,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';

const subject = new Table({
  name: 'subject',
  columns: [
    {
      ...{ name: 'number', type: 'integer', isPrimary: true },
      ...({ isGenerated: true, generationStrategy: 'increment' } as const),
    },
    ...['programme', 'code', 'province', 'name'].map((name) => ({ name, type: 'text' })),
    { name: 'under_direct_planning', type: 'integer' },
    ...['document', 'enrolled_at'].map((name) => ({ name, type: 'text' })),
  ],
  uniques: [{ name: 'subject_key', columnNames: ['programme', 'code'] }],
  indices: [{ name: 'subject_by_province', columnNames: ['programme', 'province', 'code'] }],
});

const fileOfSubject = new TableUnique({
  name: 'report_file',
  columnNames: ['programme', 'subject_code', 'file'],
});

/** Subjects are enrolled; a report belongs to one from its arrival, and a file to any number. */
export class Subjects1795219200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(subject);
    const before = await runner.getTable('report');
    const single = before?.uniques.find(({ columnNames }) => columnNames.join() === 'file');
    if (single) await runner.dropUniqueConstraint('report', single);
    await runner.createUniqueConstraint('report', fileOfSubject);
    await runner.createIndex(
      'report',
      new TableIndex({ name: 'report_by_file', columnNames: ['file'] }),
    );
    await runner.addColumn(
      'report',
      new TableColumn({ name: 'received_from', type: 'text', default: "'system'" }),
    );
    // Who reported so far takes part.
    await runner.query(
      `INSERT INTO subject
         (programme, code, province, name, under_direct_planning, document, enrolled_at)
       SELECT programme, subject_code,
         CASE WHEN length(subject_code) = 6 THEN substr(subject_code, 1, 2)
           ELSE substr(subject_code, 3, 2) END,
         MAX(subject_name), 0, '', MIN(received_at)
       FROM report WHERE state = 'accepted' GROUP BY programme, subject_code`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('report', 'received_from');
    await runner.dropIndex('report', 'report_by_file');
    await runner.dropUniqueConstraint('report', fileOfSubject);
    await runner.createUniqueConstraint('report', new TableUnique({ columnNames: ['file'] }));
    await runner.dropTable('subject');
  }
}
