import { describe, it, expect } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { canSee } from '../../kernel/access.js';
import type { Principal } from '../../kernel/principal.js';
import { duties } from '../../kernel/views.js';
import { cast, usualFacts, withCommittee } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { CV, inForce, STATEMENT } from './given.js';

const fired = (s: Story, timer: string) => s.fired.filter((f) => f.deadline.timer === timer);
const knows = (s: Story, ...plenaries: readonly (readonly [string, string])[]) => {
  const [committee] = [usualFacts.committee];
  s.facts = {
    ...usualFacts,
    committee: committee && {
      ...committee,
      plenaries: plenaries.map(([from, to]) => ({ from: day(from), to: day(to) })),
    },
  };
};
const RENEWED = { side: 'TWINNED', termEnd: '2032-06-01', reference: 'Resolution 12/2030' };

/** A twinned chair confirmed on 1 July 2027 for three years; of a subcommittee unless the parent is null. */
function chair(parent: number | null = 47858): Story {
  const s = inForce({ type: 'CHAIR', parent });
  s.facts = withCommittee({ parentId: parent });
  s.until('2027-07-01T09:00:00Z');
  s.does(cast.twinned, 'ReplaceNominee', {
    person: 'twinned-chair',
    cv: CV,
    statement: STATEMENT,
    delegate: false,
    categoryC: false,
    termEnd: '2030-06-30',
  });
  s.does(cast.tmbSec, 'ConfirmNominee', {
    side: 'TWINNED',
    person: 'twinned-chair',
    confirmed: true,
    reference: 'TMB 30/2027',
  });
  return s;
}

describe('T37, the term check', () => {
  it('asks the committee manager six months before a convenor’s three years end', () => {
    const s = inForce({ type: 'CONVENOR' });
    s.until('2029-12-02');
    expect(fired(s, 'T37').map((f) => [f.deadline.due, f.events])).toMatchObject([
      ['2029-11-30T23:00:00.000Z', [{ payload: { to: 'COMMITTEE_MANAGER' } }]],
    ]);
  });

  it('asks the TMB secretariat twelve months before a chair’s term ends', () => {
    const s = chair();
    s.until('2029-07-01');
    expect(fired(s, 'T37').map((f) => [f.deadline.due, f.events])).toMatchObject([
      ['2029-06-29T22:00:00.000Z', [{ payload: { to: 'TMB_SEC' } }]],
    ]);
  });

  it('has no clock for a chair without a term date: three years and the plenary are the convenor’s', () => {
    const s = inForce({ type: 'CHAIR' });
    knows(s, ['2030-06-03', '2030-06-05']);
    s.until('2032-03-01');
    expect([...fired(s, 'T37'), ...fired(s, 'T38')]).toEqual([]);
    expect(s.state.execution.causes).toEqual([]);
    expect(duties(s.state).filter((d) => d.id.startsWith('term:'))).toEqual([]);
  });

  it('is due when a term that ends in less than twelve months is recorded, never before', () => {
    const s = chair();
    s.until('2029-01-15T10:00:00Z');
    s.does(cast.tmbSec, 'RecordReappointment', { ...RENEWED, termEnd: '2029-06-30' });
    s.until('2029-07-02');
    expect(fired(s, 'T37').map((f) => f.deadline.due)).toEqual(['2029-01-15T10:00:00.000Z']);
    expect(fired(s, 'T38').map((f) => f.deadline.due)).toEqual(['2029-06-30T22:00:00.000Z']);
  });

  it('asks nobody when the term outlasts the agreement', () => {
    const s = inForce({ type: 'CONVENOR', end: '2029-12-31' });
    s.until('2029-12-31');
    expect(fired(s, 'T37')).toEqual([]);
  });

  it('asks nobody when the term ends on the last day of the agreement, whether given or fixed by a plenary', () => {
    const given = chair();
    given.does(cast.tmbSec, 'RecordReappointment', {
      ...RENEWED,
      termEnd: given.state.term?.end ?? '',
    });
    given.until('2032-05-01');
    expect(fired(given, 'T37')).toEqual([]);
    const s = inForce({ type: 'CONVENOR', end: '2030-09-18' });
    knows(s, ['2030-09-16', '2030-09-18']);
    s.until('2030-09-01');
    // Six months before the three years: the plenary is read and leaves nothing to renew.
    expect(fired(s, 'T37').map((f) => f.events)).toMatchObject([
      [{ type: 'NomineeTermFixed', payload: { side: 'TWINNED', termEnd: '2030-09-18' } }],
    ]);
    expect(duties(s.state).filter((d) => d.id.startsWith('term:'))).toEqual([]);
  });
});

