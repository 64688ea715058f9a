/** What a table without rows says: that there is nothing only once that was answered. */
export const emptyText = (answer: unknown, nothing: string): string =>
  answer === undefined ? '—' : nothing;
