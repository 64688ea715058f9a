import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSmall, smallProgramme } from '../contract/report/small-programme.js';
import { inFolder } from '../contract/report/workbook-of-parts.js';
import { soundParts, zipped } from './hostile/hostile-file.js';
import { namedFiles } from './hostile/named-files.js';
import { soundJson } from './hostile/nasty-json.js';
import { differenceFrom, flawOf, ReaderOnTrial } from './hostile/reading.js';

describe('a hostile file', () => {
  let folder: string;
  let reader: ReaderOnTrial;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    reader = new ReaderOnTrial([smallProgramme]);
  });
  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true });
  });

  const read = async (bytes: Buffer) => {
    const path = join(folder, 'hostile');
    await writeFile(path, bytes);
    return reader.read(path);
  };

  it.each(namedFiles)('$name', async ({ bytes, expected }) => {
    const reading = await read(await bytes());
    expect(flawOf(reading)).toBeUndefined();
    expect(differenceFrom(expected, reading)).toBeUndefined();
  });

  it('is told by its name', () => {
    const names = namedFiles.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(80);
  });

  it('differs from one that is in order', async () => {
    for (const bytes of [await zipped(soundParts()), Buffer.from(soundJson)]) {
      const { report } = await read(bytes);
      expect(report).toMatchObject({ kind: 'read', problems: [] });
    }
  });

  it('may not be there, or be a folder', async () => {
    expect(await readSmall(join(folder, 'none'))).toMatchObject({ code: 'file-missing' });
    expect(await readSmall(folder)).toMatchObject({ code: 'file-missing' });
  });
});

describe('a file written while it is read', () => {
  it('is not kept open', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'report.xlsx');
      await writeFile(path, await zipped(soundParts()));
      await readSmall(path);
      await writeFile(path, '');
      expect(await readSmall(path)).toMatchObject({ code: 'file-empty' });
    });
  });
});
