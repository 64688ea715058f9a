import { citing } from '#engine';

/** The notice of 2019-05-07 by the two ministries' offices. */
export const document = '财办建〔2019〕70号';

/** The day the notice was issued, from which its readings and gate policy hold. */
export const issuedOn = '2019-05-07';

/** Cites the notice. */
export const cite = citing(document);
