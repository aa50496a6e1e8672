import type { ReactNode } from 'react';
import type { AgreementAnswer } from '../agreement/model.js';
import { useTexts } from '../i18n/own-texts.js';
import { TermsDifference } from './terms-difference.js';
import { termsTexts } from './texts.js';

/** What changed in the terms, or in one clause, between the version that the person read and the one that holds now. */
export default function ChangedTerms({
  agreement,
  since,
  clause,
  children,
}: {
  readonly agreement: AgreementAnswer;
  /** The version that was read. */
  readonly since: number;
  /** Only this clause is written or accepted. */
  readonly clause: string | null;
  /** What can be done about it, once it is shown. */
  readonly children?: ReactNode;
}) {
  const x = useTexts(termsTexts);
  return (
    <section aria-label={x.changed} className="changed-terms">
      <h2>{x.changed}</h2>
      <TermsDifference
        agreement={agreement}
        from={since}
        clause={clause}
        alike={clause === null ? x.same : x.sameClause}
      >
        {children}
      </TermsDifference>
    </section>
  );
}
