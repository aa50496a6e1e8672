import { describe, expect, it } from '@jest/globals';
import { day } from '../calendar/day.js';
import { instant } from '../calendar/zurich.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { isRefusal } from '../kernel/decision.js';
import { rulesetById } from '../rulesets/index.js';
import { participationRoleFor, participationRoles, readsParticipation } from './access.js';
import { decideParticipation, fireNextParticipation } from './decide.js';
import { evaluateInactivity, type ParticipationFacts } from './inactivity.js';
import { furtherFailing, isMissing, noParticipation } from './state.js';
import { ballot, Membership, reminded, remindedOfCibs } from './testing.js';
import { participationDeadlines } from './timers.js';

const COMMITTEE = 47858;
const MEMBER = 1725;
const holding = (...grants: Grant[]): Principal => ({
  ...{ person: 'somebody', member: MEMBER, grants, stepUp: false },
});

describe('who acts and who reads in a participation', () => {
  it.each([
    [{ role: 'NSB_REP' }, ['OWN_REP'], true],
    [{ role: 'MBUA' }, ['OWN_MBUA'], true],
    [{ role: 'COMMITTEE_MANAGER', committees: [COMMITTEE] }, ['COMMITTEE_MANAGER'], true],
    [{ role: 'COMMITTEE_MANAGER', committees: [1] }, [], false],
    [{ role: 'COMMITTEE_MANAGER', committees: 'ALL' }, ['COMMITTEE_MANAGER'], true],
    [{ role: 'COMMITTEE_MANAGER' }, [], false],
    [{ role: 'COMMITTEE_MANAGER', committees: [] }, [], false],
    [{ role: 'TPM' }, [], false],
    [{ role: 'ISO_CS' }, ['ISO_CS'], true],
    [{ role: 'REGISTRY' }, ['REGISTRY'], false],
    [{ role: 'SYSTEM' }, ['SYSTEM'], false],
    [{ role: 'TPM', committees: [COMMITTEE] }, [], true],
    [{ role: 'TPM', committees: [1] }, [], false],
    [{ role: 'TMB_SEC' }, [], true],
    [{ role: 'TMB_MEMBER' }, [], false],
    [{ role: 'AUDITOR' }, [], true],
  ] as const)('%j has the roles %j and reads: %s', (grant, roles, reads) => {
    const who = holding(grant);
    expect(participationRoles(who, COMMITTEE)).toEqual(roles);
    const pair = { member: MEMBER, committee: COMMITTEE };
    expect(readsParticipation(who, pair, [])).toBe(reads ? 'ALL' : null);
  });

  it.each([
    [{ role: 'NSB_REP' }, [9], 'PARTNER'],
    [{ role: 'NSB_REP' }, [8], null],
    [{ role: 'NSB_REP' }, [], null],
    [{ role: 'NSB_REP', committees: [COMMITTEE] }, [9], 'PARTNER'],
    [{ role: 'NSB_REP', committees: [1] }, [9], null],
    [{ role: 'MBUA' }, [9], null],
    [{ role: 'TMB_MEMBER' }, [9], null],
    [{ role: 'TMB_SEC' }, [9], 'ALL'],
  ] as const)('%j with the partners %j reads of body 9: %s', (grant, partners, reads) => {
    const pair = { member: 9, committee: COMMITTEE };
    expect(readsParticipation(holding(grant), pair, partners)).toBe(reads);
  });

  it('another body reads nothing, and a command finds the role it wants', () => {
    const rep = holding({ role: 'NSB_REP' });
    expect(readsParticipation(rep, { member: 9, committee: COMMITTEE }, [])).toBeNull();
    const both = holding({ role: 'NSB_REP' }, { role: 'MBUA' });
    expect(participationRoleFor(both, COMMITTEE, 'DeclareStatus')).toBe('OWN_MBUA');
    expect(participationRoleFor(rep, COMMITTEE, 'ConfirmDowngrade')).toBe('OWN_REP');
    expect(participationRoleFor(holding(), COMMITTEE, 'DeclareStatus')).toBeNull();
    expect(participationRoleFor(rep, COMMITTEE, 'constructor')).toBe('OWN_REP');
  });
});

