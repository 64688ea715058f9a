import { Worker } from 'node:worker_threads';
import type { PaperOrder } from '#application';
import { ThreadedPaperWriter } from '../../config/threaded-paper-writer.js';

const words = '落实专项资助政策。';
const letter = (text: string): PaperOrder => ({
  ...{ kind: 'paper', format: 'pdf' },
  paper: { title: '函', subtitle: '', blocks: [{ kind: 'paragraph', text }] },
  issue: { code: 'ABCDE-FGHJK-MNPQR-STVWX', on: '2026-11-22' },
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
    const order = { kind: 'template', programme: 'no-such', year: 2021 } as const;
    await expect(write(usual, order)).rejects.toThrow('no-such');
    expect(await writer?.write({ ...order, programme: '2019-city-operation' })).toMatchObject({
      ok: true,
    });
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
