import type { Programme } from '#engine';
import { columnHint } from './column-hint.js';

/** One line of 填写说明; tables have three cells, sentences one. */
export interface NoteLine {
  readonly look: 'title' | 'warning' | 'text' | 'header' | 'row';
  readonly cells: readonly string[];
}

const line = (look: NoteLine['look'], ...cells: readonly string[]): NoteLine => ({ look, cells });

/** What the clerk has to know before filling the workbook in, and every column explained. */
export function notesFor(programme: Programme, year: number): readonly NoteLine[] {
  return [
    line('title', `${programme.name}　${year}年度报告　填写说明`),
    line('warning', '【重要】只有表头、没有内容的台账表，按“零”计，不按“未报”计。'),
    line('warning', '　一、确实没有的：在该表第一个数据单元格（A2）填“无”。'),
    line(
      'warning',
      '　二、本次不报的：删除整张工作表。缺表按“未报”处理，相关目标无法判定，但不计为零。',
    ),
    line('text', '填写顺序：先填“封面”，再填“年度数据”和“专项说明”，最后逐张填台账，一行一项。'),
    line('text', '深色表头必填；浅色表头选填，不填的，依赖它的条件无法判定。'),
    line('text', '不要改动表头文字和工作表名称；可以另加备注列，加的列不读取。'),
    line('text', '列的顺序可以调整：先在“审阅”中撤销工作表保护，没有密码。'),
    line('text', '金额一律以万元为单位，最多六位小数；不同单位须在单元格中写明，如“3亿元”。'),
    line('text', '日期填 2021-03-05 或 2021年3月5日；不要填 3/5/21 这类有歧义的写法。'),
    line('text', '数据区不要合并单元格，不要加合计行；公式会按保存时的结果读取。'),
    line('text', '“年度数据”中数值不填的行视为没有申报；确实为零的填 0。'),
    line('text', '本文件可用 WPS、Excel 或 LibreOffice 填写，保存为 .xlsx 格式。'),
    ...programme.ledgers.flatMap(({ sheet, hint, columns }) => [
      line('title', sheet),
      line('text', hint),
      line('header', '列', '是否必填', '填什么'),
      ...Object.values(columns).map((column) =>
        line('row', column.header, column.required ? '必填' : '选填', columnHint(column)),
      ),
    ]),
  ];
}
