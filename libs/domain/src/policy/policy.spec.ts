import { noTerms } from '../agreement/negotiation/state.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canSee, rolesOf, sectionsFor } from '../kernel/access.js';
import { admissible, authorize } from '../kernel/decide.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { parentsInvolved } from '../kernel/parent.js';
import { definitions, slices } from '../kernel/slices.js';
import type { Agreement } from '../kernel/state.js';
import { phaseOf } from '../kernel/views.js';
import {
  FORCE,
  isOneOf,
  ROLES,
  STATUSES,
  TWINNING_TYPES,
  type Status,
} from '../kernel/vocabulary.js';
import { runs } from '../invariants/runs.js';
import { cast } from '../testing/people.js';
import { modelAnswer, modelRoles, type Answer } from './testing.js';
import { permits, phasesOfStatus, policyTable } from './table.js';
import { isWithheld, SECTIONS, VIEWS } from './views.js';
import { isVisible, visibilityOf } from './visibility.js';
import { phaseOfSection } from './withheld.js';

/** A state of which only what the policy looks at is filled in. */
function stateIn(status: Status, over: Partial<Agreement> = {}): Agreement {
  const empty = emptyAgreement('a');
  const term = {
    start: '2027-01-01',
    end: '2030-01-01',
    activatedAt: '2027-01-01T00:00:00.000Z',
    windowOpened: status === 'ENDING',
  };
  const escalation = { level: 'L4', open: true };
  return {
    ...empty,
    version: 3,
    // The rows of the negotiation in force are there while an amendment lies on the table.
    negotiation: { ...empty.negotiation, amending: { id: 'A1', terms: noTerms } },
    ...(isOneOf(FORCE, status)
      ? {
          stage: 'FORCE',
          term,
          execution: {
            ...empty.execution,
            causes: status === 'SUSPENDED' ? [{ cause: 'TMB_ORDER' }] : [],
          },
          oversight: {
            ...empty.oversight,
            escalations: status === 'UNDER_TMB_REVIEW' ? [escalation] : [],
          },
        }
      : { stage: status }),
    ...over,
  } as unknown as Agreement;
}

const LEAD = 1;
const TWINNED = 2;
const INVITED = 3;
const OTHER = 4;
const COMMITTEES = [10, 20] as const;

const GRANTS: readonly Grant['role'][] = [
  'NSB_REP',
  'MBUA',
  'COMMITTEE_MANAGER',
  'TPM',
  'TMB_SEC',
  'TMB_MEMBER',
  'ISO_CS',
  'AUDITOR',
];

function answer(who: Principal, state: Agreement, command: string): Answer {
  const role = authorize(state, { type: command, payload: {} }, who);
  if (typeof role !== 'string') return role.refused === 'NOT_FOUND' ? 'NOT_FOUND' : 'FORBIDDEN';
  return admissible(state, command, role) === null ? 'OPEN' : 'CLOSED';
}

const commands = Object.keys(definitions).filter((c) => definitions[c]?.opens === undefined);

const anyGrant: fc.Arbitrary<Grant> = fc.record(
  {
    role: fc.constantFrom(...GRANTS),
    committees: fc.constantFrom<readonly number[] | 'ALL'>('ALL', [], [10], [20], [10, 20]),
    by: fc.record({
      delegation: fc.constant('D1'),
      person: fc.constant('away'),
      commands: fc.constantFrom<'ALL' | readonly string[]>('ALL', [], commands.slice(0, 40)),
    }),
  },
  { requiredKeys: ['role'] },
);
const anyone: fc.Arbitrary<Principal> = fc
  .record({
    person: fc.constantFrom('p1', 'p2', 'p3'),
    member: fc.constantFrom(null, LEAD, TWINNED, INVITED, OTHER),
    grants: fc.array(anyGrant, { maxLength: 3 }),
    stepUp: fc.boolean(),
    ended: fc.nat(9).map((n) => n === 0),
  })
  .map(({ ended, ...who }) =>
    ended ? { ...who, member: null, grants: [], former: true as const } : who,
  );
