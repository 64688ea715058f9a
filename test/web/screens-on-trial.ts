import { ServiceOnTrial } from '../e2e/service-on-trial.js';
import { BrowserOnTrial } from './browser-on-trial.js';

/** A server and a browser that a suite has from its start to its end. */
export interface ScreensOnTrial {
  readonly service: ServiceOnTrial;
  readonly browser: BrowserOnTrial;
}

/**
 * Starts both before a suite's tests and ends them after, when pages must have complained of nothing.
 * @param prepare what the server is to know first
 * @returns what can be used within tests
 */
export function screensOnTrial(
  prepare: (service: ServiceOnTrial) => Promise<unknown> = () => Promise.resolve(),
): ScreensOnTrial {
  let started: ScreensOnTrial | undefined;
  const running = () => {
    if (!started) throw new Error('the screens are on trial within tests alone');
    return started;
  };
  beforeAll(async () => {
    const service = await ServiceOnTrial.start();
    started = { service, browser: await BrowserOnTrial.start(service.url) };
    await prepare(service);
  });
  afterAll(async () => {
    const { service, browser } = running();
    await browser.stop();
    await service.stop();
    expect(browser.wrongs).toEqual([]);
  });
  return {
    get service() {
      return running().service;
    },
    get browser() {
      return running().browser;
    },
  };
}
