import type { Column, ColumnType, DateRule } from '#engine';

/** What a column takes, and what its declaration adds, as sentences in Chinese. */
export function columnHint({ type, hint }: Column): string {
  return `${typeHint(type)}。${hint}`;
}

function typeHint(type: ColumnType): string {
  switch (type.kind) {
    case 'text':
      return '文字';
    case 'yes-no':
      return '是或否';
    case 'choice':
      return type.choices.join('、');
    case 'amount':
      return '金额，以万元为单位，最多六位小数，不能为负';
    case 'count':
      return '整数，不能为负';
    case 'date':
      return `日期，如 2021-03-05${type.rule ? `，${dateRuleHint[type.rule]}` : ''}`;
    case 'credit-code':
      return '18位统一社会信用代码，含校验位';
    case 'patent-number':
      return '专利号（含校验位）或PCT申请号';
  }
}

const dateRuleHint: Readonly<Record<DateRule, string>> = {
  'in-report-year': '须在报告年度内',
  'not-after-report-year': '不得晚于报告年度末',
};