describe('a participation that is not there', () => {
  it('is not found, whatever is asked of it', () => {
    const ctx = {
      ...{
        now: instant('2027-01-04T09:00:00Z'),
        today: day('2027-01-04'),
        role: 'ISO_CS' as const,
      },
      ...{ actingFor: null, body: null },
    };
    const asked = { type: 'RecordBallotFact', payload: ballot('F1', 'FDIS', '2027-03-10') };
    const nobody = noParticipation('annex-st-2020');
    expect(decideParticipation(nobody, asked, ctx)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(fireNextParticipation(nobody, ctx.now)).toBeNull();
  });
});

describe('facts that are told again', () => {
  it('a ballot is the last told, and keeps its vote', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    m.does('ISO_CS', 'RecordBallotFact', ballot('F2', 'FDIS', '2027-03-11'));
    m.does('OWN_REP', 'RecordVoteFact', { ballot: 'F1', choice: 'YES' });
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-20'));
    expect(m.state.ballots.map((b) => [b.id, b.closesOn, b.voted])).toEqual([
      ['F2', '2027-03-11', false],
      ['F1', '2027-03-20', true],
    ]);
    const guide = { ...ballot('F2', 'FDIS', '2027-03-11'), guide: true };
    expect(m.does('ISO_CS', 'RecordBallotFact', guide)).toEqual(['BallotRecorded']);
  });

  it('a meeting is the last told; the same again changes nothing', () => {
    const m = new Membership().until('2027-06-01');
    const meeting = (id: string, on: string, contributed: boolean) => ({
      ...{ meeting: id, on, contributed, reference: 'N 1' },
    });
    m.does('ISO_CS', 'RecordMeetingFact', meeting('M1', '2027-03-01', false));
    m.does('ISO_CS', 'RecordMeetingFact', meeting('M2', '2027-04-01', true));
    expect(m.does('ISO_CS', 'RecordMeetingFact', meeting('M2', '2027-04-01', true))).toEqual([]);
    m.does('ISO_CS', 'RecordMeetingFact', meeting('M1', '2027-03-02', false));
    expect(m.state.meetings.map((x) => [x.id, x.on])).toEqual([
      ['M2', '2027-04-01'],
      ['M1', '2027-03-02'],
    ]);
  });

  it('an expert who leaves leaves the others', () => {
    const m = new Membership();
    const expert = (id: string, active: boolean) => ({ expert: id, active, reference: 'N 4' });
    for (const id of ['E1', 'E2']) m.does('ISO_CS', 'RecordExpertFact', expert(id, true));
    m.does('ISO_CS', 'RecordExpertFact', expert('E1', false));
    expect(m.state.experts).toEqual(['E2']);
  });

  it('the registry that shows an O-member ends being P, without a bar; the same again is quiet', () => {
    const m = new Membership();
    const shows = { status: 'O', since: '2027-01-04' };
    expect(m.does('REGISTRY', 'RecordRegistryStatus', shows)).toEqual(['RegistryStatusSeen']);
    expect(m.state).toMatchObject({ status: 'O', leftP: { how: 'RELINQUISHED' } });
    expect(m.does('REGISTRY', 'RecordRegistryStatus', shows)).toEqual([]);
    m.does('REGISTRY', 'RecordRegistryStatus', { status: null, since: '2027-01-04' });
    expect(m.state).toMatchObject({ status: null, leftP: { how: 'RELINQUISHED' } });
  });
});

