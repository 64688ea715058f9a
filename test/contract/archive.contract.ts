import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Checkpoint } from '#application';
import {
  openAudit,
  openStore,
  UnfitArchive,
  verifyArchive,
  type ArchiveDeviation,
  type Audit,
  type AuditHash,
  type Deviation,
} from '#persistence';
import { z } from 'zod';
import { enrolExample, exampleSubject } from '../example-subject.js';

const before = '2026-05-01';
const days = ['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02'];

async function archived(audit: Audit, upTo = before): Promise<{ text: string; end: Checkpoint }> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const end = await audit.archive(upTo, out);
  return { text: Buffer.concat(chunks).toString(), end };
}

/** What is wrong with an archive; that it is none counts as one. */
async function foundIn(
  archive: string | Uint8Array,
  checkpoint?: Pick<Checkpoint, 'number' | 'chain'>,
): Promise<readonly (ArchiveDeviation | { readonly kind: 'none' })[]> {
  const found: ArchiveDeviation[] = [];
  const bytes = async function* () {
    yield await Promise.resolve(Buffer.from(archive));
  };
  try {
    await verifyArchive(bytes(), (deviation) => found.push(deviation), checkpoint);
    return found;
  } catch (error) {
    if (error instanceof UnfitArchive) return [{ kind: 'none' }];
    throw error;
  }
}

const linkLine = z.tuple(
  [z.number(), z.number(), z.string(), z.string(), z.string().nullable(), z.string()],
  z.record(z.string(), z.unknown()),
);
const endLine = z.object({ links: z.number(), chain: z.string() });

/** An archive in which a change is covered up by a chain made anew. */
function madeAnew(
  text: string,
  hash: AuditHash,
  change: (entry: Record<string, unknown>) => void,
): string {
  const digestOf = (hashed: string) => createHash(hash).update(hashed).digest('hex');
  const [head, ...rest] = text.trimEnd().split('\n');
  let chain = '';
  const links = rest.slice(0, -1).map((line) => {
    const [number, of, table, row, digest, , entry] = linkLine.parse(JSON.parse(line));
    if (entry) change(entry);
    const other = entry ? digestOf(`${JSON.stringify(entry).slice(1, -1)},`) : digest;
    chain = digestOf(JSON.stringify([chain, number, of, table, row, other]));
    return JSON.stringify([number, of, table, row, other, chain, ...(entry ? [entry] : [])]);
  });
  const end = JSON.stringify({ links: links.length, chain });
  return [head, ...links, end, ''].join('\n');
}

