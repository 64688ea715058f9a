import { citing } from '#engine';

/** The application guide (申报指南) of the provincial project, with its task book (任务书). */
export const document = 'LN_ZHZX-2023005-1';

/** The first day of the project by its task book, from which readings and gate policy hold. */
export const startsOn = '2023-08-01';

/** Cites the guide. */
export const cite = citing(document);
