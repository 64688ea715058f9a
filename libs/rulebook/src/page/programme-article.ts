import {
  formatQuantity,
  type GatePolicy,
  type Ledger,
  type MoneyRule,
  type Programme,
  type Reading,
} from '#engine';
import { header } from '../describe/words.js';
import type { Rulebook } from '../rulebook.js';
import { citation } from './citation.js';
import { html, type Html } from './html.js';
import { targetSection } from './target-section.js';
import { wordingSection } from './wording-section.js';

/** One programme: its facts, targets, readings, gate policy, money and the words one by one. */
export function programmeArticle({ programme, wording, changes }: Rulebook): Html {
  const { id, name, nameEn, targets, readings, gatePolicies, money, procedure } = programme;
  return html`<article id="${id}">
    <h1>
      ${name}<small>${nameEn} · <code>${id}</code></small>
    </h1>
    ${facts(programme)}
    <h2>评定的目标（${String(targets.length)}项）</h2>
    ${targets.map((target) => targetSection(target, programme))}
    <h2>解释口径（${String(readings.length)}项）</h2>
    ${readings.map((reading) => readingSection(reading, id))}
    <h2>拨付规则</h2>
    ${gatePolicies.map(
      (policy) =>
        html`<p>
            自 ${policy.from} 起：${policyMeaning(policy.kind, money)}（<code>${policy.id}</code>）
          </p>
          ${citation(policy.clause)}`,
    )}
    <h2>其他依据</h2>
    ${procedure.map(
      ({ settles, clause }) =>
        html`<p>${settles}</p>
          ${citation(clause)}`,
    )}
    <h2>跨主体重复</h2>
    ${acrossSubjects(programme)}
    <h2>资金</h2>
    ${citation(money.clause)}
    <p>${moneyRule(money)}</p>
    <h2>逐字对照</h2>
    ${wordingSection(wording, programme)}
    <h2>规则变更</h2>
    <dl>
      ${changes.map(
        ({ version, years, targets, what }) =>
          html`<dt>${version}</dt>
            <dd>${years}，${targets}：${what}</dd>`,
      )}
    </dl>
  </article>`;
}

function facts({ document, version, subject, period, baseYear, years }: Programme): Html {
  return html`<dl>
    <dt>文件</dt>
    <dd>${document}</dd>
    <dt>规则版本</dt>
    <dd>${version}</dd>
    <dt>填报主体</dt>
    <dd>
      ${subject === 'division' ? '城市，或直辖市所属区、县（行政区划代码）' : '平台运营单位（统一社会信用代码）'}
    </dd>
    <dt>实施期</dt>
    <dd>${period.from} 至 ${period.to}，首尾两日在内</dd>
    <dt>评定年度</dt>
    <dd>${years.join('、')}${baseYear === null ? '' : `；基期 ${String(baseYear)} 年`}</dd>
  </dl>`;
}

function readingSection(
  { id, clause, question, values, adopted }: Reading,
  programme: string,
): Html {
  const anchor = `${programme}-reading-${id}`;
  return html`<section id="${anchor}">
    <h3>
      ${question}
      <small
        ><a href="#${anchor}"><code>${id}</code></a></small
      >
    </h3>
    ${citation(clause)}
    <dl>
      ${adopted.map(
        ({ from, value, reason }) =>
          html`<dt>自 ${from} 起采用</dt>
            <dd><b>${values[value] ?? value}</b>（<code>${value}</code>）</dd>
            <dt>理由</dt>
            <dd>${reason}</dd>`,
      )}
      <dt>可供选择</dt>
      ${Object.entries(values).map(
        ([value, meaning]) => html`<dd><code>${value}</code> ${meaning}</dd>`,
      )}
    </dl>
  </section>`;
}

function policyMeaning(kind: GatePolicy['kind'], { firstPayment }: MoneyRule): string {
  const [pass, fail] = firstPayment ? ['可以拨付', '不予拨付'] : ['评估通过', '评估不通过'];
  switch (kind) {
    case 'every-target':
      return `应当达到的目标有一项未达标即${fail}；没有未达标的，但有任何一项无法判定，或未达标而尚未到期，则无法判定；其余${pass}`;
    case 'quantified-only':
      return '只看定量目标，判法同“逐项达标”';
    case 'score':
      return '按每项目标的分值计分，达到及格线后按档次拨付';
  }
}

function acrossSubjects({ ledgers }: Programme): Html {
  return html`<p>
      同一项由两个主体填报的，核查结论作出以前对双方都不能确认计数：只计入上限，不计入下限。
    </p>
    <dl>
      ${ledgers.map(
        (ledger) =>
          html`<dt>${ledger.sheet}</dt>
            <dd>${acrossWords(ledger)}</dd>`,
      )}
    </dl>`;
}

function acrossWords(ledger: Ledger): string {
  if ('natural' in ledger.acrossSubjects) return `不比对：${ledger.acrossSubjects.natural}`;
  const claims = ledger.acrossSubjects.disputedBy.map((columns) =>
    columns.map((column) => header(ledger, column)).join('和'),
  );
  return `${claims.join('或')}相同的为重复。`;
}

function moneyRule({ award, firstPayment }: MoneyRule): string {
  const range = ({ least, most }: MoneyRule['award']) =>
    least === 0n
      ? `不超过${formatQuantity(most, '万元')}万元`
      : `${formatQuantity(least, '万元')}万元至${formatQuantity(most, '万元')}万元（含）`;
  return firstPayment
    ? `总额${range(award)}；先行安排${range(firstPayment)}；其余须经考核通过后拨付。`
    : `总额${range(award)}，立项后拨付，没有剩余资金。`;
}
