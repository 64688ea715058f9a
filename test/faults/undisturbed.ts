import { inFolder, reportsToSend, sendAll } from './acknowledged.js';
import { finish, keptState, type KeptState } from './kept-state.js';
import { withServer } from './server-process.js';

const known = new Map<number, Promise<KeptState>>();
const deadline = 60_000;

/** What is kept of reports with so many policies when nothing happens. */
export function undisturbed(policies: number): Promise<KeptState> {
  const found = known.get(policies) ?? inFolder((folder) => sentTo(folder, policies));
  known.set(policies, found);
  found.catch(() => known.delete(policies));
  return found;
}

async function sentTo(folder: string, policies: number): Promise<KeptState> {
  await withServer({ folder, deadline }, async (server, url) => {
    const files = reportsToSend(policies);
    const taken = await sendAll(url, files);
    if (taken.length < files.length) throw new Error('a report was not taken');
    await finish(folder, deadline);
    await server.stop();
  });
  return keptState(folder);
}
