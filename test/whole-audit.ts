import { openAudit, type Deviation } from '#persistence';

/** Throws where the store at a place is not what its audit chain says. */
export async function demandWholeAudit(place: string): Promise<void> {
  const audit = await openAudit(place);
  const deviations: Deviation[] = [];
  try {
    await audit.verify((deviation) => deviations.push(deviation), 1);
  } finally {
    await audit.close();
  }
  if (deviations.length > 0) throw new Error(`the audit: ${JSON.stringify(deviations)}`);
}
