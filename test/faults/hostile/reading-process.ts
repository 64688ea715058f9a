/** Reads files as the product does, in a process of its own, whose memory is then the product's. */
import { smallProgramme } from '../../contract/report/small-programme.js';
import { programmes } from '#rulebook';
import { ReaderOnTrial, type Reading } from './reading.js';

/** What the process tells of a file. */
export type Told =
  | { readonly reading: Reading; readonly megabytes: number }
  | { readonly fault: string; readonly megabytes: number };

const reader = new ReaderOnTrial([smallProgramme, ...programmes]);

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
const tell = (told: Told) => process.send?.(told);

process.on('message', (path: string) => {
  reader.read(path).then(
    (reading) => tell({ reading, megabytes: megabytes() }),
    (error: unknown) => tell({ fault: String(error), megabytes: megabytes() }),
  );
});
process.once('disconnect', () => void reader.close());
