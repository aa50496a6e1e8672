import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { canSee } from '../../kernel/access.js';
import { REGISTRY } from '../../kernel/principal.js';
import { ASI, cast, IES, member, usualFacts, withCommittee } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { named } from '../execution/given.js';
import { reactionsTo } from '../execution/reactions.js';
import { AUTHORITY, bothAccept, bothSign, negotiating, submitted, TERM } from './testing.js';

const P = { status: 'P', statusSince: day('2015-01-01') } as const;
const points = ['The milestones have no dates.'];

describe('RequestImprovement', () => {
  it('gives the documents back in time and voids the signatures of a reopened agreement', () => {
    const s = submitted('2027-11-01');
    s.does(cast.tpm, 'RequestImprovement', { points, parts: ['AGREEMENT', 'PLAN'] });
    expect(s.status).toBe('AGREEMENT_PENDING');
    expect(s.state.negotiation).toMatchObject({ signatures: [], submission: null });
    bothAccept(s);
    bothSign(s);
    s.does(cast.lead, 'SubmitSignedAgreement');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
  });

  it('lets the signatures stand when only the plan is named', () => {
    const s = submitted('2027-11-01');
    s.does(cast.tpm, 'RequestImprovement', { points, parts: ['PLAN'] });
    expect(s.state.negotiation.signatures).toHaveLength(2);
    expect(s.state.negotiation.frozen.AGREEMENT).not.toBeNull();
    bothAccept(s);
    expect(typesOf(s.does(cast.lead, 'SubmitSignedAgreement'))).toEqual([
      'SignedAgreementSubmitted',
    ]);
  });

  it('ends the arrangement when it comes after the three months (D5)', () => {
    const s = submitted('2027-11-30T22:59:00Z');
    s.until('2027-11-30T23:00:00Z');
    const events = s.does(cast.tpm, 'RequestImprovement', { points, parts: ['PLAN'] });
    expect(typesOf(events)).toEqual(['AgreementImprovementRequested', 'ArrangementLapsed']);
    expect(events[1]?.payload).toEqual({
      reason: 'NOT_SATISFACTORY_IN_TIME',
      deadline: '2027-11-30',
    });
    expect(s.status).toBe('LAPSED');
  });

  it('still gives them back on the last day itself', () => {
    const s = submitted('2027-11-30T10:00:00Z');
    s.until('2027-11-30T22:59:59Z');
    s.does(cast.tpm, 'RequestImprovement', { points, parts: ['PLAN'] });
    expect(s.status).toBe('AGREEMENT_PENDING');
  });

  it('is refused without points and after acceptance', () => {
    const s = submitted('2027-09-10');
    const empty = { points: [], parts: ['PLAN'] };
    expect(s.refuses(cast.tpm, 'RequestImprovement', empty).refused).toBe('REASON_REQUIRED');
    s.does(cast.tpm, 'AcceptDocuments');
    const late = { points, parts: ['PLAN'] };
    expect(s.refuses(cast.tpm, 'RequestImprovement', late).refused).toBe('WRONG_STATUS');
  });
});

describe('GrantDeadlineException', () => {
  const grant = { newDue: '2027-12-30', reason: 'Floods at the twinned partner.' };

  it('moves the last day once, by thirty days at most', () => {
    const s = negotiating();
    expect(typesOf(s.does(cast.tmbSec, 'GrantDeadlineException', grant))).toEqual([
      'AgreementDeadlineExtended',
    ]);
    expect(s.refuses(cast.tmbSec, 'GrantDeadlineException', grant).refused).toBe(
      'EXCEPTION_ALREADY_GRANTED',
    );
  });

  it('is refused without a reason and beyond thirty days', () => {
    const s = negotiating();
    const silent = { newDue: grant.newDue };
    expect(s.refuses(cast.tmbSec, 'GrantDeadlineException', silent).refused).toBe(
      'REASON_REQUIRED',
    );
    for (const newDue of ['2027-12-31', '2027-11-30']) {
      expect(s.refuses(cast.tmbSec, 'GrantDeadlineException', { ...grant, newDue }).refused).toBe(
        'INVALID_INPUT',
      );
    }
  });

  it('saves documents found wanting after the three months, when it comes before the verdict', () => {
    const s = submitted('2027-11-30T10:00:00Z');
    s.until('2027-12-03');
    s.does(cast.tmbSec, 'GrantDeadlineException', grant);
    s.does(cast.tpm, 'RequestImprovement', { points, parts: ['PLAN'] });
    expect(s.status).toBe('AGREEMENT_PENDING');
    s.until('2027-12-30T22:59:59Z');
    expect(s.status).toBe('AGREEMENT_PENDING');
    s.until('2027-12-30T23:00:00Z');
    expect(s.status).toBe('LAPSED');
  });

  it('is refused once the documents are accepted', () => {
    const s = submitted('2027-09-10');
    s.does(cast.tpm, 'AcceptDocuments');
    expect(s.refuses(cast.tmbSec, 'GrantDeadlineException', grant).refused).toBe('WRONG_STATUS');
  });
});

