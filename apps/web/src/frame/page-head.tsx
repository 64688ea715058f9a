import type { ReactNode } from 'react';

/** What a page is called, what it is for, and what is chosen or done on it as a whole. */
export function PageHead({
  title,
  lead,
  children,
}: {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {children}
    </div>
  );
}
