/**
 * What a signatory's own key signs (docs/signing.md): as in the domain, which the pages do not load. Another text here
 * would make every signature of a passkey invalid: the test in a browser shows that it is the same.
 */
export const signedText = (agreement: string, hash: string, originalNo: number): string =>
  `twinning agreement signature 1\n${agreement}\n${hash}\noriginal ${String(originalNo)}\n`;
