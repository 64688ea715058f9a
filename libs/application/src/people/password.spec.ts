import { hashOfPassword, isPassword, weaknessOf } from './password.js';

describe('a password', () => {
  it.each([
    ['eleven char', 'too-short'],
    ['twelve chars', undefined],
    ['十二个汉字也是十二个字符', undefined],
    ['长'.repeat(64) + 'abcdefghij'.repeat(7), 'too-long'],
    ['ababababababab', 'common'],
    ['My-Password-2026', 'common'],
    ['wang.min-likes-tea', 'names-its-owner'],
    ['王敏喜欢在春天喝一点茶', 'too-short'],
    ['王敏喜欢在春天里喝一点茶', 'names-its-owner'],
  ])('%s is %s', (password, weakness) => {
    expect(weaknessOf(password, ['王敏', '示例市知识产权局', 'wang.min', 'x'])).toBe(weakness);
  });

  it('is kept by argon2id, at the cost that OWASP asks for', async () => {
    const hashed = await hashOfPassword('twelve chars');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('twelve chars', hashed)).toBe(true);
    expect(await isPassword('twelve chart', hashed)).toBe(false);
  });

  it('of nobody is none, and takes as long to find out', async () => {
    const hashed = await hashOfPassword('twelve chars');
    const time = async (of: string | undefined) => {
      const started = performance.now();
      expect(await isPassword('another one', of)).toBe(false);
      return performance.now() - started;
    };
    let [known, unknown] = [Infinity, Infinity];
    // In turns, as the machine may be slower at one time than at another.
    for (let round = 0; round < 9; round++) {
      known = Math.min(known, await time(hashed));
      unknown = Math.min(unknown, await time(undefined));
    }
    // What nobody has would else be found out in a hundredth of the time.
    expect(unknown).toBeGreaterThan(known / 10);
  });
});
