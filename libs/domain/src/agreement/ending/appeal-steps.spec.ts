import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import type { Principal } from '../../kernel/principal.js';
import { canSee } from '../../kernel/access.js';
import { actionsFor, duties } from '../../kernel/views.js';
import { cast, COMMITTEE, GSA, usualFacts, withMember } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';
import { confirmedDraft, registered } from '../oversight/given.js';

const GROUNDS = { grounds: 'The criteria were misread.', documents: ['a'.repeat(64)] };
const PARENT = usualFacts.committee?.parentId ?? 0;
const lodge = { decision: 'D1', ...GROUNDS };

/** Rejected by the TPM, or by the committee, on 4 January 2027. */
const rejected = (body: 'TPM' | 'COMMITTEE' | 'TMB' = 'TPM'): Story =>
  confirmedDraft().given(
    event('TwinningRejected', {
      body,
      basis: 'REVIEW',
      reference: null,
      decidedOn: day('2027-01-04'),
      reasons: 'Aims unclear.',
    }),
  );

const STEPS = ['ReferAppeal', 'AdmitAppeal', 'RecordConciliation', 'DecideAppeal'] as const;
const DESKS = { cs: cast.cs, tmbSec: cast.tmbSec, manager: cast.manager } as const;

const offered = (s: Story, principal: Principal, commands: readonly string[]) =>
  actionsFor(s.state, { now: s.now, facts: s.facts, claims: s.claims, hash: testHash, principal })
    .filter((a) => a.refusal === null && commands.includes(a.command))
    .map((a) => a.command);

/** The next steps of the appeals, as `desk: command`. */
const next = (s: Story): readonly string[] =>
  Object.entries(DESKS).flatMap(([desk, who]) =>
    offered(s, who, STEPS).map((command) => `${desk}: ${command}`),
  );
const withdrawable = (s: Story, who: Principal) => offered(s, who, ['WithdrawAppeal']).length === 1;