describe('AcceptDocuments', () => {
  it('brings the agreement into force when the start date is not ahead', () => {
    const s = submitted('2027-10-05');
    const events = s.does(cast.tpm, 'AcceptDocuments');
    expect(typesOf(events).slice(0, 2)).toEqual(['AgreementAccepted', 'ArrangementActivated']);
    expect(s.status).toBe('ACTIVE');
    expect(s.state.term).toMatchObject(TERM);
  });

  it('confirms a twinned body that is P from the beginning, which may then lose it (table G3)', () => {
    const accepted = (twinned: object) => {
      const s = submitted('2027-10-05');
      s.facts = { ...s.facts, members: { ...s.facts.members, [IES]: member(IES, 'IES', twinned) } };
      return { s, events: s.does(cast.tpm, 'AcceptDocuments') };
    };
    const { s, events } = accepted(P);
    expect(events).toContainEqual(
      event('StatusChangeConfirmed', { member: IES, source: 'REGISTRY', since: '2015-01-01' }),
    );
    const on = day('2027-10-05');
    const fact = { kind: 'MEMBERSHIP', source: 'REGISTRY', member: IES, status: 'O' } as const;
    const [reaction] = reactionsTo(s.state, { ...fact, since: on, reference: 'import' });
    expect(reaction).toMatchObject({ payload: { rule: 'NOT_P_MEMBER_TWINNED', broken: true } });
    s.does(REGISTRY, 'RecordPrerequisiteFact', reaction?.payload ?? {});
    expect(s.status).toBe('SUSPENDED');
    const observer = accepted({ status: 'O' });
    expect(typesOf(observer.events)).not.toContain('StatusChangeConfirmed');
    expect(reactionsTo(observer.s.state, { ...fact, since: on, reference: 'import' })).toEqual([]);
  });

  it('records the parent of a chair’s subcommittee, whose manager then sees the agreement', () => {
    const s = submitted('2027-10-05', TERM, { type: 'CHAIR' });
    s.given(
      named(s, 'CHAIR'),
      event('NominationAccepted', { side: 'LEAD', person: 'lead-nominee' }),
      event('NominationAccepted', { side: 'TWINNED', person: 'twinned-nominee' }),
    );
    const chairs = [{ person: 'lead-nominee', member: ASI, termEnd: day('2033-01-01') }];
    s.facts = withCommittee({ chairs });
    s.facts = { ...s.facts, members: { ...s.facts.members, [IES]: member(IES, 'IES', P) } };
    expect(canSee(cast.parentManager, s.state)).toBe(false);
    s.does(cast.tpm, 'AcceptDocuments');
    expect(s.state.term).toMatchObject({ ...TERM, parent: usualFacts.committee?.parentId });
    expect(canSee(cast.parentManager, s.state)).toBe(true);
    expect(s.refuses(cast.parentManager, 'RaiseProblem', {}).refused).toBe('FORBIDDEN_ROLE');
  });

  it('writes each anniversary and each quarter up to the end', () => {
    const s = submitted('2027-10-05', { start: day('2027-10-01'), end: day('2029-09-30') });
    const activated = s
      .does(cast.tpm, 'AcceptDocuments')
      .find((e) => e.type === 'ArrangementActivated');
    expect(activated?.payload).toEqual({
      start: '2027-10-01',
      end: '2029-09-30',
      reviewDates: ['2028-10-01'],
      meetingDates: [
        '2028-01-01',
        '2028-04-01',
        '2028-07-01',
        '2028-10-01',
        '2029-01-01',
        '2029-04-01',
        '2029-07-01',
      ],
    });
  });

  it('waits for a start date that is ahead, and appends nothing the second time', () => {
    const s = submitted('2027-09-10');
    expect(typesOf(s.does(cast.tpm, 'AcceptDocuments'))).toEqual(['AgreementAccepted']);
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    expect(s.does(cast.tpm, 'AcceptDocuments')).toEqual([]);
  });

  it('starts documents submitted in time and accepted later, from their start date (D5)', () => {
    const s = submitted('2027-11-30T22:00:00Z');
    s.until('2028-01-20');
    s.does(cast.tpm, 'AcceptDocuments');
    expect(s.status).toBe('ACTIVE');
    expect(s.state.term?.start).toBe('2027-10-01');
  });

  it('is refused while a prerequisite does not hold', () => {
    const s = submitted('2027-10-05');
    s.facts = {
      ...s.facts,
      members: { ...s.facts.members, [IES]: member(IES, 'IES', { status: null }) },
    };
    expect(s.refuses(cast.tpm, 'AcceptDocuments').refused).toBe('NOT_IN_COMMITTEE_TWINNED');
  });

  it('is refused while a seat of a leadership twinning is empty (D19)', () => {
    const s = submitted('2027-10-05', TERM, { type: 'SECRETARIAT' });
    s.facts = {
      ...s.facts,
      members: { ...s.facts.members, [IES]: member(IES, 'IES', { status: 'P' }) },
    };
    expect(s.refuses(cast.tpm, 'AcceptDocuments').refused).toBe('CV_MISSING');
    const person = {
      cv: AUTHORITY,
      delegate: false,
      categoryC: false,
      accepted: true,
      termEnd: null,
    };
    const nominees = [
      { ...person, side: 'LEAD', person: 'lead-manager', vacant: false },
      { ...person, side: 'TWINNED', person: 'twinned-manager', vacant: true },
    ] as const;
    s.state = { ...s.state, proposal: { ...s.state.proposal, nominees } };
    expect(s.refuses(cast.tpm, 'AcceptDocuments')).toMatchObject({
      refused: 'NOMINEE_VACANT',
      details: { side: 'TWINNED' },
    });
  });
});
