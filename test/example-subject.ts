import type { Stores, Subject, SubjectKey } from '#application';

/** An invented subject of the 2019 programme, as it is enrolled. */
export function exampleSubject(code = '999901'): Subject {
  return {
    ...{ programme: '2019-city-operation', code, name: '示例市', underDirectPlanning: false },
    ...{ document: '示例核〔2019〕1号', enrolledAt: '2019-06-01T09:00:00.000+08:00' },
  };
}

/** Enrols an invented subject past the use case. @returns its key */
export async function enrolExample(
  { transactions, subjects, audit }: Pick<Stores, 'transactions' | 'subjects' | 'audit'>,
  subject = exampleSubject(),
): Promise<SubjectKey> {
  const { programme, code, enrolledAt: at } = subject;
  await transactions.run(async () => {
    await subjects.add(subject);
    await audit.add({ at, who: 'system', what: 'subject-enrolled', about: { programme, code } });
  });
  return { programme, code };
}
