import {
  adoptedOn,
  formatQuantity,
  isDue,
  type Programme,
  type Reading,
  type Target,
} from '#engine';
import { describeConditions } from '../describe/condition.js';
import { describeMeasure } from '../describe/measure.js';
import { quoted, type Context } from '../describe/words.js';
import { citation } from './citation.js';
import { html, type Html } from './html.js';

/** One target for a lawyer to check: words, measure, threshold, other readings, what is confirmed. */
export function targetSection(target: Target, programme: Programme): Html {
  const adopted: Context = {
    programme,
    readings: adoptedOn(programme.readings, programme.period.to),
  };
  return html`<section id="${programme.id}-${target.id}">
    <h3>
      ${target.name} <small>${target.nameEn} · <code>${target.id}</code></small>
    </h3>
    ${citation(target.clause)}
    <dl>
      ${target.kind === 'measured' ? measured(target, adopted) : qualitative(target, adopted)}
      <dt>何时应当达到</dt>
      <dd>${dueRule(target, programme)}</dd>
    </dl>
  </section>`;
}

type Measured = Extract<Target, { kind: 'measured' }>;
type Qualitative = Extract<Target, { kind: 'qualitative' }>;

function measured(target: Measured, adopted: Context): Html {
  const others = otherReadings(target, adopted);
  return html`${target.tests.map(
    ({ measure, threshold }, n) =>
      html`<dt>${n > 0 ? '或者' : '怎样计算'}</dt>
        <dd>${describeMeasure(measure, adopted)}。</dd>
        <dt>阈值</dt>
        <dd>
          不低于 <b>${formatQuantity(threshold.value, threshold.unit)} ${threshold.unit}</b>
        </dd>`,
  )}
  ${others.length > 0 ? html`<dt>按另一种解释</dt>` : ''}
  ${others.map(
    ({ reading, value, text }) =>
      html`<dd>
        ${quoted(reading.values[value] ?? value)}（<code>${reading.id}=${value}</code>）
        <details open>
          <summary>算法</summary>
          ${text}。
        </details>
      </dd>`,
  )}
  ${target.confirmations.length > 0 ? html`<dt>须由复核人确认</dt>` : ''}
  ${target.confirmations.map(({ what }) => html`<dd>${what}</dd>`)}
  ${
    target.shortfall === 'undetermined'
      ? html`<dt>不足时</dt>
          <dd>无法判定，直至有放宽的书面决定（“可适当放宽数量限制”）</dd>`
      : ''
  }`;
}

function qualitative({ aspects, evidence }: Qualitative, adopted: Context): Html {
  return html`<dt>怎样判定</dt>
    <dd>定性目标，由复核人逐项作出核查结论并说明理由：</dd>
    ${aspects.map(({ what }) => html`<dd>${what}</dd>`)}
    ${
      evidence
        ? html`<dt>佐证台账</dt>
            <dd>
              ${[
                `${quoted(evidence.ledger.sheet)}表${evidence.needed ? '，至少须有一行' : ''}`,
                ...describeConditions(evidence.conditions, evidence.ledger, adopted),
              ].join('；')}
            </dd>`
        : ''
    }`;
}

/** What the measure says under each reading that was not adopted, where it then says another thing. */
function otherReadings(
  target: Measured,
  adopted: Context,
): readonly { readonly reading: Reading; readonly value: string; readonly text: string }[] {
  const said = (context: Context) =>
    target.tests.map(({ measure }) => describeMeasure(measure, context)).join('；或者');
  return adopted.programme.readings.flatMap((reading) =>
    Object.keys(reading.values)
      .map((value) => ({
        reading,
        value,
        text: said({ ...adopted, readings: { ...adopted.readings, [reading.id]: value } }),
      }))
      .filter(({ text }) => text !== said(adopted)),
  );
}

/** The years in which a target is due by itself, and that a filed plan may add to them. */
function dueRule(target: Target, programme: Programme): string {
  const due = programme.years.filter((year) => isDue(programme, target, year));
  const milestones = due.length < programme.years.length && target.kind === 'measured';
  return `${due.join('、')}年${milestones ? '；备案方案对某一年定有阶段目标的，该年也应当达到' : ''}`;
}
