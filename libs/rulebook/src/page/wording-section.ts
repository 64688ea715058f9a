import type { Programme } from '#engine';
import type { Wording } from '../wording.js';
import { html, type Html } from './html.js';

/** The section that sets the targets, word for word, each piece with what encodes it. */
export function wordingSection(wording: readonly Wording[], programme: Programme): Html {
  return html`<table>
    <thead>
      <tr>
        <th>原文</th>
        <th>写入规则之处</th>
      </tr>
    </thead>
    <tbody>
      ${wording.map(
        (piece) =>
          html`<tr>
            <td>${piece.words}</td>
            <td>
              ${'unmeasured' in piece ? notMeasured(piece.unmeasured) : links(piece.encodedBy, programme)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const notMeasured = (reason: string): Html => html`<b>不能度量：</b>${reason}`;

function links(
  encodedBy: Readonly<Record<string, readonly string[]>>,
  { id, targets }: Programme,
): readonly Html[] {
  return targets
    .filter((target) => Object.hasOwn(encodedBy, target.id))
    .map(
      (target) =>
        html`<div>
          <a href="#${id}-${target.id}">${target.name}</a
          >：${(encodedBy[target.id] ?? []).join('、')}
        </div>`,
    );
}
