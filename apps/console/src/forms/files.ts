import { createContext, useContext } from 'react';
import type { Purpose } from '../papers/send-file.js';
import type { Field } from './schema.js';

const PURPOSE: Readonly<Record<string, Purpose>> = {
  cv: 'CV',
  authority: 'AUTHORITY',
  documents: 'EVIDENCE',
  statement: 'STATEMENT',
  statistics: 'OTHER',
};

/** What kind of file a field refers to by its hash; null for hashes of the agreement's own texts. */
export const purposeOf = ({ kind, name, pointer }: Field): Purpose | null => {
  if (kind !== 'hash') return null;
  return pointer.startsWith('/papers/') ? 'OTHER' : (PURPOSE[name] ?? null);
};

/** The agreement beside which a form's files are filed. */
export const FormAgreement = createContext<string | null>(null);
export const useFormAgreement = (): string | null => useContext(FormAgreement);
