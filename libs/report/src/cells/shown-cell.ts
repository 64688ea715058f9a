import { shownDay } from './date-cell.js';
import { shownPercentage } from './quantity-cell.js';
import { textCell, type DateSystem, type RawCell } from './raw-cell.js';

/** A cell as its reader sees it: a number shown as a day or a percentage is the text that it shows. */
export function asShown(cell: RawCell, system: DateSystem): RawCell {
  const { text, shownAs } = cell;
  if (shownAs === undefined) return cell;
  const shown =
    shownAs === 'date' ? shownDay(text, system) : shownPercentage(text, shownAs.percentDecimals);
  return shown === undefined ? cell : textCell(shown);
}
