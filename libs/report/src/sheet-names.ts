/** The sheets and labels of a report's workbook that no programme declares. */

export const coverSheet = '封面';
export const figuresSheet = '年度数据';
export const statementsSheet = '专项说明';

/** Notes for the clerk; a part of the template, and no data. */
export const notesSheet = '填写说明';

/** The words of the drop-downs; veryHidden, and no data. */
export const choicesSheet = '选项';

/**
 * What a marked copy adds: a column at the right of each sheet with problems, and a sheet that
 * lists them all. A clerk may send a corrected marked copy back as it is.
 */
export const problemsName = '错误说明';

/** Sheets that hold no data and deserve no notice. */
export const sheetsWithoutData: readonly string[] = [notesSheet, choicesSheet, problemsName];

/** Labels in column A of 封面, in the template's order. */
export const coverLabels = {
  format: '报告格式',
  programme: '项目编码',
  subjectName: '填报主体',
  subjectCode: '主体代码',
  year: '报告年度',
  filledOn: '填报日期',
  filledBy: '填报单位',
  contact: '联系人',
  phone: '联系电话',
} as const;

/** The only value of 报告格式. */
export const reportFormat = '1';

/** Headers of 年度数据. */
export const figureHeaders = {
  code: '指标编码',
  name: '指标名称',
  unit: '单位',
  year: '年份',
  value: '数值',
  source: '来源说明',
} as const;

/** Headers of 专项说明. */
export const statementHeaders = {
  target: '指标编码',
  name: '指标名称',
  completion: '完成情况',
  deviation: '偏差原因及改进措施',
  proof: '证明材料',
} as const;

/** The word in a ledger's first data cell that says zero. */
export const nothingToReport = '无';
