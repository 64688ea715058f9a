import { failureView } from '#contracts';

export const password = 'zwölf Zeichen!';

/** Somebody new, by the name of a mailbox. */
export const person = (mailbox: string) => ({
  ...{ name: '张三', organisation: '示例中心', email: `${mailbox}@trial.example` },
});

/** How a call was refused: the status and the failure's code. */
export const failureOf = async (answer: Response) =>
  `${answer.status} ${failureView.parse(await answer.json()).error.code}`;
