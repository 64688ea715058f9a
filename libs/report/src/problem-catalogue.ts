import type { Severity } from '#engine';

/** What a code stands for, wherever it occurs. */
export interface ProblemKind {
  readonly severity: Severity;
  readonly title: string;
  readonly titleEn: string;
  /** What the clerk does about it (中文). */
  readonly action: string;
}

const kind =
  (severity: Severity) =>
  (title: string, titleEn: string, action: string): ProblemKind => ({
    severity,
    title,
    titleEn,
    action,
  });

const error = kind('error');
const warning = kind('warning');
const notice = kind('notice');

/** Every problem that reading a report can find, by its stable code. */
export const problemCatalogue = {
  'required-blank': error('必填项空白', 'Required cell is blank', '补填该单元格。'),
  'error-value': error('单元格是错误值', 'Cell holds an error value', '修正公式或改填数值。'),
  'unsaved-formula': error(
    '公式没有保存结果',
    'Formula without a stored value',
    '用表格软件打开并重新保存，或改填数值。',
  ),
  'merged-cell': error('数据区有合并单元格', 'Merged cells in data', '取消合并，逐行填写。'),
  'number-form': error('不是数', 'Not a number', '填阿拉伯数字。'),
  'number-precision': error(
    '超过15位有效数字',
    'More than 15 significant digits',
    '核对后以文本格式填写。',
  ),
  'number-decimals': error('小数位过多', 'Too many decimals', '核对小数位数。'),
  'number-negative': error('负数', 'Negative number', '核对正负号。'),
  'number-too-large': error('数值过大', 'Number too large', '核对单位。'),
  'count-form': error('不是整数', 'Not a whole number', '填整数。'),
  'unit-mismatch': error('单位不能换算', 'Unit cannot be converted', '改用要求的单位。'),
  'unit-converted': notice('已换算单位', 'Unit converted', '核对换算结果。'),
  'percent-rounded': warning(
    '百分数按显示的位数取值',
    'Percentage taken as it shows',
    '核对；应当更精确的，把显示的位数加足。',
  ),
  'date-form': error('不是日期', 'Not a date', '按“2021-03-05”填写。'),
  'date-ambiguous': error('日期有多种读法', 'Ambiguous date', '按“2021-03-05”填写。'),
  'date-nonexistent': error('没有这一天', 'No such day', '核对月份和日期。'),
  'date-time-dropped': notice('已去掉时间', 'Time of day dropped', '无须处理。'),
  'date-outside-year': error('日期不在报告年度内', 'Date outside the report year', '核对日期。'),
  'date-after-year': error('日期晚于报告年度', 'Date after the report year', '核对日期。'),
  'credit-code-form': error('信用代码格式不对', 'Malformed credit code', '核对18位代码。'),
  'credit-code-check': error('信用代码校验位不对', 'Credit code check fails', '对照证照核对。'),
  'patent-number-form': error('专利号格式不对', 'Malformed patent number', '核对号码。'),
  'patent-number-check': error('专利号校验位不对', 'Patent check digit fails', '对照证书核对。'),
  'patent-number-kind': error('专利号与类型不符', 'Number disagrees with type', '核对号码和类型。'),
  'choice-unknown': error('不在可选项内', 'Not one of the choices', '从可选项中选填。'),
  'yes-no-form': error('不是“是”或“否”', 'Neither yes nor no', '填“是”或“否”。'),
  'text-damaged': error('文字有乱码', 'Damaged text', '重新录入。'),
  'digits-lost': error('号码末尾可能丢失', 'Digits may be lost', '改为文本格式后重填。'),
  'header-missing': error('找不到表头', 'No header row', '补上表头行，名称与模板一致。'),
  'column-missing': error('缺少必填列', 'Required column is missing', '补上该列。'),
  'column-repeated': error('同名列重复', 'Column given twice', '只保留一列。'),
  'column-unknown': notice('未识别的列', 'Unknown column', '无须处理；该列不参与核查。'),
  'sheet-missing': notice(
    '缺少工作表',
    'Sheet is missing',
    '有数据的补上；确无数据的保留表并填“无”。',
  ),
  'sheet-repeated': error('同名工作表重复', 'Sheet given twice', '只保留一张表。'),
  'sheet-unknown': notice('未识别的工作表', 'Unknown sheet', '无须处理；该表不参与核查。'),
  'sheet-hidden': notice('工作表被隐藏', 'Sheet is hidden', '核对是否应当报送；表中数据照常读取。'),
  'title-line': notice('表头上方有标题行', 'Title line above the header', '无须处理。'),
  'header-repeated': notice('重复的表头行', 'Repeated header row', '无须处理。'),
  'blank-rows': notice('数据中间有空行', 'Blank rows in data', '无须处理。'),
  'total-row': notice('合计行', 'Total row', '无须处理；合计行不计入。'),
  'footer-line': notice('表尾的说明行', 'Remark below the data', '无须处理；该行不计入。'),
  'row-hidden': warning('隐藏的行', 'Hidden row', '应当计入的，取消隐藏后重新报送。'),
  'nothing-with-rows': warning(
    '填“无”后又有数据',
    'Nothing said, yet rows follow',
    '删去“无”或多余的行。',
  ),
  'cover-name-missing': error('未填填报主体', 'Subject is not named', '在封面填写名称。'),
  'cover-date': error('填报日期不对', 'Bad filing date', '按“2021-03-05”填写。'),
  'figure-code-unknown': error('未识别的指标编码', 'Unknown figure code', '按模板填写编码。'),
  'figure-year': error('年份不对', 'Year is out of range', '填基期或报告年度以前的四位年份。'),
  'statement-target-unknown': error('未识别的绩效目标', 'Unknown target', '按模板填写编码。'),
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problemCatalogue;
