const en = {
  /** Read before the passage. */
  gap: 'still to be filled in:',
  left: (n: number) => (n === 1 ? '1 passage to fill in' : `${String(n)} passages to fill in`),
};
const fr: typeof en = {
  gap: 'encore à remplir :',
  left: (n) => (n < 2 ? `${String(n)} passage à remplir` : `${String(n)} passages à remplir`),
};
export const passageTexts = { en, fr };
