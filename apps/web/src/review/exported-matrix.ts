import type { Programme } from '#engine';
import { gateWords, outcomeWords } from '#wording';
import { stateWords } from '../desk/words.js';
import type { Say } from '../language/language.js';
import { figure, type Column } from '../tables/table.js';
import { cellOf, type MatrixLine } from './matrix.js';
import { reviewWords as words } from './words.js';

/** The matrix as it is saved: of each target its outcome and its distance in the target's unit. */
export function exportedColumns(programme: Programme, say: Say): readonly Column<MatrixLine>[] {
  return [
    { title: say(words.code), cell: ({ code }) => code },
    { title: say(words.subject), cell: ({ name }) => name },
    { title: say(words.state), cell: ({ state }) => state && say(stateWords[state]) },
    {
      title: say(words.gate),
      cell: ({ determination }) => determination && say(gateWords[determination.overall]),
    },
    ...programme.targets.flatMap(({ id, name, nameEn }): readonly Column<MatrixLine>[] => {
      const title = say({ zh: name, en: nameEn });
      return [
        {
          title,
          cell: (line) => {
            const cell = cellOf(line, id);
            return cell ? say(outcomeWords[cell.overall]) : null;
          },
        },
        { title: say(words.distanceOf)(title), cell: (line) => figure(cellOf(line, id)?.margin) },
      ];
    }),
  ];
}
