import type { Programme } from '#engine';
import type { Deadline } from '../ports/deadline-store.port.js';
import type { Letter } from '../ports/mailer.port.js';
import type { Reminder } from '../ports/reminder-store.port.js';
import type { Subject } from '../ports/subject-store.port.js';
import type { Step } from './step.js';

const stepTexts: Readonly<Record<Step, { readonly name: string; readonly nameEn: string }>> = {
  submit: { name: '报送', nameEn: 'to be submitted' },
  forward: { name: '省级转报', nameEn: 'to be forwarded' },
  review: { name: '核查', nameEn: 'to be reviewed' },
};

/** What a reminder says as a letter. */
export function reminderLetter(
  { kind }: Pick<Reminder, 'kind'>,
  { year, step, due, document }: Deadline,
  programme: Pick<Programme, 'name' | 'nameEn'>,
  subjects: readonly Pick<Subject, 'code' | 'name'>[],
): Pick<Letter, 'subject' | 'text'> {
  const { name, nameEn } = stepTexts[step];
  const isOver = kind === 'overdue';
  const lines = [
    `${programme.name}：下列填报主体的${year}年度报告${isOver ? '已超过' : '临近'}${name}期限${due}（${document}），${isOver ? '请尽快办理，办理后记为逾期' : '请按期办理'}。`,
    `${programme.nameEn}: these reports of ${year} are ${nameEn} by the end of ${due}, Beijing time${isOver ? ', and late' : ''}.`,
    '',
    ...subjects.map((each) => `${each.code} ${each.name}`),
  ];
  return {
    subject: `${isOver ? '逾期提醒' : '期限提醒'}：${year}年度报告${name}，${due}`,
    text: `${lines.join('\n')}\n`,
  };
}
