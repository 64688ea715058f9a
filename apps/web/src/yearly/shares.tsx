import type { Tone } from '#wording';
import { Link } from 'react-router';
import { useSay, type Said } from '../language/language.js';
import { ExportTable } from '../tables/export-table.js';
import { figure } from '../tables/table.js';
import { WideTable } from '../tables/wide-table.js';
import { ShareBar } from './share-bar.js';
import { yearlyWords as words } from './words.js';

interface Part<K extends string> extends Said {
  readonly id: K;
  readonly tone: Tone;
}

interface Row<K extends string> {
  readonly id: string;
  readonly name: string;
  readonly counts: Readonly<Record<K, number>>;
  /** Where the number of a part leads. */
  readonly to: (part: K) => string;
}

/** How subjects divide, line by line: as bars, and as numbers that lead to the subjects. */
export function Shares<K extends string>({
  title,
  name,
  of,
  parts,
  rows,
}: {
  readonly title: string;
  /** Names the saved table. */
  readonly name: string;
  /** What the lines are. */
  readonly of: string;
  readonly parts: readonly Part<K>[];
  readonly rows: readonly Row<K>[];
}) {
  const say = useSay();
  return (
    <section className="sheet" aria-label={title}>
      <div className="page-head">
        <h2>{title}</h2>
        <ExportTable
          name={name}
          columns={[
            { title: of, cell: (row: Row<K>) => row.name },
            ...parts.map((part) => ({
              title: say(part),
              cell: ({ counts }: Row<K>) => figure(counts[part.id]),
            })),
          ]}
          rows={rows}
        />
      </div>
      <WideTable label={title}>
        <table className="shares">
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col" className="share-cell">
                {say(words.share)}
              </th>
              {parts.map((part) => (
                <th key={part.id} scope="col" className="figures">
                  <span className="share-key" data-tone={part.tone} aria-hidden /> {say(part)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, counts, to }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="share-cell">
                  <ShareBar
                    parts={parts.map((part) => ({ tone: part.tone, count: counts[part.id] }))}
                  />
                </td>
                {parts.map((part) => (
                  <td key={part.id} className="figures">
                    {counts[part.id] === 0 ? (
                      <span className="quiet">0</span>
                    ) : (
                      <Link to={to(part.id)} aria-label={`${name} ${say(part)} ${counts[part.id]}`}>
                        {counts[part.id]}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