const anyState: fc.Arbitrary<Agreement> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    type: fc.constantFrom(...TWINNING_TYPES),
    lead: fc.constantFrom(null, LEAD),
    twinned: fc.constantFrom(null, TWINNED),
    committee: fc.constantFrom(null, ...COMMITTEES),
    open: fc.boolean(),
    nominee: fc.constantFrom('p1', 'p9'),
    signatory: fc.constantFrom('p2', 'p9'),
    appeal: fc.constantFrom(null, 'LODGED', 'DECIDED'),
    parent: fc.constantFrom(...COMMITTEES),
  })
  .map(({ status, open, nominee, signatory, appeal, parent, ...rest }) => {
    const state = stateIn(status, rest);
    return {
      ...state,
      proposal: {
        ...state.proposal,
        invitations: [{ id: 'I1', member: INVITED, open }],
        nominees: [{ side: 'LEAD', person: nominee }],
      },
      ending: {
        ...state.ending,
        appeals: appeal === null ? [] : [{ id: 'A1', level: 'TC', stage: appeal, parent }],
      },
      negotiation: { ...state.negotiation, signatories: [{ side: 'TWINNED', person: signatory }] },
    } as unknown as Agreement;
  });

describe('the policy', () => {
  it('names every command that the engine knows, with roles, and no other', () => {
    expect([...new Set(policyTable.map((row) => row.command))].sort()).toEqual(
      Object.keys(definitions).sort(),
    );
    expect(policyTable.filter((row) => row.roles.length === 0)).toEqual([]);
    expect(policyTable.filter((row) => !row.opens && row.statuses.length === 0)).toEqual([]);
  });

  it('says the same as the decider for every role, command, status and type', () => {
    const disagreements: string[] = [];
    for (const status of STATUSES) {
      for (const type of TWINNING_TYPES) {
        const state = stateIn(status, { type });
        for (const command of commands) {
          for (const role of ROLES) {
            const said = permits(role, command, status, type);
            if (said !== (admissible(state, command, role) === null)) {
              disagreements.push(`${role} ${command} ${status} ${type}`);
            }
          }
        }
      }
    }
    expect(disagreements).toEqual([]);
  });

  it('agrees with a second statement of it on 20 000 random people, agreements and commands', () => {
    fc.assert(
      fc.property(anyone, anyState, fc.constantFrom(...commands), (who, state, command) => {
        expect([answer(who, state, command), [...rolesOf(who, state)].sort()]).toEqual([
          modelAnswer(who, state, command),
          [...modelRoles(who, state)].sort(),
        ]);
      }),
      { numRuns: runs(20_000) },
    );
  });

  it('opens no term in force while no amendment lies on the table', () => {
    const open = (state: Agreement) =>
      admissible(state, 'ProposeTerms', 'LEAD_REP')?.refused ?? 'OPEN';
    const state = stateIn('ACTIVE');
    expect(open(state)).toBe('OPEN');
    const none = { ...state, negotiation: { ...state.negotiation, amending: null } };
    expect(open(none)).toBe('WRONG_STATUS');
    // What was refused before there were amendments is refused in the same words.
    expect(admissible(none, 'ProposeTerms', 'LEAD_REP')?.details).toEqual({
      status: 'ACTIVE',
      allowed: ['AGREEMENT_PENDING'],
    });
  });

  it('gives an auditor no command', () => {
    expect(policyTable.filter((row) => row.roles.includes('AUDITOR'))).toEqual([]);
  });

  it('never lets one command be issued by both partners through one body', () => {
    const state = stateIn('ACTIVE', { lead: LEAD, twinned: TWINNED });
    for (const member of [LEAD, TWINNED]) {
      const roles = rolesOf({ ...cast.lead, member }, state);
      expect(roles.includes('LEAD_REP') && roles.includes('TWINNED_REP')).toBe(false);
    }
  });

  it('knows the phases of every status, and the phase of a state is one of them', () => {
    for (const status of STATUSES) {
      expect(phasesOfStatus(status)).toContain(phaseOf(stateIn(status)));
    }
  });

  it('asks signatures and TMB decisions for a fresh proof', () => {
    const fresh = policyTable.filter((row) => row.stepUp).map((row) => row.command);
    // Whoever takes a vote back decides as much as who casts it: a command more or less here is a change of the policy.
    expect([...new Set(fresh)].sort()).toEqual([
      ...['AdmitAppeal', 'CastTmbVote', 'CloseTmbBallotEarly', 'DecideAppeal', 'DecideEscalation'],
      ...['RecordBodyDecision', 'RecordTmbDecision', 'SignAgreement', 'SignAmendment'],
      ...['WithdrawSignature', 'WithdrawTmbVote'],
    ]);
  });
});

