import { Remind, StartYearlyRun, type Service } from '#application';
import type { Settings } from '../../../config/settings.js';

/** How often the clock is looked at, in milliseconds. */
const interval = 30_000;

/**
 * Does what its time has come for, again and again: in every server, as each of it is done once
 * however many begin it.
 * @param onFault told of what failed; it is tried again the next time
 * @returns what ends it, once what is being done is done
 */
export function keepSchedule(
  service: Service,
  { yearlyRun }: Settings,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  const startYearlyRun = new StartYearlyRun(service);
  const remind = new Remind(service);
  let last = Promise.resolve();
  const look = () => {
    last = last
      .then(() => startYearlyRun.startDue(yearlyRun))
      .catch(onFault)
      .then(() => remind.remindDue())
      .catch(onFault);
  };
  look();
  const timer = setInterval(look, interval);
  return () => {
    clearInterval(timer);
    return last;
  };
}
