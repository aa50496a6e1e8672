import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { actionsFor } from '../../kernel/views.js';
import type { Principal } from '../../kernel/principal.js';
import { cast, GSA, IES, usualFacts, withCommittee, withMember } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';
import { CV, inForce, STATEMENT, together } from './given.js';

/** Why a command is closed to somebody now; `OPEN` when it is not, `–` when it is not theirs at all. */
function offered(s: Story, principal: Principal, command: string): string {
  const { now, facts, claims } = s;
  const all = actionsFor(s.state, { now, principal, facts, claims, hash: testHash });
  const found = all.find((action) => action.command === command);
  return found === undefined ? '–' : (found.refusal?.refused ?? 'OPEN');
}

const begun = (given: Parameters<typeof inForce>[0] = {}): Story => {
  const s = inForce(given);
  s.until('2027-07-01T09:00:00Z');
  return s;
};

describe('a pause is offered', () => {
  it('to the partners until one is agreed, to the TPM from then on, its end once it runs', () => {
    const s = begun();
    const now = () => [
      offered(s, cast.lead, 'Suspend'),
      offered(s, cast.tpm, 'ConfirmPause'),
      offered(s, cast.twinned, 'Resume'),
    ];
    expect(now()).toEqual(['OPEN', 'NO_PAUSE', 'WRONG_STATUS']);
    together(s, 'Suspend', { until: '2027-12-28', reason: 'New management' });
    expect(now()).toEqual(['PAUSE_LIMIT', 'OPEN', 'WRONG_STATUS']);
    s.does(cast.tpm, 'ConfirmPause', { confirmed: true });
    expect(now()).toEqual(['WRONG_STATUS', 'NO_PAUSE', 'OPEN']);
    together(s, 'Resume');
    expect(now()).toEqual(['PAUSE_LIMIT', 'NO_PAUSE', 'WRONG_STATUS']);
    expect(offered(s, cast.lead, 'ConfirmPause')).toBe('–');
  });

  it('to nobody to end where something else suspends', () => {
    const s = begun({ type: 'CHAIR' });
    s.does(cast.twinned, 'ReportVacancy', { side: 'TWINNED', reason: 'New post' });
    expect([s.status, offered(s, cast.lead, 'Resume')]).toEqual(['SUSPENDED', 'NO_PAUSE']);
    expect(s.refuses(cast.lead, 'Resume').refused).toBe('NO_PAUSE');
  });
});

