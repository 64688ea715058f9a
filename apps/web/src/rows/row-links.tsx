import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useSay } from '../language/language.js';
import { numbersIn } from './spans.js';
import { rowWords as words } from './words.js';

/** As many rows as are offered one by one. */
const mostLinks = 12;

/** Rows to look at: the first of them each, any other by its number. */
export function RowLinks({
  spans,
  show,
}: {
  /** Such as `2-101,105`. */
  readonly spans: string;
  readonly show: (row: number) => void;
}) {
  const say = useSay();
  const [asked, ask] = useState<number | null>(null);
  const numbers = numbersIn(spans);
  const rest = numbers.length - mostLinks;
  const shown = asked !== null && numbers.includes(asked) ? asked : undefined;
  return (
    <span className="row-links figures">
      {numbers.slice(0, mostLinks).map((row) => (
        <Button key={row} type="link" size="small" onClick={() => show(row)}>
          {say(words.row)(row)}
        </Button>
      ))}
      {rest > 0 && (
        <>
          <span className="quiet">{say(words.more)(rest)}</span>
          <InputNumber
            size="small"
            aria-label={say(words.more)(rest)}
            value={asked}
            onChange={ask}
            {...(asked !== null && shown === undefined && { status: 'error' })}
          />
          <Button
            size="small"
            disabled={shown === undefined}
            onClick={() => shown !== undefined && show(shown)}
          >
            {say(words.open)}
          </Button>
        </>
      )}
    </span>
  );
}
