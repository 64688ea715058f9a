import { Spin } from 'antd';
import { grouped } from '#wording';
import { lazy, Suspense } from 'react';
import { useSay } from '../language/language.js';
import { ExportTable } from '../tables/export-table.js';
import { figure } from '../tables/table.js';
import { inYuan } from './amount.js';
import type { Part } from './position.js';
import { moneyWords as words } from './words.js';

const DrawnParts = lazy(() => import('./drawn-parts.js'));

/** What an award is made of: as figures, as a chart, and as a table that says the same. */
export function MoneyParts({
  name,
  parts,
}: {
  readonly name: string;
  readonly parts: readonly Part[];
}) {
  const say = useSay();
  return (
    <section className="sheet">
      <h2>{say(words.chart)}</h2>
      <dl className="money-figures figures">
        {parts.map(({ name, amount }) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>
              {grouped(amount)} <small>{say(words.wanYuan)}</small>
            </dd>
          </div>
        ))}
      </dl>
      <Suspense fallback={<Spin className="drawn-parts" />}>
        <DrawnParts parts={parts} />
      </Suspense>
      <p className="quiet">{say(words.chartWords)}</p>
      <details>
        <summary>{say(words.asTable)}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say(words.part)}</th>
              <th scope="col">{say(words.amountWan)}</th>
              <th scope="col">{say(words.amountYuan)}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, amount }) => (
              <tr key={name.en}>
                <th scope="row">{say(name)}</th>
                <td className="figures">{grouped(amount)}</td>
                <td className="figures">{inYuan(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ExportTable
          name={`${name} ${say(words.chart)}`}
          columns={[
            { title: say(words.part), cell: (part) => say(part.name) },
            { title: say(words.amountWan), cell: ({ amount }) => figure(amount) },
          ]}
          rows={parts}
        />
      </details>
    </section>
  );
}