/** What an archive of the audit proves, whatever its hash and the database that it is made of. */
export function archiveContract(
  name: string,
  hash: AuditHash,
  open: () => Promise<{ place: string; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let place: string;
    let remove: () => Promise<void>;
    let audit: Audit;
    let text: string;
    let end: Checkpoint;
    beforeAll(async () => {
      ({ place, remove } = await open());
      const stores = await openStore(place, 'product', hash);
      for (const [index, day] of days.entries()) {
        const enrolledAt = `${day}T23:59:59.999+08:00`;
        await enrolExample(stores, { ...exampleSubject(`99990${index}`), enrolledAt });
      }
      await stores.close();
      audit = await openAudit(place);
      ({ text, end } = await archived(audit));
    });
    afterAll(async () => {
      await audit.close();
      await remove();
    });

    it('holds every entry up to a day, and proves itself', async () => {
      expect(await foundIn(text)).toEqual([]);
      expect(await foundIn(text, end)).toEqual([]);
      for (const [index, day] of days.entries()) expect(text.includes(day)).toBe(index < 2);
      expect(end.at).toBe('2026-04-30T23:59:59.999+08:00');
      expect(end.number).toBeLessThan(audit.checkpoint?.number ?? 0);
      expect((await archived(audit, '2026-05-02')).text).toContain(days[2]);
    });

    it('is what the chain of the database goes on from, also where that has grown', async () => {
      expect(await audit.continues(end)).toBe(true);
      const whole = await archived(audit, '9999-01-01');
      expect(whole.end).toEqual(audit.checkpoint);
      expect(await audit.continues(whole.end)).toBe(true);
      expect(await audit.continues({ ...end, chain: 'another' })).toBe(false);
      expect(await audit.continues({ ...whole.end, number: whole.end.number + 1 })).toBe(false);
    });

    it('is verified by several threads as by one', async () => {
      const checkpoint = { number: 2, chain: 'another' };
      const verified = async (threads: number) => {
        const found: Deviation[] = [];
        return { ...(await audit.verify((each) => found.push(each), threads, checkpoint)), found };
      };
      const byOne = await verified(1);
      expect(byOne).toMatchObject({
        links: audit.checkpoint?.number,
        found: [{ kind: 'chain-rewritten', number: 2 }],
      });
      expect(await verified(3)).toEqual(byOne);
    });

    it('is not made where no entry is of an earlier day', async () => {
      await expect(archived(audit, '2019-01-01')).rejects.toThrow('没有早于 2019-01-01 的');
    });

    it('shows any byte that was changed, added or is missing', async () => {
      const bytes = Buffer.from(text);
      const unnoticed: string[] = [];
      for (const [at, byte] of bytes.entries()) {
        const changed = Buffer.from(bytes);
        changed[at] = byte === 0x30 ? 0x31 : 0x30;
        const [front, back] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
        const missing = Buffer.concat([front, back]);
        const added = Buffer.concat([front, Buffer.from([byte]), Buffer.from(' '), back]);
        for (const [index, other] of [changed, missing, added].entries()) {
          if ((await foundIn(other)).length === 0) unnoticed.push(`${index} at ${at}`);
        }
      }
      expect(bytes.length).toBeGreaterThan(1000);
      expect(unnoticed).toEqual([]);
    });

    it('shows any line that is missing, doubled or swapped with the next', async () => {
      const lines = text.split(/(?<=\n)/);
      for (const [at, line] of lines.entries()) {
        expect(await foundIn(lines.toSpliced(at, 1).join(''))).not.toEqual([]);
        expect(await foundIn(lines.toSpliced(at, 0, line).join(''))).not.toEqual([]);
        const next = lines[at + 1];
        if (next === undefined) continue;
        expect(await foundIn(lines.toSpliced(at, 2, next, line).join(''))).not.toEqual([]);
      }
    });

    it('shows where it was changed', async () => {
      const [head = '', ...lines] = text.split(/(?<=\n)/);
      const at = lines.findIndex((line) => line.includes('2026-04-29'));
      const changed = lines.with(at, lines[at]?.replace('04-29', '04-28') ?? '');
      const row = '2';
      expect(await foundIn([head, ...changed].join(''))).toEqual([
        { kind: 'row-changed', table: 'audit_entry', row },
      ]);
      const without = [head, ...lines.toSpliced(1, 1)].join('');
      expect(await foundIn(without)).toEqual([
        { kind: 'links-missing', from: 2, to: 2 },
        { kind: 'chain-broken', number: 3 },
      ]);
    });

    it('shows a tail that was cut: by itself, and with another end by what its end was', async () => {
      const lines = text.split(/(?<=\n)/);
      for (let kept = 0; kept < lines.length; kept++) {
        expect(await foundIn(lines.slice(0, kept).join(''))).not.toEqual([]);
      }
      const left = lines.slice(0, -2);
      const [number, , , , , chain] = linkLine.parse(JSON.parse(left.at(-1) ?? ''));
      const cut = [...left, `${JSON.stringify({ links: number, chain })}\n`].join('');
      expect(await foundIn(cut)).toEqual([]);
      expect(await foundIn(cut, end)).toEqual([
        { kind: 'tail-cut', last: number, checkpoint: end.number },
      ]);
    });

    it('shows a chain made anew, by what its end was and by the database', async () => {
      expect(madeAnew(text, hash, () => undefined)).toBe(text);
      const forged = madeAnew(text, hash, (entry) => (entry['who'] = 'somebody else'));
      expect(await foundIn(forged)).toEqual([]);
      expect(await foundIn(forged, end)).toEqual([{ kind: 'chain-rewritten', number: end.number }]);
      const { chain } = endLine.parse(JSON.parse(forged.trimEnd().split('\n').at(-1) ?? ''));
      expect(await audit.continues({ number: end.number, chain })).toBe(false);
    });
  });
}
