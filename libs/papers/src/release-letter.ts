import type { Programme } from '#engine';
import { grouped } from '#wording';
import { capitalAmountOf } from './amounts.js';
import { dayInWords, plain, type Composed, type Paper } from './paper.js';
import type { CitedConclusion } from './summary.js';

/** What a letter of a release (资金拨付函) is made of. */
export interface ReleaseLetter {
  readonly programme: Programme;
  readonly subject: { readonly code: string; readonly name: string };
  /** The assessed year. */
  readonly year: number;
  /** 万元. */
  readonly amount: string;
  readonly award: string | null;
  readonly conclusion: CitedConclusion | null;
  /** The hash of the determination that it rests on. */
  readonly determination: string;
  /** The day of approval. */
  readonly approvedOn: string;
}

/** Tells a subject what is paid out to it, and what for. */
export function releaseLetterPaper(given: ReleaseLetter): Composed {
  const { programme, subject, year, amount, award, conclusion, determination } = given;
  const name = plain(subject.name);
  const { quote, article } = programme.money.clause;
  const concluded = conclusion
    ? `两部门考核结论为${conclusion.result === 'passed' ? '通过' : '未通过'}（${plain(conclusion.document)}，${dayInWords(conclusion.date)}）`
    : '两部门考核结论见附件';
  const ofAward =
    award === null ? '' : `核定资金${grouped(award)}万元（大写：${capitalAmountOf(award)}）。`;
  const paper: Paper = {
    title: `关于拨付${name}${programme.name}资金的函`,
    subtitle: '',
    blocks: [
      { kind: 'paragraph', text: `${name}财政部门：`, first: true },
      {
        kind: 'paragraph',
        text: `根据${programme.document}${article}“${quote}”，你单位${year}年度绩效目标经核查评定符合拨付条件，${concluded}。`,
      },
      {
        kind: 'paragraph',
        text: `${ofAward}现拨付${programme.name}资金${grouped(amount)}万元（大写：${capitalAmountOf(amount)}），于${dayInWords(given.approvedOn)}批准。`,
      },
      {
        kind: 'paragraph',
        text: '请按照规定的用途使用资金，加快预算执行，加强绩效管理，自觉接受监督检查。',
      },
      {
        kind: 'notes',
        label: '注',
        notes: [`所依据的评定结果：${determination}。`, `收款主体代码：${subject.code}。`],
      },
      { kind: 'seal', by: '（盖章）' },
    ],
  };
  return { paper, gist: `拨付${amount}万元。` };
}
