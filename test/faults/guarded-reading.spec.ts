import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { coverFields } from '../contract/report/small-programme.js';
import { sheetOf, withWorkbook } from '../contract/report/workbook-of-parts.js';

/** Reads a file as the built product does, in a process of its own, as threads need built code. */
async function readGuarded(path: string, limits: string, inRows = ''): Promise<unknown> {
  const script = `
    import { programmes } from '#rulebook';
    import { readReportGuarded } from '#report';
    const told = [];
    const sink = {
      cover: ({ subject, programme }) => void told.push(subject.name, programmes.includes(programme)),
      rows: async (ledger, rows) => { ${inRows} told.push(ledger, rows.length); },
    };
    const result = await readReportGuarded(process.argv[1], programmes, sink, ${limits})
      .then(({ kind, code, ledgers }) => ({ kind, code, ledgers }))
      .catch(({ message }) => ({ message }));
    console.log(JSON.stringify({ ...result, told }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script, path],
    { cwd: process.cwd() },
  );
  const said: unknown = JSON.parse(stdout);
  return said;
}

const fields = coverFields.map(([label, value]) =>
  label === '项目编码' ? [label, '2019-city-operation'] : [label, value],
);
const rows = Array.from({ length: 20_000 }, (_, at) => [`区${at}`]);
const sketch = {
  sheets: { 封面: sheetOf(fields), 集聚区: sheetOf([['名称', '级别'], ...rows]) },
};

describe('a guarded reading', () => {
  it('gives what the reading itself gives', async () => {
    await withWorkbook(sketch, async (path) => {
      const limits = '{ megabytes: 256, seconds: 20 }';
      const said = await readGuarded(path, limits);
      expect(said).toMatchObject({
        kind: 'read',
        ledgers: { 'cluster-zones': { accepted: 20_000, rejected: 0 } },
      });
      expect(JSON.stringify(said)).toContain('"told":["示例市",true,"cluster-zones",');
    });
  });

  it('refuses a file that takes too long without progress', async () => {
    await withWorkbook(sketch, async (path) => {
      const limits = '{ megabytes: 256, seconds: 0.001 }';
      expect(await readGuarded(path, limits)).toMatchObject({ code: 'too-slow', told: [] });
    });
  });

  it('refuses a file that takes too much memory, and lives on', async () => {
    await withWorkbook(sketch, async (path) => {
      const limits = '{ megabytes: 1, seconds: 20 }';
      expect(await readGuarded(path, limits)).toMatchObject({ code: 'too-large' });
    });
  });

  it('stops where the sink fails, and says what the sink said', async () => {
    await withWorkbook(sketch, async (path) => {
      const limits = '{ megabytes: 256, seconds: 20 }';
      const failing = 'throw new Error("the disk is full");';
      expect(await readGuarded(path, limits, failing)).toMatchObject({
        message: 'the disk is full',
      });
    });
  });
});
