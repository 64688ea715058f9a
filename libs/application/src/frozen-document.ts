import type { DeterminationDocument } from '#engine';

/** The document that a determination's canonical bytes hold. Throws where they are none. */
export function frozenDocument(canonical: string): DeterminationDocument {
  const document: unknown = JSON.parse(canonical);
  if (!isDocument(document)) throw new Error('these bytes hold no determination');
  return document;
}

/** The service froze these bytes itself; their hash says that they are still the same. */
function isDocument(value: unknown): value is DeterminationDocument {
  return typeof value === 'object' && value !== null && 'targets' in value && 'gate' in value;
}
