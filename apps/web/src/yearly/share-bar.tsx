import type { Tone } from '#wording';

/** How a whole divides, drawn; what it says stands in figures beside it. */
export function ShareBar({
  parts,
}: {
  readonly parts: readonly { readonly tone: Tone; readonly count: number }[];
}) {
  return (
    <span className="share-bar" aria-hidden>
      {parts.map(({ tone, count }) => (
        <span key={tone} data-tone={tone} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}
