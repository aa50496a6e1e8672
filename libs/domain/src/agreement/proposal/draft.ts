import { command } from '../../kernel/definition.js';
import { firstRefusal, refuse, type Refusal } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { papersIn } from '../../kernel/papers.js';
import { choice, id, list, nullable, object, optional, text } from '../../kernel/schema.js';
import { memberOn, sideOf, type Agreement } from '../../kernel/state.js';
import { PARTNERS, TWINNING_TYPES, otherSide } from '../../kernel/vocabulary.js';
import { DEFAULT_RULESET, RULESET_IDS } from '../../rulesets/index.js';
import { eligibility, toJustify } from '../guards/eligibility.js';
import { memberMayTwin } from '../guards/pair.js';
import { committeeKnown, workingGroupFits } from '../guards/subject.js';
import { sameWorkingGroup, workingGroupName } from '../guards/working-group.js';
import {
  editShape,
  requestContent,
  type Edit,
  type NamedPerson,
  type RequestForm,
} from './form.js';
import { evolveProposal } from './evolve.js';

export const StartDraft = command({
  clause: 'ST.5.2',
  opens: true,
  allowed: [{ roles: ['NSB_REP'], in: ['DRAFT'] }],
  shape: object({
    side: choice('LEAD', 'TWINNED'),
    type: choice(...TWINNING_TYPES),
    committee: optional(nullable(id())),
    workingGroup: optional(nullable(text(40))),
    ruleset: optional(choice(...RULESET_IDS)),
  }),
  needs: (_, { committee, workingGroup }) => ({
    committee: committee ?? null,
    workingGroup: workingGroupName(workingGroup ?? null),
  }),
  decide(_, { side, type, committee = null, workingGroup: named = null, ruleset }, ctx) {
    const { member } = ctx.actor;
    const workingGroup = workingGroupName(named);
    if (member === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    return (
      firstRefusal(
        memberMayTwin(ctx.facts, member, type),
        committeeKnown(committee, ctx.facts),
        workingGroupFits(type, workingGroup, ctx.facts),
      ) ?? [
        event('TwinningDraftStarted', {
          side,
          member,
          type,
          committee,
          workingGroup,
          ruleset: ruleset ?? DEFAULT_RULESET,
        }),
      ]
    );
  },
});

const isNamed = (state: Agreement, n: Pick<NamedPerson, 'side' | 'person' | 'cv'>): boolean =>
  state.proposal.nominees.some((s) => s.side === n.side && s.person === n.person && s.cv === n.cv);

// Each side writes its own statement and names its own people; the rest of the form belongs to both.
function notOwnPart(state: Agreement, edit: Edit, member: number | null): Refusal | null {
  const side = sideOf(state, member);
  const other = side === 'LEAD' ? ['need', 'twinnedContact'] : ['competence', 'leadContact'];
  const field = Object.keys(edit).find((key) => other.includes(key));
  if (field !== undefined) return refuse('PROXY_FORBIDDEN', 'ST.5.4', { field });
  const foreign = edit.nominees?.find((n) => n.side !== side && !isNamed(state, n));
  return foreign === undefined ? null : refuse('PROXY_FORBIDDEN', 'ST.5.4', { field: 'nominees' });
}

/** Another spelling of the same group is no other subject. */
const groupAfter = (state: Agreement, { workingGroup }: Edit): string | null =>
  workingGroup === undefined || sameWorkingGroup(workingGroup, state.workingGroup)
    ? state.workingGroup
    : workingGroupName(workingGroup);

const subjectAfter = (state: Agreement, edit: Edit) => ({
  type: edit.type ?? state.type,
  committee: edit.committee === undefined ? state.committee : edit.committee,
  workingGroup: groupAfter(state, edit),
  initiatorSide: edit.initiatorSide ?? state.initiator,
});

const sameSubject = (state: Agreement, after: ReturnType<typeof subjectAfter>): boolean =>
  after.type === state.type &&
  after.committee === state.committee &&
  after.workingGroup === state.workingGroup &&
  after.initiatorSide === state.initiator;

function formAfter(form: RequestForm, edit: Edit): RequestForm {
  const given = Object.entries(edit).filter(
    ([key, value]) => Object.hasOwn(form, key) && value !== undefined,
  );
  return { ...form, ...(Object.fromEntries(given) as Partial<RequestForm>) };
}

export const EditRequest = command({
  clause: 'ST.5.4',
  allowed: [{ roles: PARTNERS, in: ['DRAFT', 'RETURNED'] }],
  shape: editShape,
  papers: (state, { nominees = [] }) => {
    const anew = nominees.filter((n) => !isNamed(state, n));
    return papersIn(
      'cv',
      anew.map(({ cv }) => cv),
      'CV',
    );
  },
  needs: (state, edit) => ({
    committee: edit.committee === undefined ? state.committee : edit.committee,
    workingGroup: groupAfter(state, edit),
  }),
  known: (state, ctx) => ({
    check: [
      ...new Set([
        ...toJustify(eligibility(state, ctx.facts, ctx.claims)),
        ...state.proposal.form.justifications.map(({ check }) => check),
      ]),
    ],
  }),
  decide(state, edit, ctx) {
    const subject = subjectAfter(state, edit);
    const changed = !sameSubject(state, subject);
    const side = sideOf(state, ctx.actor.member);
    const owner = memberOn(state, state.initiator);
    const wrong = firstRefusal(
      notOwnPart(state, edit, ctx.actor.member),
      changed && state.approval.submissions > 0 ? refuse('FROZEN_AFTER_SUBMISSION', 'OQ-18') : null,
      committeeKnown(subject.committee, ctx.facts),
      changed ? workingGroupFits(subject.type, subject.workingGroup, ctx.facts) : null,
      changed && owner !== null ? memberMayTwin(ctx.facts, owner, subject.type) : null,
    );
    if (wrong) return wrong;
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const form = formAfter(state.proposal.form, edit);
    const nominees = (edit.nominees ?? state.proposal.nominees).map((n) => ({
      side: n.side,
      person: n.person,
      cv: n.cv,
      delegate: n.delegate,
      categoryC: n.categoryC,
    }));
    const payload = { side, hash: '', form, nominees, subject };
    const after = evolveProposal.RequestEdited(state, payload, ctx.now);
    const hash = ctx.hash(requestContent(after));
    if (hash === ctx.hash(requestContent(state)) && !changed) return [];
    return [
      event('RequestEdited', { ...payload, hash }),
      ...(changed && state.stage === 'DRAFT' ? closeInvitations(state) : []),
    ];
  },
});

const closeInvitations = (state: Agreement): readonly AgreementEvent[] =>
  state.proposal.invitations
    .filter((i) => i.open)
    .map((i) =>
      event('InvitationClosed', { id: i.id, member: i.member, reason: 'SUBJECT_CHANGED' }),
    );

export const RecordSelfAssessment = command({
  clause: 'ST.5.2',
  allowed: [{ roles: PARTNERS, in: ['DRAFT', 'RETURNED'] }],
  shape: object({
    part: choice('NEED', 'RESOURCES'),
    answers: list(object({ question: text(200), answer: text(4000) }), 1, 40),
  }),
  decide(state, { part, answers }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null || (part === 'NEED' && side === otherSide('TWINNED'))) {
      return refuse('PROXY_FORBIDDEN', 'ST.5.2', { part });
    }
    const known = state.proposal.selfAssessments.find((a) => a.side === side && a.part === part);
    if (known !== undefined && ctx.hash(known.answers) === ctx.hash(answers)) return [];
    return [event('SelfAssessmentRecorded', { side, part, answers })];
  },
});
