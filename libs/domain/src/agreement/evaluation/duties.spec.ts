import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../calendar/day.js';
import { addBusinessDays } from '../../calendar/business-days.js';
import { dayAt, endOf } from '../../calendar/zurich.js';
import type { Principal } from '../../kernel/principal.js';
import { actionsFor } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';
import { evaluationDuties } from './duties.js';
import { PAPERS, registryShows, reviewedEvaluation, twinningInForce } from './testing.js';

const EV1 = { evaluation: 'EV1' };
const owed = (s: Story) =>
  evaluationDuties(s.state).map(({ id, desk, commands, due }) => ({ id, desk, commands, due }));
const inDays = (s: Story, n: number) => endOf(addDays(dayAt(s.now), n));

/** Why each of these commands is closed to the caller; null when it is open. */
const offers = (s: Story, principal: Principal, ...commands: readonly string[]) => {
  const { now, facts, claims } = s;
  const shown = actionsFor(s.state, { now, facts, claims, hash: testHash, principal });
  return commands.map((command) => {
    const action = shown.find((a) => a.command === command);
    return action === undefined ? 'NOT_SHOWN' : (action.refusal?.refused ?? null);
  });
};

describe('while evidence is collected', () => {
  it('each part that is not closed is owed by its giver for thirty days, and then no longer offered', () => {
    const s = twinningInForce();
    expect(offers(s, cast.lead, 'ProvideEvidence', 'CloseEvidence', 'OpenEvaluation')).toEqual([
      'WRONG_STATUS',
      'WRONG_STATUS',
      null,
    ]);
    s.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    const part = (desk: string) => ({
      id: `evidence:EV1:${desk}`,
      desk,
      commands: ['ProvideEvidence', 'CloseEvidence'],
      due: inDays(s, 30),
    });
    expect(owed(s)).toEqual([part('LEAD'), part('TWINNED'), part('TPM')]);
    s.does(cast.lead, 'CloseEvidence', EV1);
    expect(owed(s)).toEqual([part('TWINNED'), part('TPM')]);
    const evidence = ['ProvideEvidence', 'CloseEvidence'] as const;
    expect(offers(s, cast.lead, ...evidence)).toEqual(['WRONG_STATUS', 'WRONG_STATUS']);
    expect(offers(s, cast.tpm, ...evidence)).toEqual([null, null]);
    expect(offers(s, cast.twinned, 'DecideOwnStatus')).toEqual(['WRONG_STATUS']);
  });

  it('a kind that is open is not offered again, a bar keeps O→P closed, a new twinning stays open', () => {
    const convenor = twinningInForce({ type: 'CONVENOR' });
    expect(offers(convenor, cast.twinned, 'OpenEvaluation')).toEqual([null]);
    convenor.does(cast.twinned, 'OpenEvaluation', { kind: 'CONVENOR' });
    expect(offers(convenor, cast.twinned, 'OpenEvaluation')).toEqual(['EVALUATION_OPEN']);
    for (const [status, kind] of [
      ['O', 'O_TO_P'],
      ['P', 'EXIT'],
    ] as const) {
      const member = twinningInForce({ twinned: { status } });
      member.does(cast.twinned, 'OpenEvaluation', { kind });
      expect(offers(member, cast.twinned, 'OpenEvaluation')).toEqual([null]);
    }
  });
});

describe('after the review', () => {
  it('the twinned body decides on its own status, or withdraws', () => {
    const s = reviewedEvaluation('O_TO_P');
    expect(owed(s)).toEqual([
      {
        id: 'own-decision:EV1',
        desk: 'TWINNED',
        commands: ['DecideOwnStatus', 'WithdrawEvaluation'],
        due: inDays(s, 90),
      },
    ]);
    expect(
      offers(s, cast.twinned, 'DecideOwnStatus', 'SubmitToBody', 'WithdrawEvaluation'),
    ).toEqual([null, 'WRONG_BODY', null]);
    expect(offers(s, cast.lead, 'WithdrawEvaluation')).toEqual(['NOT_OWNER']);
    s.does(cast.twinned, 'DecideOwnStatus', { ...EV1, decision: 'DECLARE_P' });
    expect(owed(s)).toEqual([
      {
        id: 'status-change:EV1',
        desk: 'TWINNED',
        commands: ['ConfirmEffective'],
        due: inDays(s, 30),
      },
    ]);
  });

  it('an office goes to its body, whose recorder owes the decision; nobody else is offered it', () => {
    const s = reviewedEvaluation('CHAIR', { type: 'CHAIR', level: 'TC', twinned: { status: 'P' } });
    expect(owed(s)).toEqual([
      {
        id: 'submission:EV1',
        desk: 'TWINNED',
        commands: ['SubmitToBody', 'WithdrawEvaluation'],
        due: inDays(s, 90),
      },
    ]);
    expect(offers(s, cast.twinned, 'DecideOwnStatus', 'SubmitToBody')).toEqual([
      'WRONG_BODY',
      null,
    ]);
    s.does(cast.twinned, 'SubmitToBody', { ...EV1, body: 'TMB', papers: PAPERS });
    expect(owed(s)).toEqual([
      {
        id: 'body-decision:EV1',
        desk: 'TMB_SEC',
        commands: ['RecordBodyDecision'],
        due: inDays(s, 28),
      },
    ]);
    expect(offers(s, cast.tmbSec, 'RecordBodyDecision')).toEqual([null]);
    expect(offers(s, cast.manager, 'RecordBodyDecision')).toEqual(['FORBIDDEN_ROLE']);
    expect(offers(s, cast.cs, 'ConfirmEffective')).toEqual(['WRONG_STATUS']);
    s.does(cast.tmbSec, 'RecordBodyDecision', {
      ...EV1,
      approved: true,
      resolution: 'TMB 9',
      yes: 9,
      no: 1,
      decidedOn: dayAt(s.now),
    });
    expect(owed(s)).toEqual([
      {
        id: 'office-change:EV1',
        desk: 'ISO_CS',
        commands: ['ConfirmEffective'],
        due: endOf(addBusinessDays(dayAt(s.now), 10)),
      },
    ]);
    expect(offers(s, cast.cs, 'ConfirmEffective')).toEqual([null]);
    expect(offers(s, cast.twinnedMbua, 'ConfirmEffective')).toEqual(['WRONG_STATUS']);
  });

  it('a request under New Rights is ISO/CS’s to answer within fifteen business days', () => {
    const rights = { category: 'CORRESPONDENT', newRights: true } as const;
    const s = reviewedEvaluation('O_TO_P', { twinned: rights });
    s.does(cast.twinned, 'DecideOwnStatus', { ...EV1, decision: 'DECLARE_P' });
    expect(owed(s)).toEqual([
      {
        id: 'body-decision:EV1',
        desk: 'ISO_CS',
        commands: ['RecordBodyDecision'],
        due: endOf(addBusinessDays(dayAt(s.now), 15)),
      },
    ]);
  });
});

describe('P of the twinned body', () => {
  it('is offered to be confirmed until it is', () => {
    const s = twinningInForce();
    expect(offers(s, cast.twinnedMbua, 'ConfirmEffective')).toEqual([null]);
    registryShows(s, { status: 'P' });
    s.does(cast.cs, 'ConfirmEffective', { since: dayAt(s.now) });
    expect(offers(s, cast.twinnedMbua, 'ConfirmEffective')).toEqual(['WRONG_STATUS']);
    expect(owed(s)).toEqual([]);
  });
});
