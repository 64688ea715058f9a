import { SecretBox } from './secret-box.js';

const box = new SecretBox(Buffer.alloc(32, 1));

describe('a secret box', () => {
  it('opens what it closed, for its owner alone', () => {
    const closed = box.close('a secret', 'an account');
    expect(closed).not.toContain('a secret');
    expect(box.close('a secret', 'an account')).not.toBe(closed);
    expect(box.open(closed, 'an account')).toBe('a secret');
    expect(() => box.open(closed, 'another')).toThrow();
  });

  it('opens nothing that was changed, and nothing by another key', () => {
    const closed = Buffer.from(box.close('a secret', 'an account'), 'base64');
    for (let at = 0; at < closed.length; at++) {
      const changed = Buffer.from(closed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(changed.toString('base64'), 'an account')).toThrow();
    }
    const other = new SecretBox(Buffer.alloc(32, 2));
    expect(() => other.open(closed.toString('base64'), 'an account')).toThrow();
    expect(other.mark).not.toBe(box.mark);
    expect(() => new SecretBox(Buffer.alloc(31))).toThrow('31 bytes');
  });
});
