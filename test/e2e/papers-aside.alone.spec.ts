import { setTimeout as pause } from 'node:timers/promises';
import { paperView, weightsView } from '#contracts';
import { findProgramme } from '#rulebook';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const papers = '/api/subjects/2019-city-operation/999901/papers/self-assessment';
const weights = '/api/programmes/2019-city-operation/weights';
const template = '/api/programmes/2019-city-operation/template?year=2021';
const targets = findProgramme('2019-city-operation')?.targets ?? [];
const points = Object.fromEntries(targets.map(({ id }, at) => [id, at === 0 ? '12' : '6']));
/** Of reasons that fill three pages, as the longest papers have them. */
const told: unknown = JSON.parse(smallReport(2021).toString());
const report = {
  ...(typeof told === 'object' ? told : {}),
  专项说明: targets.map(({ id }) => ({
    指标编码: id,
    完成情况: '',
    偏差原因及改进措施: '专项资助政策落实晚于计划，下一步按月调度。'.repeat(12),
  })),
};
/** In milliseconds; usually under 50. Written on the server's own thread, a first paper takes 1000. */
const mostWait = 250;

describe('while papers are written', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start();
    await service.handIn(2021, Buffer.from(JSON.stringify(report)));
  });
  afterAll(() => service.stop());

  /** The longest that somebody waited who asked every 10 ms while something was done. */
  const longestWait = async (work: Promise<unknown>) => {
    const done = new AbortController();
    const watching = work.finally(() => done.abort());
    const waits: number[] = [];
    while (!done.signal.aborted) {
      const asked = performance.now();
      await service.stranger.get('/health/live');
      waits.push(performance.now() - asked);
      await pause(10);
    }
    await watching;
    return Math.max(...waits);
  };

  it('the server answers others', async () => {
    const issueFive = async () => {
      let replaces: string | null = null;
      for (const document of ['甲', '乙', '丙', '丁', '戊']) {
        const set = await service.post(weights, { year: 2021, document, points, replaces });
        replaces = weightsView.parse(await set.json()).id;
        const issued = await service.post(papers, { year: 2021 });
        expect(paperView.parse(await issued.json()).files).toHaveLength(3);
      }
    };
    expect(await longestWait(issueFive())).toBeLessThanOrEqual(mostWait);
  });

  it('nor does a template hold it up', async () => {
    const fetchTemplate = async () => {
      const bytes = await (await service.get(template)).arrayBuffer();
      expect(bytes.byteLength).toBeGreaterThan(10_000);
    };
    expect(await longestWait(fetchTemplate())).toBeLessThanOrEqual(mostWait);
  });
});
