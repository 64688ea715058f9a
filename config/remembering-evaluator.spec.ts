import type { EvaluationOrder, FrozenDetermination } from '#application';
import { RememberingEvaluator } from './remembering-evaluator.js';

const order = (id: string): EvaluationOrder => ({
  ...{ key: { programme: '2019-city-operation', code: '950001' }, name: '示例市', year: 2021 },
  ...{ reports: [{ id, file: 'f', year: 2021 }], findings: [], rowFindings: [], disputed: [] },
});

describe('an evaluator that remembers', () => {
  let asked: string[];
  let evaluator: RememberingEvaluator;
  beforeEach(() => {
    asked = [];
    const evaluate = ({ reports }: EvaluationOrder): Promise<FrozenDetermination> => {
      const id = reports.map((report) => report.id).join();
      asked.push(id);
      if (id === 'fault') return Promise.reject(new Error('the thread ended'));
      const gate = { quantified: 'eligible', overall: 'eligible' } as const;
      const document = { year: 2021, rulebook: '1', engine: '1', gate, targets: [] };
      return Promise.resolve({ hash: id, canonical: id, document });
    };
    evaluator = new RememberingEvaluator({ evaluate }, 2);
  });

  it('makes the same once, and anything else anew', async () => {
    for (const id of ['a', 'a', 'b', 'a']) {
      expect(await evaluator.evaluate(order(id))).toMatchObject({ hash: id });
    }
    await evaluator.evaluate({ ...order('a'), year: 2020 });
    await evaluator.evaluate({
      ...order('a'),
      plan: { document: '1', targets: {}, bases: { base: 1n } },
    });
    expect(asked).toEqual(['a', 'b', 'a', 'a']);
  });

  it('knows an order again whose text is held in another way', async () => {
    const file = 'f'.repeat(64);
    const cut = `文${file}`.slice(1);
    for (const id of [file, cut]) await evaluator.evaluate(order(id));
    expect(asked).toHaveLength(1);
  });

  it('forgets what was unused the longest', async () => {
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await evaluator.evaluate(order(id));
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('tries again what failed', async () => {
    await expect(evaluator.evaluate(order('fault'))).rejects.toThrow('the thread ended');
    await expect(evaluator.evaluate(order('fault'))).rejects.toThrow('the thread ended');
    expect(asked).toEqual(['fault', 'fault']);
  });
});