describe('T38, the end of the term', () => {
  it('is the last day of the first plenary that begins three years after the appointment', () => {
    const s = inForce({ type: 'CONVENOR' });
    knows(s, ['2030-05-31', '2030-06-02'], ['2030-09-16', '2030-09-18']);
    s.until('2030-09-18T21:59:00Z');
    expect(fired(s, 'T38').map((f) => f.events[0])).toMatchObject([
      { type: 'NomineeTermFixed', payload: { side: 'TWINNED', termEnd: '2030-09-18' } },
    ]);
    s.until('2030-09-18T22:00:00Z');
    expect(s.state.execution.causes).toMatchObject([
      { cause: 'NOMINEE_TERM_ENDED', subject: 'TWINNED' },
    ]);
  });

  it('tells the TPM every six months while no plenary is known', () => {
    const s = inForce({ type: 'CONVENOR' });
    s.until('2031-01-01');
    expect(fired(s, 'T38').map((f) => [f.deadline.due, f.events[0]])).toMatchObject([
      [
        '2030-05-31T22:00:00.000Z',
        { type: 'EscalationRaised', payload: { level: 'L2', trigger: 'T38:TWINNED' } },
      ],
      ['2030-11-30T23:00:00.000Z', { type: 'ReminderRaised' }],
    ]);
    expect(s.state.execution.causes).toEqual([]);
  });

  it('suspends the agreement when a chair’s date is over', () => {
    const s = chair();
    s.until('2030-06-30T22:00:00Z');
    expect(typesOf(fired(s, 'T38')[0]?.events ?? [])).toContain('SuspensionCauseAdded');
    expect(s.state.execution.causes).toMatchObject([{ cause: 'NOMINEE_TERM_ENDED' }]);
  });

  it('does not come for a term that was renewed', () => {
    const s = chair();
    s.until('2030-03-01');
    s.does(cast.tmbSec, 'RecordReappointment', RENEWED);
    s.until('2031-12-31');
    expect(fired(s, 'T38')).toEqual([]);
  });
});

