import type { ReactNode } from 'react';
import { Switches } from '../frame/switches.js';
import { useSay } from '../language/language.js';
import { sessionWords as words } from './words.js';

/** The page in front of all others. */
export function Entrance({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const say = useSay();
  return (
    <div className="entrance">
      <main>
        <div className="entrance-line">
          <strong>{say(words.product)}</strong>
          <Switches />
        </div>
        <p className="quiet">{say(words.productLong)}</p>
        <h1 style={{ marginBlock: '1.25rem 1rem' }}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