describe('who reads what', () => {
  const state = stateIn('ACTIVE', { lead: LEAD, twinned: TWINNED, committee: 10 });
  const desk = (grant: Grant): Principal => ({ ...cast.tpm, person: 'x', grants: [grant] });

  it('shows a committee less than a partner, and an auditor everything', () => {
    const committee = sectionsFor(desk({ role: 'COMMITTEE_MANAGER', committees: [10] }), state);
    const partner = sectionsFor({ ...cast.lead, member: LEAD }, state);
    const auditor = sectionsFor(desk({ role: 'AUDITOR' }), state);
    expect(partner).toEqual(auditor);
    expect(committee).not.toContain('negotiation');
    expect(partner).toEqual(expect.arrayContaining([...committee]));
  });

  it('shows whoever may issue a command the part it belongs to, but for problems, which anybody named may raise', () => {
    const partOf = (command: string) =>
      SECTIONS.find((section) => Object.hasOwn(slices[phaseOfSection(section)].commands, command));
    const blind = policyTable.flatMap(({ command, roles }) => {
      const part = partOf(command);
      return roles
        .filter(
          (role) => part !== undefined && VIEWS[role].length > 0 && !VIEWS[role].includes(part),
        )
        .map((role) => `${role} ${command}`);
    });
    expect(blind).toEqual(['NOMINEE RaiseProblem', 'NOMINEE WithdrawProblem']);
  });

  it('shows a third body, a desk of another committee and a desk without committees nothing', () => {
    const strangers: readonly Principal[] = [
      { ...cast.lead, member: OTHER },
      { ...cast.lead, member: null },
      desk({ role: 'TPM', committees: [20] }),
      desk({ role: 'TPM' }),
      desk({ role: 'COMMITTEE_MANAGER', committees: [] }),
    ];
    expect(strangers.map((who) => canSee(who, state))).toEqual(strangers.map(() => false));
  });

  it('is the same as what stores filter by, on 20 000 random people and agreements', () => {
    fc.assert(
      fc.property(anyone, anyState, (who, seen) => {
        const { lead, twinned, committee, proposal, negotiation } = seen;
        const row = {
          lead,
          twinned,
          committee,
          parents: parentsInvolved(seen),
          invited: proposal.invitations.filter((i) => i.open).map((i) => i.member),
          people: [...proposal.nominees, ...negotiation.signatories].map((p) => p.person),
        };
        expect(isVisible(visibilityOf(who), row)).toBe(canSee(who, seen));
      }),
      { numRuns: runs(20_000) },
    );
  });

  it('does not take an agreement without partners for that of a body without a number', () => {
    const draft = stateIn('DRAFT');
    expect(canSee({ ...cast.lead, member: null }, draft)).toBe(false);
  });

  it('calls withheld what some role that sees the agreement does not read, and nothing else', () => {
    expect(SECTIONS.filter((section) => !isWithheld([section]))).toEqual(['request']);
    expect([isWithheld([]), isWithheld(['request', 'ending'])]).toEqual([false, true]);
  });
});
