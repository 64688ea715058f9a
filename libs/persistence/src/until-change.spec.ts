import { UntilChange } from './until-change.js';

/** A database at a moment that a test sets, and what was read of it, in order. */
function remembered(most: number) {
  let at: string | undefined = '1';
  const reads: string[] = [];
  const memory = new UntilChange<string>({ moment: () => Promise.resolve(at) }, most);
  const become = (moment: string | undefined) => {
    at = moment;
  };
  const read = (name: string, meanwhile?: () => void) =>
    memory.of(name, () => {
      reads.push(name);
      meanwhile?.();
      return Promise.resolve(`${name} at ${at}`);
    });
  return { become, reads, read };
}

it('reads again what it was asked for once something was committed', async () => {
  const { become, reads, read } = remembered(2);
  expect([await read('a'), await read('a')]).toEqual(['a at 1', 'a at 1']);
  become('2');
  expect(await read('a')).toBe('a at 2');
  expect(reads).toEqual(['a', 'a']);
});

it('does not take for new what was read before a commit that others were told of', async () => {
  const { become, reads, read } = remembered(2);
  await read('a', () => {
    become('2');
    void read('b');
  });
  await read('a');
  expect(reads).toEqual(['a', 'b', 'a']);
});

it('reads always within a transaction, and remembers no more than it may', async () => {
  const { become, reads, read } = remembered(1);
  for (const name of ['a', 'b', 'a']) await read(name);
  become(undefined);
  await read('a');
  await read('a');
  expect(reads).toEqual(['a', 'b', 'a', 'a', 'a']);
});
