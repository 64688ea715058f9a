import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { thrivingCity } from '../../../apps/server/src/demonstration/city.js';
import { inventReport } from '../../../apps/server/src/demonstration/invented-report.js';
import { workbookOf } from '../../../apps/server/src/demonstration/workbook.js';
import { smallReport } from '../../e2e/small-report.js';
import { damagedBytes } from './damaged-bytes.js';
import { damagedJson, damagedXml } from './damaged-tokens.js';
import { lyingZip, rearrangedZip } from './damaged-zip.js';
import { Dice } from './dice.js';
import { zipped } from './hostile-file.js';
import type { Reading } from './reading.js';

/** A report in order, which is damaged in many ways. */
export interface SoundFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of a workbook. */
  readonly parts?: ReadonlyMap<string, Buffer>;
}

/** A report that was damaged by chance. */
export interface MutatedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** What is wrong with the reading of it, beside what is wrong with any. */
  readonly flaw: (reading: Reading, sound: Reading) => string | undefined;
}

const programme = '2019-city-operation';

/** What the demonstration, LibreOffice, an operator's program and a small city write. */
export async function soundFiles(): Promise<readonly SoundFile[]> {
  const [first] = thrivingCity('950009', '示例市').years;
  if (!first) throw new Error('the city has no year');
  const report = inventReport(thrivingCity('950009', '示例市'), first.year);
  return [
    await workbook('demonstration', await workbookOf(programme, report)),
    await workbook('LibreOffice', await readFile('test/faults/hostile/libreoffice.xlsx')),
    { name: 'small JSON', bytes: smallReport(2021, { policies: 20 }) },
    {
      name: 'operator JSON',
      bytes: await readFile('test/scenarios/2023-liaoning-platform/sample-report.json'),
    },
  ];
}

async function workbook(name: string, bytes: Buffer): Promise<SoundFile> {
  const parts = new Map<string, Buffer>();
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return { name, bytes, parts };
}

/** The file that a seed makes of these: the same on any machine. */
export async function mutatedFile(seed: number, sound: SoundFile): Promise<MutatedFile> {
  const dice = new Dice(seed);
  const { name, bytes, parts } = sound;
  const called = (how: string) => `${name} with ${how}`;
  if (!parts) {
    if (dice.below(4) === 0) {
      return { name: called('bytes damaged'), bytes: damagedBytes(bytes, dice), flaw: nothing };
    }
    const json = damagedJson(bytes, dice);
    return { name: called('tokens damaged'), bytes: json, flaw: readsOnly(json) };
  }
  switch (dice.below(4)) {
    case 0:
      return { name: called('bytes damaged'), bytes: damagedBytes(bytes, dice), flaw: asBefore };
    case 1:
      return { name: called('a lie'), bytes: lyingZip(bytes, dice), flaw: asBefore };
    case 2:
      return {
        name: called('parts rearranged'),
        bytes: await rearrangedZip(parts, dice),
        flaw: nothing,
      };
    default: {
      const part = dice.of([...parts.keys()]);
      const xml = damagedXml(parts.get(part) ?? Buffer.alloc(0), dice);
      const altered = await zipped(new Map(parts).set(part, xml));
      return { name: called(`damage in ${part}`), bytes: altered, flaw: nothing };
    }
  }
}

const nothing = () => undefined;

/** The check sums of a workbook leave no other content to read. */
const asBefore: MutatedFile['flaw'] = ({ report, digest }, sound) =>
  report.kind === 'unreadable' || digest === sound.digest ? undefined : 'read as something else';

/** What is no JSON is not read. */
const readsOnly = (json: Buffer): MutatedFile['flaw'] => {
  return ({ report }) =>
    report.kind === 'unreadable' || parses(json) ? undefined : 'read, though no JSON';
};

function parses(json: Buffer): boolean {
  try {
    JSON.parse(json.toString().replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