describe('the steps of an appeal are offered to the desk whose move it is, and to no other', () => {
  it('against the TPM: ISO/CS refers, the TMB admits, the panel hears and reports, the TMB decides', () => {
    const s = rejected();
    expect(next(s)).toEqual([]);
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    expect(next(s)).toEqual(['cs: ReferAppeal']);
    s.does(cast.cs, 'ReferAppeal', { appeal: 'A1', comments: 'See the minutes.' });
    expect(next(s)).toEqual(['tmbSec: AdmitAppeal']);
    s.does(cast.tmbSec, 'AdmitAppeal', { appeal: 'A1', admitted: true, reference: 'TMB 1' });
    expect(next(s)).toEqual(['cs: RecordConciliation']);
    const heard = { appeal: 'A1', on: '2027-01-04' };
    expect(
      s.refuses(cast.cs, 'RecordConciliation', { ...heard, step: 'HEARD', on: '2027-01-05' }),
    ).toMatchObject({ refused: 'INVALID_INPUT', details: { faults: [{ pointer: '/on' }] } });
    s.does(cast.cs, 'RecordConciliation', { ...heard, step: 'HEARD' });
    expect(next(s)).toEqual(['cs: RecordConciliation']);
    s.does(cast.cs, 'RecordConciliation', { ...heard, step: 'REPORTED' });
    expect(next(s)).toEqual(['tmbSec: DecideAppeal']);
    s.does(cast.tmbSec, 'DecideAppeal', { appeal: 'A1', outcome: 'DISMISSED', reference: 'TMB 2' });
    expect(next(s)).toEqual([]);
    expect(s.state.ending.decisions.map((d) => [d.id, d.kind, d.final])).toEqual([
      ['D1', 'REJECTION', true],
      ['D2', 'APPEAL', false],
    ]);
  });

  it('a P-member that is no party is offered its appeal and nothing else; an O-member is told why not', () => {
    const s = rejected();
    const all = (who: Principal) =>
      actionsFor(s.state, {
        ...{ now: s.now, facts: s.facts, claims: s.claims, hash: testHash, principal: who },
      }).map((a) => [a.command, a.refusal?.refused ?? null]);
    expect(all(cast.third)).toEqual([
      ['LodgeAppeal', null],
      ['WithdrawAppeal', 'WRONG_STATUS'],
    ]);
    s.does(cast.third, 'LodgeAppeal', lodge);
    s.facts = withMember(GSA, { status: 'O' });
    expect(all(cast.third)).toEqual([
      ['LodgeAppeal', 'FORBIDDEN_ROLE'],
      ['WithdrawAppeal', null],
    ]);
    const draft = confirmedDraft();
    const around = { now: draft.now, facts: draft.facts, claims: {}, hash: testHash };
    expect(actionsFor(draft.state, { ...around, principal: cast.third })).toEqual([]);
  });

  it('against a subcommittee: the manager of its parent refers and decides', () => {
    const s = rejected('COMMITTEE');
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    expect(s.state.ending.appeals[0]?.level).toBe('TC');
    expect(next(s)).toEqual(['manager: ReferAppeal']);
    expect(s.refuses(cast.cs, 'ReferAppeal', { appeal: 'A1' })).toMatchObject({
      refused: 'FORBIDDEN_ROLE',
      details: { role: 'COMMITTEE_MANAGER' },
    });
    s.does(cast.manager, 'ReferAppeal', { appeal: 'A1' });
    expect(next(s)).toEqual(['manager: DecideAppeal']);
    const admission = { appeal: 'A1', admitted: true, reference: 'TMB 1' };
    expect(s.refuses(cast.tmbSec, 'AdmitAppeal', admission)).toMatchObject({
      refused: 'WRONG_STATUS',
      details: { appeal: 'A1', level: 'TC' },
    });
  });

  it.each([
    ['COMMITTEE', cast.parentManager, 'COMMITTEE_MANAGER'],
    ['TMB', cast.cs, 'ISO_CS'],
  ] as const)(
    'T63: the level above the %s decides within eighty-four days',
    (body, referrer, desk) => {
      const s = rejected(body);
      s.does(cast.twinned, 'LodgeAppeal', lodge);
      s.until('2027-01-14');
      s.does(referrer, 'ReferAppeal', { appeal: 'A1' });
      s.until('2027-04-20');
      const alerts = s.fired.filter((f) => f.deadline.timer === 'T63').map((f) => f.deadline);
      expect(alerts.map((d) => d.lastDay)).toEqual(['2027-04-08', '2027-04-15']);
      expect(alerts[0]).toMatchObject({ step: 'decision', whose: desk });
      expect(duties(s.state).find((d) => d.id === 'appeal-decision:A1')?.desk).toBe(desk);
      s.does(referrer, 'DecideAppeal', { appeal: 'A1', outcome: 'DISMISSED', reference: 'N 1' });
      s.until('2027-06-01');
      expect(s.fired.filter((f) => f.deadline.timer === 'T63')).toHaveLength(2);
    },
  );

  it('against a subcommittee: its own manager neither refers nor decides, nor is it offered', () => {
    const s = rejected('COMMITTEE');
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    expect(s.history.at(-1)).toMatchObject({ type: 'AppealLodged', payload: { parent: PARENT } });
    const forbidden = { refused: 'FORBIDDEN_ROLE', details: { committee: PARENT } };
    expect(s.refuses(cast.ownManager, 'ReferAppeal', { appeal: 'A1' })).toMatchObject(forbidden);
    expect(offered(s, cast.ownManager, STEPS)).toEqual([]);
    expect(offered(s, cast.parentManager, STEPS)).toEqual(['ReferAppeal']);
    s.does(cast.parentManager, 'ReferAppeal', { appeal: 'A1' });
    const decided = { appeal: 'A1', outcome: 'DISMISSED', reference: 'TC 1' };
    expect(s.refuses(cast.ownManager, 'DecideAppeal', decided)).toMatchObject(forbidden);
    s.does(cast.parentManager, 'DecideAppeal', decided);
    expect(s.state.ending.decisions.at(-1)).toMatchObject({ kind: 'APPEAL', body: 'TC' });
  });

  it('the parent’s manager has the agreement and its desk for as long as the appeal is open', () => {
    const s = rejected('COMMITTEE');
    const sees = () => canSee(cast.parentManager, s.state);
    expect(sees()).toBe(false);
    expect(s.refuses(cast.parentManager, 'ReferAppeal', { appeal: 'A1' }).refused).toBe(
      'NOT_FOUND',
    );
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    expect(sees()).toBe(true);
    expect(duties(s.state).find((d) => d.id === 'appeal-referral:A1')?.committee).toBe(PARENT);
    const problem = { text: 'Not for the parent.', to: 'TPM' };
    expect(s.refuses(cast.parentManager, 'RaiseProblem', problem).refused).toBe('FORBIDDEN_ROLE');
    s.does(cast.twinned, 'WithdrawAppeal', { appeal: 'A1' });
    expect(sees()).toBe(false);
  });

  it('an appeal from before the parent was recorded is for the parent that the registry has', () => {
    const s = rejected('COMMITTEE');
    s.given(
      event('AppealLodged', {
        ...{ id: 'A1', decision: 'D1', inaction: null, against: 'COMMITTEE', level: 'TC' },
        ...{ member: GSA, grounds: 'Misread.', documents: [] },
      }),
    );
    const both = [{ role: 'COMMITTEE_MANAGER', committees: [COMMITTEE, PARENT] }] as const;
    expect(s.refuses(cast.ownManager, 'ReferAppeal', { appeal: 'A1' }).refused).toBe(
      'FORBIDDEN_ROLE',
    );
    s.does({ ...cast.ownManager, grants: both }, 'ReferAppeal', { appeal: 'A1' });
    expect(s.state.ending.appeals[0]?.stage).toBe('REFERRED');
  });

  it('against a committee without a parent it goes to the TMB, and of the TMB to Council', () => {
    const s = rejected('COMMITTEE');
    s.facts = {
      ...s.facts,
      committee: s.facts.committee && { ...s.facts.committee, parentId: null },
    };
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    expect(s.state.ending.appeals[0]?.level).toBe('TMB');
    const council = registered();
    const inaction = { body: 'TMB', text: 'No ballot.' };
    council.does(cast.lead, 'LodgeAppeal', { inaction, ...GROUNDS });
    council.does(cast.cs, 'ReferAppeal', { appeal: 'A1' });
    expect(next(council)).toEqual(['cs: DecideAppeal']);
  });
});

