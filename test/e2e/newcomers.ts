export const password = 'zwölf Zeichen!';

/** Somebody new, by the name of a mailbox. */
export const person = (mailbox: string) => ({
  ...{ name: '张三', organisation: '示例中心', email: `${mailbox}@trial.example` },
});
