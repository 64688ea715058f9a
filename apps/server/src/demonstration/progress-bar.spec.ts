import { ProgressBar } from './progress-bar.js';

function barOn(isTTY: boolean) {
  const written: string[] = [];
  const bar = new ProgressBar({ isTTY, write: (text: string) => written.push(text) });
  return { bar, written };
}

describe('the progress bar', () => {
  it('redraws one line of a terminal', () => {
    const { bar, written } = barOn(true);
    bar.show({ done: 500, total: 1_000, words: '示例市甲' });
    bar.show({ done: 1_000, total: 1_000, words: '示例市甲' });
    bar.end();
    expect(written).toEqual([
      `\r\u001b[K  ${'█'.repeat(14)}${'░'.repeat(14)}  50 %  500 / 1,000 行  示例市甲`,
      `\r\u001b[K  ${'█'.repeat(28)} 100 %  1,000 / 1,000 行  示例市甲`,
      '\n',
    ]);
  });

  it('writes a line for each tenth elsewhere, and no control characters', () => {
    const { bar, written } = barOn(false);
    for (let done = 0; done <= 1_000; done += 10) bar.show({ done, total: 1_000, words: '读取' });
    bar.end();
    expect(written).toHaveLength(11);
    for (const control of ['\r', '\u001b']) expect(written.join('')).not.toContain(control);
  });

  it('is full where there is nothing to read', () => {
    const { bar, written } = barOn(false);
    bar.show({ done: 0, total: 0, words: '' });
    expect(written[0]).toContain('100 %');
  });
});
