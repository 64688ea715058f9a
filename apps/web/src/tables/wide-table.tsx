import type { ReactNode } from 'react';

/** Keeps a table that is wider than the window within it; it can be scrolled by keyboard too. */
export function WideTable({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
