import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../kernel/decision.js';
import { statusOf } from '../../kernel/state.js';
import type { Principal } from '../../kernel/principal.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { AUTHORITY, clauseIn, readBy, waived } from './testing.js';

/** A repeatable sequence of whole numbers below `n` (linear congruential). */
const dice = (seed: number) => {
  let x = seed;
  return (n: number): number => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return Math.floor((x / 2 ** 32) * n);
  };
};

const CLAUSES = ['exit', 'early-end', 'risks'];
type Step = readonly [Principal, string, unknown];

function anyStep(s: Story, roll: (n: number) => number): Step {
  const who = roll(2) === 0 ? cast.lead : cast.twinned;
  const signer = roll(2) === 0 ? cast.leadSignatory : cast.twinnedSignatory;
  const clause = CLAUSES[roll(CLAUSES.length)] ?? 'exit';
  const view = readBy(s);
  const { documentHash, planHash } = view;
  const pair = { documentHash, planHash };
  const { hash, language: written, translations } = clauseIn(s, clause);
  const replaces = translations[0]?.hash;
  const value = { text: `Version ${String(roll(4))}` };
  const changes = [{ clause, ofHash: hash, language: roll(8) === 0 ? 'fr' : 'en', value }];
  const parts = roll(2) === 0 ? ['PLAN'] : ['AGREEMENT', 'PLAN'];
  const proposal = `P${String(1 + roll(s.state.negotiation.proposals.length))}`;
  const steps: readonly Step[] = [
    [who, 'ProposeTerms', { changes }],
    [who, 'CounterTerms', { changes }],
    [who, 'WithdrawProposal', { proposal }],
    [who, 'AcceptClause', { clause, hash }],
    [who, 'RejectClause', { clause, hash, reason: 'No.' }],
    [
      who,
      'TranslateClause',
      {
        ...{ clause, ofHash: hash, language: written === 'en' ? 'fr' : 'en', value },
        ...(replaces !== undefined && { replaces }),
      },
    ],
    ...[cast.lead, cast.twinned, who].map(
      (side): Step => [side, 'WaiveTranslation', { language: 'fr' }],
    ),
    [who, 'AcceptTerms', pair],
    [cast.lead, 'AcceptTerms', pair],
    [cast.twinned, 'AcceptTerms', pair],
    [who, 'ReopenTerms', { parts, reason: 'Again.' }],
    [signer, 'SignAgreement', { documentHash: documentHash, originalNo: 1 + roll(2) }],
    [signer, 'WithdrawSignature', {}],
    [who, 'SubmitSignedAgreement', {}],
    [cast.tpm, 'RequestImprovement', { parts, points: ['More.'] }],
  ];
  return steps[roll(steps.length)] ?? [who, 'AcceptTerms', pair];
}

describe('any order of proposals, acceptances and signatures (F14)', () => {
  const seen = new Set<string>();

  it.each(Array.from({ length: 24 }, (_, seed) => seed))('keeps its promises (run %i)', (seed) => {
    const roll = dice(seed);
    const s = waived();
    for (const [rep, signatory] of [
      [cast.lead, cast.leadSignatory],
      [cast.twinned, cast.twinnedSignatory],
    ] as const) {
      s.does(rep, 'DesignateSignatory', { person: signatory.person, authority: AUTHORITY });
    }
    for (let n = 0; n < 90; n += 1) {
      const [who, type, payload] = anyStep(s, roll);
      const before = s.state;
      const outcome = s.ask(who, type, payload);
      if (isRefusal(outcome)) {
        expect(s.state).toBe(before);
        continue;
      }
      s.does(who, type, payload);
      outcome.events.forEach((e) => seen.add(e.type));
      const { negotiation } = s.state;
      const { documentHash, planHash, clauses } = readBy(s);
      const { AGREEMENT, PLAN } = negotiation.frozen;
      // A frozen hash is the hash of what both sides read.
      expect([documentHash, null]).toContain(AGREEMENT);
      expect([planHash, null]).toContain(PLAN);
      // A signature lives only while its hash is the frozen one, and each is of another side and original.
      expect(negotiation.signatures.every((x) => x.documentHash === AGREEMENT)).toBe(true);
      const marks = negotiation.signatures.flatMap((x) => [x.side, x.originalNo]);
      expect(new Set(marks).size).toBe(marks.length);
      if (AGREEMENT !== null && PLAN !== null) {
        expect(negotiation.acceptances).toHaveLength(2);
        expect(negotiation.acceptances.every((a) => a.planHash === PLAN)).toBe(true);
        for (const c of clauses.filter((x) => x.value !== null)) {
          expect([c.acceptedBy, c.rejected]).toEqual([['LEAD', 'TWINNED'], null]);
        }
      }
      if (statusOf(s.state) === 'AGREEMENT_IN_REVIEW') {
        expect(negotiation.submission).toMatchObject({ documentHash, planHash });
        expect(negotiation.signatures).toHaveLength(2);
      }
    }
  });

  it('has gone through freezing, reopening, signing and submitting', () => {
    for (const type of [
      'TermsFrozen',
      'TermsReopened',
      'AgreementSigned',
      'SignedAgreementSubmitted',
    ]) {
      expect(seen).toContain(type);
    }
  });
});
