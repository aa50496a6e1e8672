import type { Principal } from '@twinning/domain';
import { fileAttachment, sha256Of, type Purpose } from '@twinning/filing';
import type { Db } from '../database.js';

/** A small PDF: another text, another hash. */
export const pdfSaying = (text: string): Buffer =>
  Buffer.from(`%PDF-1.7\n%${text}\nstartxref\n0\n%%EOF\n`);

/** Files a small paper to an agreement and gives its hash. */
export type Files = (
  who: Principal,
  agreement: string,
  purpose: Purpose,
  says?: string,
) => Promise<string>;

/** Notes the paper as the API does; its bytes lie in no vault. */
export const filesIn =
  (db: Db): Files =>
  async ({ person, member }, agreement, purpose, says = `${purpose} of ${person}`) => {
    const pdf = pdfSaying(says);
    const sha256 = sha256Of(pdf);
    const file = { sha256, purpose, type: 'application/pdf', bytes: pdf.length };
    await fileAttachment(db, agreement, { ...file, person, member });
    return sha256;
  };