describe('RecordReappointment', () => {
  it('renews a term, and cures the suspension of one that was over', () => {
    const s = chair();
    s.until('2030-07-15');
    expect(s.state.execution.causes).toHaveLength(1);
    const [first] = s.does(cast.tmbSec, 'RecordReappointment', RENEWED);
    expect(first).toMatchObject({ type: 'NomineeReappointed', payload: { termEnd: '2032-06-01' } });
    expect(s.state.execution.causes).toEqual([]);
  });

  it('of a convenor before the plenary is known is done when it is done, and has a check of its own', () => {
    const s = inForce({ type: 'CONVENOR' });
    const owed = () => duties(s.state).filter((d) => d.id.startsWith('term:'));
    s.until('2029-12-15');
    expect(owed().map((d) => d.id)).toEqual(['term:TWINNED:2027-06-01']);
    s.does(cast.manager, 'RecordReappointment', { ...RENEWED, termEnd: '2031-06-30' });
    expect(owed()).toEqual([]);
    s.until('2031-01-02');
    expect(fired(s, 'T37').map((f) => f.deadline.due.slice(0, 10))).toEqual([
      '2029-11-30',
      '2030-12-29',
    ]);
    expect(owed().map((d) => d.id)).toEqual(['term:TWINNED:2030-06-01']);
    s.until('2031-07-01');
    expect(fired(s, 'T38').map((f) => f.deadline.lastDay)).toEqual(['2031-06-30']);
  });

  it('records that a term is not renewed', () => {
    const s = chair();
    const no = { ...RENEWED, termEnd: null };
    expect(typesOf(s.does(cast.manager, 'RecordReappointment', no))).toEqual(['TermNotRenewed']);
    expect(s.does(cast.manager, 'RecordReappointment', no)).toEqual([]);
  });

  it('is for the TMB or the parent’s manager with a chair, for the committee’s own with a convenor', () => {
    const refused = (s: Story, who: Principal) =>
      s.refuses(who, 'RecordReappointment', RENEWED).refused;
    const sub = chair();
    expect(refused(sub, cast.ownManager)).toBe('FORBIDDEN_ROLE');
    sub.does(cast.parentManager, 'RecordReappointment', RENEWED);
    const tc = chair(null);
    expect(refused(tc, cast.ownManager)).toBe('FORBIDDEN_ROLE');
    expect(refused(tc, cast.manager)).toBe('FORBIDDEN_ROLE');
    expect(refused(tc, cast.parentManager)).toBe('NOT_FOUND');
    tc.does(cast.tmbSec, 'RecordReappointment', RENEWED);
    const convenor = inForce({ type: 'CONVENOR' });
    expect(refused(convenor, cast.parentManager)).toBe('NOT_FOUND');
    const year = { ...RENEWED, termEnd: '2028-06-01' };
    convenor.does(cast.ownManager, 'RecordReappointment', year);
  });

  it('with a chair from before the parent was recorded, for the parent that the registry has', () => {
    const s = inForce({ type: 'CHAIR', parent: null });
    const both = [{ role: 'COMMITTEE_MANAGER', committees: [47878, 47858] }] as const;
    expect(s.refuses(cast.ownManager, 'RecordReappointment', RENEWED).refused).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(canSee(cast.parentManager, s.state)).toBe(false);
    s.does({ ...cast.ownManager, grants: both }, 'RecordReappointment', RENEWED);
  });

  it('keeps to six years a term for a chair, the first day included, and to nine in all', () => {
    const latestOf = (s: Story, termEnd: string) =>
      s.refuses(cast.tmbSec, 'RecordReappointment', { ...RENEWED, termEnd }).details;
    // The first term ends on 30 June 2030: the next begins on 1 July.
    const running = chair();
    expect(latestOf(running, '2036-07-01')).toMatchObject({ latest: '2036-06-30' });
    running.does(cast.tmbSec, 'RecordReappointment', { ...RENEWED, termEnd: '2036-06-30' });
    // Nine years from 1 July 2027; a new term that begins today has six, today among them.
    const over = chair();
    over.until('2030-07-02');
    expect(over.state.execution.causes).toMatchObject([{ cause: 'NOMINEE_TERM_ENDED' }]);
    expect(latestOf(over, '2036-07-01')).toMatchObject({ latest: '2036-06-30' });
    const successor = (termEnd: string) => ({
      ...{ person: 'successor', cv: CV, statement: STATEMENT, delegate: false, categoryC: false },
      termEnd,
    });
    expect(
      over.refuses(cast.twinned, 'ReplaceNominee', successor('2036-07-02')).details,
    ).toMatchObject({ latest: '2036-07-01' });
    over.does(cast.twinned, 'ReplaceNominee', successor('2036-07-01'));
  });

  it('keeps to nine years in all for a chair and three more years for a convenor', () => {
    const long = { ...RENEWED, termEnd: '2036-07-02' };
    const refused = chair().refuses(cast.tmbSec, 'RecordReappointment', long);
    expect(refused.details).toMatchObject({ latest: '2036-06-30' });
    const s = inForce({ type: 'CONVENOR' });
    // Confirmed on 1 June 2027 for three years: the next three follow those, whenever they are decided.
    const four = { ...RENEWED, termEnd: '2033-06-02' };
    expect(s.refuses(cast.manager, 'RecordReappointment', four)).toMatchObject({
      ...{ refused: 'NOMINEE_TERM_EXCEEDED', details: { latest: '2033-06-01' } },
    });
    s.does(cast.manager, 'RecordReappointment', { ...RENEWED, termEnd: '2033-06-01' });
  });

  it('needs a reference and is quiet when the term is the same', () => {
    const s = chair();
    const bare = { ...RENEWED, reference: null };
    expect(s.refuses(cast.tmbSec, 'RecordReappointment', bare).refused).toBe('REFERENCE_REQUIRED');
    expect(
      s.does(cast.tmbSec, 'RecordReappointment', { ...RENEWED, termEnd: '2030-06-30' }),
    ).toEqual([]);
  });
});
