import {
  formatQuantity,
  type Condition,
  type Ledger,
  type Measure,
  type Programme,
  type Target,
} from '#engine';

/** Everything a target's declaration names, in the words of the report and the document. */
export function declaredNames(target: Target, programme: Programme): ReadonlySet<string> {
  const names = new Set<string>();
  const columns = (ledger: Ledger, ids: readonly (string | undefined)[]) => {
    names.add(ledger.sheet);
    for (const id of ids) names.add((id && ledger.columns[id]?.header) ?? ledger.sheet);
  };
  const conditionsIn = (conditions: readonly Condition<string>[], ledger: Ledger): void => {
    for (const condition of conditions) {
      if (condition.kind === 'by-reading') {
        Object.values(condition.choices).forEach((choice) => {
          conditionsIn(choice, ledger);
        });
        continue;
      }
      if ('column' in condition) columns(ledger, [condition.column]);
      if ('from' in condition && 'until' in condition) {
        columns(ledger, [condition.from, condition.until]);
      }
      if (condition.kind === 'is-one-of') condition.values.forEach((value) => names.add(value));
      if (condition.kind === 'at-least') {
        names.add(formatQuantity(BigInt(condition.steps), condition.unit) + condition.unit);
      }
      if ('previous' in condition) columns(ledger, [condition.previous]);
      if ('than' in condition) figures([condition.than]);
      if ('items' in condition) {
        names.add(`${condition.items}件`);
        conditionsIn(condition.conditions, condition.ledger);
      }
      if (condition.kind === 'belongs-to-one-where' && ledger.belongsTo) {
        conditionsIn(condition.conditions, ledger.belongsTo.ledger);
      }
    }
  };
  const figures = (codes: readonly string[]) => {
    programme.figures
      .filter(({ code }) => codes.includes(code))
      .forEach(({ name }) => names.add(name));
  };
  const measureIn = (measure: Measure): void => {
    switch (measure.kind) {
      case 'by-reading':
        Object.values(measure.choices).forEach(measureIn);
        break;
      case 'each':
      case 'total':
        measure.of.forEach(measureIn);
        break;
      case 'growth':
        names.add('年均增幅');
        figures(measure.figures);
        measureIn(measure.of);
        break;
      case 'figure':
        figures([measure.code]);
        break;
      case 'sum':
        columns(measure.ledger, [measure.column, measure.oncePer]);
        conditionsIn(measure.conditions, measure.ledger);
        break;
      case 'count':
        columns(measure.ledger, [...measure.ledger.sameItem.flat(), measure.distinctBy]);
        conditionsIn(measure.conditions, measure.ledger);
        break;
    }
  };
  if (target.kind === 'measured') {
    target.confirmations.forEach(({ what }) => names.add(what));
    for (const { measure, threshold } of target.tests) {
      names.add(formatQuantity(threshold.value, threshold.unit) + threshold.unit);
      measureIn(measure);
    }
  } else {
    target.aspects.forEach(({ what }) => names.add(what));
    if (target.evidence) {
      columns(target.evidence.ledger, []);
      conditionsIn(target.evidence.conditions, target.evidence.ledger);
    }
  }
  return names;
}