describe('the persons of the offices', () => {
  const successor = {
    ...{ person: 'successor', cv: CV, statement: STATEMENT },
    ...{ delegate: false, categoryC: false },
  };
  const left = { side: 'TWINNED', reason: 'New post' };

  it('are reported as gone by their own body while they sit, by a desk while one of them does', () => {
    const s = begun({ type: 'SECRETARIAT' });
    const now = () =>
      [cast.lead, cast.twinned, cast.tpm].map((who) => offered(s, who, 'ReportVacancy'));
    expect(now()).toEqual(['OPEN', 'OPEN', 'OPEN']);
    expect(s.refuses(cast.lead, 'ReportVacancy', left)).toMatchObject({
      refused: 'PROXY_FORBIDDEN',
      details: { side: 'TWINNED' },
    });
    s.does(cast.twinned, 'ReportVacancy', left);
    expect(now()).toEqual(['OPEN', 'WRONG_STATUS', 'OPEN']);
    expect(s.does(cast.twinned, 'ReportVacancy', left)).toEqual([]);
    s.does(cast.tpm, 'ReportVacancy', { ...left, side: 'LEAD' });
    expect(now()).toEqual(['WRONG_STATUS', 'WRONG_STATUS', 'WRONG_STATUS']);
  });

  it('are confirmed by the desk of the type, and only when one is proposed', () => {
    const s = begun({ type: 'SECRETARIAT' });
    expect(offered(s, cast.cs, 'ConfirmNominee')).toBe('WRONG_STATUS');
    s.does(cast.twinned, 'ReplaceNominee', successor);
    expect(offered(s, cast.cs, 'ConfirmNominee')).toBe('OPEN');
    expect(offered(s, cast.tmbSec, 'ConfirmNominee')).toBe('WRONG_ROUTE_FOR_TYPE');
    const verdict = { side: 'TWINNED', person: 'successor', confirmed: true };
    const confirmed = { ...verdict, reference: 'CS 4' };
    expect(s.refuses(cast.cs, 'ConfirmNominee', verdict).refused).toBe('REFERENCE_REQUIRED');
    expect(s.refuses(cast.cs, 'ConfirmNominee', { ...confirmed, person: 'another' })).toMatchObject(
      { refused: 'WRONG_STATUS', details: { proposed: 'successor' } },
    );
    s.does(cast.cs, 'ConfirmNominee', confirmed);
    expect(s.does(cast.cs, 'ConfirmNominee', confirmed)).toEqual([]);
    expect(s.does(cast.twinned, 'ReplaceNominee', successor)).toEqual([]);
  });

  it('are proposed once: the same proposal again is none, any difference is a new one', () => {
    const s = begun({ type: 'CHAIR' });
    const proposal = { ...successor, termEnd: '2030-06-30' };
    s.does(cast.twinned, 'ReplaceNominee', proposal);
    expect(s.does(cast.twinned, 'ReplaceNominee', proposal)).toEqual([]);
    for (const difference of [
      { person: 'another' },
      { cv: 'f'.repeat(64) },
      { statement: 'f'.repeat(64) },
      { termEnd: '2030-05-31' },
      { categoryC: true },
    ]) {
      const other = { ...proposal, ...difference };
      expect(s.does(cast.twinned, 'ReplaceNominee', other)).toMatchObject([
        { type: 'NomineeProposed', payload: { ...other, side: 'TWINNED' } },
      ]);
      s.does(cast.twinned, 'ReplaceNominee', proposal);
    }
  });

  it('never act for both partners: whom the other has or proposes is refused (D21)', () => {
    const s = begun({ type: 'SECRETARIAT' });
    const sits = { ...successor, person: 'lead-nominee' };
    expect(s.refuses(cast.twinned, 'ReplaceNominee', sits)).toMatchObject({
      refused: 'NOMINEE_NOT_ELIGIBLE',
      clause: 'ST.4(d)',
      details: { side: 'TWINNED' },
    });
    s.does(cast.lead, 'ReplaceNominee', successor);
    expect(s.refuses(cast.twinned, 'ReplaceNominee', successor).refused).toBe(
      'NOMINEE_NOT_ELIGIBLE',
    );
  });

  it('of one term that nobody knows is not ended, and begins with the first that is given', () => {
    const s = begun({ type: 'CHAIR' });
    const lead = { side: 'LEAD', reference: 'TMB 3' };
    const renewed = (termEnd: string | null) =>
      [cast.tmbSec, 'RecordReappointment', { ...lead, termEnd }] as const;
    expect(s.refuses(...renewed(null))).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { faults: [{ pointer: '/side' }] },
    });
    // Six years with their first day.
    expect(s.refuses(...renewed('2033-07-01'))).toMatchObject({
      refused: 'NOMINEE_TERM_EXCEEDED',
      details: { latest: '2033-06-30' },
    });
    expect(s.does(...renewed('2033-06-30'))).toMatchObject([{ type: 'NomineeReappointed' }]);
    expect(s.does(...renewed('2033-06-30'))).toEqual([]);
    expect(s.does(...renewed(null))).toMatchObject([{ type: 'TermNotRenewed' }]);
    expect(s.does(...renewed(null))).toEqual([]);
  });
});

