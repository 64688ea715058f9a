import { ArrowRightOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import {
  decimalsOf,
  parseQuantity,
  type MovableFigure,
  type Outcome,
  type SupposedVerdict,
} from '#engine';
import {
  grouped,
  marginWords,
  outcomeWords,
  thresholdWords,
  unitWords,
  valueWords,
  withUnit,
} from '#wording';
import { memo } from 'react';
import { useSay } from '../language/language.js';
import { OutcomeMark } from '../look/status-mark.js';
import { StandingBar } from './standing-bar.js';
import { assessmentWords as words } from './words.js';

type Move = (figure: string, value: bigint | undefined) => void;

interface Supposed {
  readonly isMoved: (figure: string) => boolean;
  readonly move: Move;
  readonly target: SupposedVerdict;
  readonly outcomeNow: Outcome;
  readonly found: Outcome | undefined;
  readonly find: (target: string, outcome: Outcome | undefined) => void;
}

/**
 * One target of a what-if: its figures to move, and what they come to. Drawn anew only where it shows
 * something else, as to draw all takes longer than a picture of the screen; so `move` and `find`
 * have to do the same in whichever drawing they were given.
 */
export const SupposedTarget = memo(Target, showsSame);

function showsSame(one: Supposed, other: Supposed): boolean {
  const { figures, ...target } = one.target;
  const { figures: otherFigures, ...otherTarget } = other.target;
  return (
    one.found === other.found &&
    one.outcomeNow === other.outcomeNow &&
    holdsSame(target, otherTarget) &&
    figures.every((figure, index) => {
      const otherFigure = otherFigures[index];
      const moved = one.isMoved(figure.id) === other.isMoved(figure.id);
      return moved && otherFigure !== undefined && holdsSame(figure, otherFigure);
    })
  );
}

function holdsSame(one: object, other: object): boolean {
  const held = new Map<string, unknown>(Object.entries(other));
  const own = Object.entries(one);
  return own.length === held.size && own.every(([key, value]) => held.get(key) === value);
}

function Target({ target, outcomeNow, found, find, isMoved, move }: Supposed) {
  const say = useSay();
  const { id, name, nameEn, kind, outcome, figures } = target;
  const title = say({ zh: name, en: nameEn });
  return (
    <li className="sheet supposed-target">
      <div>
        <strong>{title}</strong>
        <div className="quiet figures">
          {say(kind === 'qualitative' ? words.finding : thresholdWords(target))}
        </div>
      </div>
      <div className="supposed-figures">
        {figures.map((figure) => (
          <FigureField
            key={figure.id}
            {...figure}
            of={title}
            isMoved={isMoved(figure.id)}
            move={move}
          />
        ))}
        {kind === 'qualitative' && (
          <Select<Outcome | 'as-it-is'>
            aria-label={title}
            value={found ?? 'as-it-is'}
            onChange={(chosen) => find(id, chosen === 'as-it-is' ? undefined : chosen)}
            style={{ minWidth: 150 }}
            options={[
              { value: 'as-it-is', label: say(words.asItIs) },
              ...(['met', 'not_met', 'not_applicable'] as const).map((value) => ({
                ...{ value, label: say(outcomeWords[value]) },
              })),
            ]}
          />
        )}
      </div>
      <div>
        <StandingBar verdict={target} />
        {kind === 'measured' && (
          <span className="quiet figures">
            {say(valueWords(target))} · {say(marginWords(target))}
          </span>
        )}
      </div>
      <div className="supposed-outcome">
        {outcome !== outcomeNow && (
          <>
            <OutcomeMark outcome={outcomeNow} /> <ArrowRightOutlined aria-label="→" />{' '}
          </>
        )}
        <OutcomeMark outcome={outcome} />
      </div>
    </li>
  );
}

/** Its figure in parts, so that it is drawn anew only where one of them is another. */
const FigureField = memo(function FigureField({
  id,
  year,
  unit,
  value,
  passes,
  of,
  isMoved,
  move,
}: MovableFigure & {
  readonly of: string;
  readonly isMoved: boolean;
  readonly move: Move;
}) {
  const say = useSay();
  const label = year === null ? say(words.figureNow) : String(year);
  return (
    <span className="figure-field">
      <span className="quiet">{label}</span>
      <InputNumber<string>
        stringMode
        size="small"
        min="0"
        value={value}
        {...(decimalsOf[unit] === 0 && { precision: 0 })}
        suffix={say(unitWords(unit))}
        aria-label={`${of} ${label}`}
        className="figures"
        data-moved={isMoved}
        onChange={(text) => move(id, text === null ? undefined : parseQuantity(text, unit))}
      />
      {passes !== null && passes !== value && (
        <Button
          size="small"
          type="link"
          title={say(words.pass)}
          aria-label={`${of} ${say(words.passes)(say(withUnit(grouped(passes), unit)))}`}
          onClick={() => move(id, parseQuantity(passes, unit))}
        >
          {say(words.passes)(say(withUnit(grouped(passes), unit)))}
        </Button>
      )}
    </span>
  );
});
