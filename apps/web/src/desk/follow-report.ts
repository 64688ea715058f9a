import { progressView, type ProgressView } from '#contracts';

/** Stages after which nothing more is told. */
export const lastStages: readonly ProgressView['stage'][] = ['done', 'refused', 'set-aside'];

/** How long after its loss the telling is asked for again, in milliseconds. */
const pause = 5000;

/**
 * Is told of each step of the work on a report, until it ends.
 * @param lost called where the service ended the telling before the work, and is asked again
 * @returns what stops the telling
 */
export function followReport(
  url: string,
  told: (progress: ProgressView) => void,
  lost: () => void,
): () => void {
  let events: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    events = new EventSource(url);
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const progress = progressView.parse(JSON.parse(data));
      told(progress);
      // The browser would ask again for what has come to its end.
      if (lastStages.includes(progress.stage)) events.close();
    };
    events.onerror = () => {
      // A browser asks again by itself where a connection broke, but not after a refusal.
      if (events.readyState !== EventSource.CLOSED) return;
      lost();
      again = setTimeout(follow, pause);
    };
  };
  follow();
  return () => {
    clearTimeout(again);
    events.close();
  };
}
