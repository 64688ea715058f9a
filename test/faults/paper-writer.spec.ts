import { Worker } from 'node:worker_threads';
import type { PaperOrder } from '#application';
import { ThreadedPaperWriter } from '../../config/threaded-paper-writer.js';

const words = '落实专项资助政策。';
const letter = (text: string): PaperOrder => ({
  ...{ kind: 'paper', format: 'pdf' },
  paper: { title: '函', subtitle: '', blocks: [{ kind: 'paragraph', text }] },
  issue: { code: 'ABCDE-FGHJK-MNPQR-STVWX', on: '2026-11-22', checkpoint: '1:00' },
});
const usual = { megabytes: 256, seconds: 20 };

describe('a paper that is written aside', () => {
  let writer: ThreadedPaperWriter | undefined;
  const write = (limits: typeof usual, order: PaperOrder) =>
    (writer = new ThreadedPaperWriter(limits)).write(order);
  afterEach(() => writer?.close());

  it('comes as the bytes of its file', async () => {
    const written = await write(usual, letter(words));
    expect(written.ok && Buffer.from(written.value).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  const template = { kind: 'template', programme: '2019-city-operation', year: 2021 } as const;

  it.each([letter(words.repeat(500)), template])('leaves who asked free: $kind', async (order) => {
    const own = (writer = new ThreadedPaperWriter());
    const shares: number[] = [];
    for (let time = 0; time < 5; time += 1) shares.push(await heldUp(() => own.write(order)));
    // What a busy machine does to one or two of five says nothing.
    expect(shares.toSorted((one, other) => one - other)[2]).toBeLessThan(0.5);
  });

  it('is given up where it takes too long, and keeps no other waiting', async () => {
    const limits = { ...usual, seconds: 0.001 };
    const both = await Promise.all([write(limits, letter(words)), writer?.write(letter(words))]);
    const tooSlow = { ok: false, failure: { kind: 'paper-too-slow', seconds: 0.001 } };
    expect(both).toEqual([tooSlow, tooSlow]);
  });

  it('is given up where it takes too much memory', async () => {
    const order = letter(words.repeat(3_000));
    expect(await write({ ...usual, megabytes: 16 }, order)).toEqual({
      ...{ ok: false, failure: { kind: 'paper-too-large' } },
    });
  });

  it('fails loudly where the writer is at fault, and the next is written', async () => {
    const order = { ...template, programme: 'no-such' };
    await expect(write(usual, order)).rejects.toThrow('no-such');
    expect(await writer?.write(template)).toMatchObject({ ok: true });
  });

  it('leaves no thread behind that nobody asks for a minute', async () => {
    const terminate = import.meta.jest.spyOn(Worker.prototype, 'terminate');
    import.meta.jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      await write(usual, letter(words));
      import.meta.jest.advanceTimersByTime(59_999);
      expect(terminate).not.toHaveBeenCalled();
      import.meta.jest.advanceTimersByTime(1);
      expect(terminate).toHaveBeenCalledTimes(1);
    } finally {
      import.meta.jest.useRealTimers();
      terminate.mockRestore();
    }
    expect(await writer?.write(letter(words))).toMatchObject({ ok: true });
  });
});

/** Of the time that some work takes, the longest part in which nothing else got its turn. */
async function heldUp(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let last = began;
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const looking = setInterval(look, 1);
  await work();
  clearInterval(looking);
  look();
  return longest / (last - began);
}
