/** The numbers that spans such as `2-101,105` name, in their order. */
export function numbersIn(spans: string): readonly number[] {
  return spans.split(',').flatMap((span) => {
    const [first = NaN, last = first] = span.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