describe('the last days of the rules', () => {
  it('the day of a ballot’s closing, of being P, and of the reminder', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F0', 'FDIS', '2027-01-04'));
    expect(isMissing(m.state, 'F0')).toBe(true);
    expect(isMissing(m.state, 'none')).toBe(false);
    const since = day('2027-01-04');
    expect(furtherFailing(m.state, since, day('2027-02-01'))).toBe(false);
    expect(furtherFailing(m.state, day('2027-01-03'), since)).toBe(false);
    expect(furtherFailing(m.state, day('2027-01-03'), day('2027-01-05'))).toBe(true);
    m.does('ISO_CS', 'RecordVoteFact', { ballot: 'F0', choice: 'YES' });
    expect(furtherFailing(m.state, day('2027-01-03'), day('2027-01-05'))).toBe(false);
  });

  it.each([
    [false, '2027-02-02', true],
    [false, '2027-02-01', false],
    [true, '2027-02-02', false],
  ])('a meeting with contributed=%s on %s is a further failing: %s', (contributed, on, failing) => {
    const m = new Membership().until('2027-02-10');
    m.does('ISO_CS', 'RecordMeetingFact', { meeting: 'M1', on, contributed, reference: 'N 1' });
    expect(furtherFailing(m.state, day('2027-02-01'), day('2027-02-02'))).toBe(failing);
    expect(furtherFailing(m.state, day('2027-02-01'), day('2027-02-01'))).toBe(false);
  });

  it('the last two meetings count, in the order of their days, from being P on', () => {
    const facts = (asOf: string, ...meetings: readonly (readonly [string, boolean])[]) => ({
      ...{ asOf: day(asOf), pSince: day('2027-01-04'), ballots: [], experts: 0 },
      meetings: meetings.map(([on, contributed]) => ({ on: day(on), contributed })),
      persistentlyInactive: true,
    });
    const verdict = (of: ParticipationFacts) =>
      evaluateInactivity(of, 2027, rulesetById('annex-st-2020')).findings[0]?.verdict;
    const [first, second] = [
      ['2027-01-04', false],
      ['2027-06-01', false],
    ] as const;
    expect(verdict(facts('2027-06-01', second, first))).toBe('NOTIFY');
    expect(verdict(facts('2027-05-31', second, first))).toBe('OK');
    expect(verdict(facts('2027-06-01', second, ['2027-01-03', false]))).toBe('OK');
    expect(verdict(facts('2027-06-01', second, ['2027-02-01', false], ['2027-01-05', true]))).toBe(
      'NOTIFY',
    );
    expect(verdict(facts('2027-06-01', second, ['2027-02-01', true], first))).toBe('OK');
  });

  it('a reinstatement dates from the end of the bar to today', () => {
    const m = reminded().until('2028-04-20');
    const asks = (since: string) =>
      m.ask('ISO_CS', 'ConfirmReinstatement', { since, reference: 'GD 7' });
    expect(asks('2028-04-14')).toMatchObject({
      refused: 'INVALID_INPUT',
      details: {
        faults: [{ pointer: '/since', expected: 'a day from 2028-04-15 to 2028-04-20' }],
      },
    });
    expect(isRefusal(asks('2028-04-21'))).toBe(true);
    expect([asks('2028-04-15'), asks('2028-04-20')].map(isRefusal)).toEqual([false, false]);
  });

  it('a body of no known category declares itself, and stepping down twice is quiet', () => {
    const m = new Membership('O');
    m.body = { category: 'UNKNOWN', newRights: false };
    m.does('OWN_MBUA', 'DeclareStatus', { status: 'P' });
    expect(m.history.at(-1)?.payload).toMatchObject({ source: 'OWN_BODY' });
    m.does('OWN_MBUA', 'DeclareStatus', { status: 'O' });
    expect(m.does('ISO_CS', 'DeclareStatus', { status: 'O' })).toEqual([]);
    m.does('ISO_CS', 'DeclareStatus', { status: 'P' });
    expect(m.history.at(-1)?.payload).toMatchObject({ source: 'ISO_CS' });
  });
});

describe('cases', () => {
  it('ISO/CS confirms a change that is due, and is told what else is missing', () => {
    const m = remindedOfCibs();
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('D1', 'CIB', '2028-01-20'));
    const rule = 'PM-8(b)';
    m.until('2028-02-05');
    m.does('OWN_REP', 'AnswerReminder', { rule, text: 'Staff ill.' });
    m.until('2028-02-20');
    m.does('ISO_CS', 'RecordReminderResponse', { rule, satisfactory: false, reasons: 'No plan' });
    expect(m.does('ISO_CS', 'ConfirmDowngrade', { rule })).toEqual(['PStatusDowngraded']);
    expect(m.state.leftP?.on).toBe('2028-02-20');
  });

  it('a notification and a reminder are given once', () => {
    const m = remindedOfCibs();
    const rule = 'PM-8(b)';
    expect(m.does('COMMITTEE_MANAGER', 'NotifySecretaryGeneral', { rule })).toEqual([]);
    expect(m.does('ISO_CS', 'SendStatusReminder', { rule })).toEqual([]);
    expect(m.refuses('ISO_CS', 'SendStatusReminder', { rule: 'PM-10' })).toMatchObject({
      details: { rule: 'PM-10', stage: 'NO_CASE' },
    });
  });

  it('a missed internal ballot is no case by itself, and a missed paper of another kind no warning', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('C1', 'CIB', '2027-03-10'));
    m.does('ISO_CS', 'RecordBallotFact', ballot('N1', 'NP', '2027-03-10'));
    m.until('2027-03-12');
    expect(m.dated('EarlyWarningRaised')).toHaveLength(1);
    expect(m.state).toMatchObject({ cases: [], warned: ['C1'] });
  });

  it('what closed before the first record, or before being P, is warned of never', () => {
    const m = new Membership().until('2027-02-01');
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-01-03'));
    m.does('ISO_CS', 'RecordBallotFact', ballot('F2', 'FDIS', '2027-01-04'));
    const warned = participationDeadlines(m.state).filter((d) => d.timer === 'T46');
    expect(warned.map((d) => [d.subject, d.clause])).toEqual([['F2', 'DIR 1.7.5']]);
  });
});
