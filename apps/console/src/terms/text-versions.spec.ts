import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../agreement/model.js';
import { textVersions } from './text-versions.js';

const items = (...types: readonly string[]) =>
  types.map((type, n) => ({ type, version: n + 1 })) as unknown as readonly Happening[];

describe('versions of the whole text', () => {
  it('are those at which it changed or was agreed, in their order', () => {
    const found = textVersions(
      items(
        ...['NegotiationOpened', 'TermsProposed', 'ClauseCommented', 'ClauseAccepted'],
        ...['TermsCountered', 'TermsFrozen', 'AgreementSigned', 'CollaborationPlanRevised'],
      ),
    );
    expect(found.map(({ version }) => version)).toEqual([1, 2, 5, 6, 8]);
  });

  it('are those too at which a translation, a party or the rules changed', () => {
    const found = textVersions(
      items(
        ...['NegotiationOpened', 'ClauseTranslated', 'ClauseRejected', 'TranslationWaived'],
        ...['SubjectSucceeded', 'SuccessionAttested', 'RulesetMoved', 'NomineeReplaced'],
      ),
    );
    expect(found.map(({ version }) => version)).toEqual([1, 2, 4, 5, 7, 8]);
  });

  it('are none before the negotiation', () => {
    expect(textVersions(items('RequestSubmitted', 'RequestApproved'))).toEqual([]);
  });
});
