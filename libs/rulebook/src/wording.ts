/**
 * The clauses that set the targets, word for word and in order, each piece with what encodes it.
 * Put together again the pieces are the section, so nothing that the document asks is left out.
 */
export type Wording =
  | {
      readonly words: string;
      /** By target id: the sheets, columns, choices, figures and thresholds that say the same. */
      readonly encodedBy: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly words: string;
      /** Why these words cannot be measured (中文). */
      readonly unmeasured: string;
    };

/** Words that targets encode. */
export const encoded = (
  words: string,
  encodedBy: Readonly<Record<string, readonly string[]>>,
): Wording => ({ words, encodedBy });

/** Words that nothing can measure, and why (中文). */
export const unmeasured = (words: string, reason: string): Wording => ({
  words,
  unmeasured: reason,
});