describe('what comes after a body, a committee or a working group', () => {
  it('is recorded by the desk whose it is, where there is one', () => {
    const desks = (s: Story) =>
      [cast.cs, cast.tmbSec, cast.manager].map((who) => offered(s, who, 'RecordSuccession'));
    expect(desks(begun())).toEqual(['OPEN', 'OPEN', 'WRONG_STATUS']);
    expect(desks(begun({ type: 'CONVENOR' }))).toEqual(['OPEN', 'OPEN', 'OPEN']);
  });

  it('is attested by the successor, and by nobody else', () => {
    const s = begun();
    expect(offered(s, cast.twinned, 'AttestSuccession')).toBe('WRONG_STATUS');
    s.does(cast.cs, 'RecordSuccession', { body: { old: IES, new: GSA }, reference: 'C 9' });
    expect(offered(s, cast.third, 'AttestSuccession')).toBe('OPEN');
    expect(offered(s, cast.lead, 'AttestSuccession')).toBe('WRONG_STATUS');
    expect(s.does(cast.lead, 'AttestSuccession')).toEqual([]);
  });

  it('may be impossible only when a fact on record says so', () => {
    const s = begun();
    expect(offered(s, cast.tpm, 'ConfirmImpossibility')).toBe('NOT_IMPOSSIBLE');
    s.facts = withCommittee({ status: 'DISSOLVED' });
    expect(offered(s, cast.tpm, 'ConfirmImpossibility')).toBe('OPEN');
    s.facts = withMember(IES, { active: false });
    expect(offered(s, cast.tpm, 'ConfirmImpossibility')).toBe('OPEN');
    const disbanded = { ref: 'WG 3', disbanded: true, joint: false, convenor: null };
    s.facts = { ...usualFacts, workingGroup: disbanded };
    expect(offered(s, cast.tpm, 'ConfirmImpossibility')).toBe('OPEN');
    s.facts = { ...usualFacts, workingGroup: { ...disbanded, disbanded: false } };
    expect(offered(s, cast.tpm, 'ConfirmImpossibility')).toBe('NOT_IMPOSSIBLE');
  });

  it('in the office is the twinned body, once the registry shows it there (F21)', () => {
    const s = begun({ type: 'SECRETARIAT' });
    expect(offered(s, cast.cs, 'RecordRoleTransfer')).toBe('OFFICE_NOT_HELD');
    s.facts = withCommittee({ secretariat: IES });
    expect(offered(s, cast.cs, 'RecordRoleTransfer')).toBe('OPEN');
    s.facts = withCommittee({ secretariat: null });
    expect(offered(s, cast.cs, 'RecordRoleTransfer')).toBe('OPEN');
  });

  it.each([
    ['CHAIR', GSA, 'OFFICE_NOT_HELD'],
    ['CHAIR', IES, 'OPEN'],
    ['CONVENOR', GSA, 'OFFICE_NOT_HELD'],
    ['CONVENOR', IES, 'OPEN'],
  ] as const)('%s held by the person of %i: the transfer is %s', (type, member, expected) => {
    const s = begun({ type });
    expect(offered(s, cast.tpm, 'RecordRoleTransfer')).toBe('OPEN');
    const person = { person: 'who-holds-it', member };
    s.facts = {
      ...withCommittee({
        chairs: type === 'CHAIR' ? [{ ...person, termEnd: '2030-06-30' as never }] : [],
      }),
      workingGroup:
        type === 'CONVENOR'
          ? { ref: 'WG 3', disbanded: false, joint: false, convenor: person }
          : null,
    };
    expect(offered(s, cast.tpm, 'RecordRoleTransfer')).toBe(expected);
  });
});

describe('another ruleset', () => {
  it('is offered where it breaks no guard that holds today', () => {
    const s = begun();
    // An observer takes part under the brochure, and not under the Annex.
    expect(offered(s, cast.lead, 'MoveToRuleset')).toBe('RULESET_MOVE_BREAKS');
    s.facts = withMember(IES, { status: 'P' });
    expect(offered(s, cast.lead, 'MoveToRuleset')).toBe('OPEN');
    expect(offered(s, cast.cs, 'MoveToRuleset')).toBe('–');
  });
});

describe('the signature of an amendment', () => {
  const amended = (s: Story): string => {
    together(s, 'AmendAgreement', { reason: 'Earlier', end: '2031-06-30' });
    return s.state.execution.amendments[0]?.hash ?? '';
  };

  it('is offered to each signatory once, while an agreed text waits', () => {
    const s = begun();
    const now = () =>
      [cast.leadSignatory, cast.twinnedSignatory].map((who) => offered(s, who, 'SignAmendment'));
    expect(now()).toEqual(['TERMS_NOT_FROZEN', 'TERMS_NOT_FROZEN']);
    const hash = amended(s);
    expect(now()).toEqual(['OPEN', 'OPEN']);
    expect(s.refuses(cast.leadSignatory, 'SignAmendment', { hash: CV })).toMatchObject({
      refused: 'TEXT_CHANGED',
      details: { read: CV, current: hash },
    });
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    expect(now()).toEqual(['ALREADY_SIGNED', 'OPEN']);
    expect(s.does(cast.leadSignatory, 'SignAmendment', { hash })).toEqual([]);
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    expect(now()).toEqual(['TERMS_NOT_FROZEN', 'TERMS_NOT_FROZEN']);
    expect(s.state.term?.end).toBe('2031-06-30');
  });

  it('is never given by one person for both bodies', () => {
    const s = begun();
    const person = 'one-person';
    s.given(
      event('SignatoryDesignated', { side: 'LEAD', person, authority: CV }),
      event('SignatoryDesignated', { side: 'TWINNED', person, authority: CV }),
    );
    const hash = amended(s);
    s.does({ ...cast.leadSignatory, person }, 'SignAmendment', { hash });
    const again = s.refuses({ ...cast.twinnedSignatory, person }, 'SignAmendment', { hash });
    expect(again).toMatchObject({ refused: 'SAME_SIGNATORY', details: { person } });
  });
});
