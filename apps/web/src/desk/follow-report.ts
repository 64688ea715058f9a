import { progressView, type ProgressView } from '#contracts';

/** Stages after which nothing more is told. */
export const lastStages: readonly ProgressView['stage'][] = ['done', 'refused', 'set-aside'];

/** Is told of each step of the work on a report, until it ends. @returns what stops the telling */
export function followReport(url: string, told: (progress: ProgressView) => void): () => void {
  const events = new EventSource(url);
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const progress = progressView.parse(JSON.parse(data));
    told(progress);
    // The browser would ask again for what has come to its end.
    if (lastStages.includes(progress.stage)) events.close();
  };
  return () => events.close();
}