describe('two appeals', () => {
  const both = (): Story => {
    const s = rejected();
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    s.does(cast.third, 'LodgeAppeal', lodge);
    return s;
  };
  const stages = (s: Story) => s.state.ending.appeals.map((a) => a.stage);

  it('of two bodies go their own ways, each withdrawn by its own', () => {
    const s = both();
    expect(s.state.ending.appeals.map((a) => [a.id, a.member])).toEqual([
      ['A1', cast.twinned.member],
      ['A2', GSA],
    ]);
    s.does(cast.cs, 'ReferAppeal', { appeal: 'A2' });
    expect(stages(s)).toEqual(['LODGED', 'REFERRED']);
    expect(next(s)).toEqual(['cs: ReferAppeal', 'tmbSec: AdmitAppeal']);
    expect([withdrawable(s, cast.twinned), withdrawable(s, cast.lead)]).toEqual([true, false]);
    expect(s.refuses(cast.lead, 'WithdrawAppeal', { appeal: 'A1' })).toMatchObject({
      refused: 'NOT_OWNER',
      details: { appeal: 'A1' },
    });
    expect(s.refuses(cast.lead, 'WithdrawAppeal', { appeal: 'A9' }).refused).toBe('NOT_FOUND');
    s.does(cast.third, 'WithdrawAppeal', { appeal: 'A2' });
    expect(stages(s)).toEqual(['LODGED', 'WITHDRAWN']);
    expect(s.does(cast.third, 'WithdrawAppeal', { appeal: 'A2' })).toEqual([]);
    expect([withdrawable(s, cast.third), withdrawable(s, cast.twinned)]).toEqual([false, true]);
  });

  it('on one decision are decided together, one about something else stays open', () => {
    const s = both();
    const inaction = { body: 'TPM', text: 'No answer.' };
    s.does(cast.lead, 'LodgeAppeal', { inaction, ...GROUNDS });
    s.does(cast.cs, 'ReferAppeal', { appeal: 'A1' });
    const not = { appeal: 'A1', admitted: false, reference: 'TMB 1', reasons: 'Late.' };
    expect(s.does(cast.tmbSec, 'AdmitAppeal', not)).toMatchObject([
      { type: 'AppealDecided', payload: { id: 'A1', outcome: 'DISMISSED', body: 'TMB' } },
    ]);
    expect(stages(s)).toEqual(['DECIDED', 'DECIDED', 'LODGED']);
  });

  it('of one body about one inaction are one too many (APPEAL_OPEN); about another body’s they are two', () => {
    const s = rejected();
    const about = (body: string) => ({ inaction: { body, text: 'No answer.' }, ...GROUNDS });
    s.does(cast.lead, 'LodgeAppeal', about('TPM'));
    expect(s.refuses(cast.lead, 'LodgeAppeal', about('TPM'))).toMatchObject({
      refused: 'APPEAL_OPEN',
      details: { appeal: 'A1' },
    });
    s.does(cast.lead, 'LodgeAppeal', about('TMB'));
    s.does(cast.twinned, 'LodgeAppeal', about('TPM'));
    s.does(cast.lead, 'WithdrawAppeal', { appeal: 'A1' });
    s.does(cast.lead, 'LodgeAppeal', about('TPM'));
    expect(stages(s)).toEqual(['WITHDRAWN', 'LODGED', 'LODGED', 'LODGED']);
  });
});

describe('LodgeAppeal', () => {
  it('says what is missing: a decision or an inaction, grounds, documents', () => {
    const s = rejected();
    const refused = (payload: object) => s.refuses(cast.lead, 'LodgeAppeal', payload);
    expect(refused(GROUNDS)).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { faults: [{ pointer: '/decision' }] },
    });
    expect(refused({ ...lodge, inaction: { body: 'TPM', text: 'x' } }).refused).toBe(
      'INVALID_INPUT',
    );
    expect(refused({ ...lodge, grounds: undefined })).toMatchObject({
      refused: 'GROUNDS_MISSING',
      details: { missing: 'grounds' },
    });
    expect(refused({ ...lodge, documents: [] })).toMatchObject({
      refused: 'GROUNDS_MISSING',
      details: { missing: 'documents' },
    });
    expect(refused({ ...lodge, decision: 'D7' })).toMatchObject({
      refused: 'NOT_APPEALABLE',
      details: { decision: 'D7' },
    });
  });
});
