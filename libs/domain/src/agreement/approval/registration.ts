import { addMonths } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { subtractBusinessDays } from '../../calendar/business-days.js';
import { command } from '../../kernel/definition.js';
import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { event } from '../../kernel/events.js';
import { choice, date, object, optional } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { claimKeysOf, claimsAreFree } from '../guards/claims.js';
import { nomineesReady } from '../guards/nominees.js';
import { memberMayTwin } from '../guards/pair.js';
import { prerequisites, recordedBreaks } from '../guards/prerequisites.js';
import { notARenewal } from '../guards/renewal.js';
import { subjectIsActive } from '../guards/subject.js';
import { openNegotiation } from '../negotiation/open.js';
import { committeeNotified } from './informed.js';

/** Every hard guard of registration that fails (G1–G3, what is on record of them, G6, G7, G10, G11, G13), in order. */
export const registrationRefusals = (
  state: Agreement,
  ctx: Pick<Context, 'facts' | 'claims'>,
): readonly Refusal[] =>
  [
    ...[state.lead, state.twinned].map((member) =>
      member === null
        ? refuse('PARTNER_NOT_CONFIRMED', 'ST.5.4')
        : memberMayTwin(ctx.facts, member, state.type),
    ),
    subjectIsActive(state, ctx.facts),
    ...prerequisites(state, ctx.facts, 'REGISTRATION'),
    ...recordedBreaks(state),
    claimsAreFree(state, ctx.claims),
    notARenewal(state, ctx.facts),
    nomineesReady(state),
  ].filter((r) => r !== null);

export const RegisterInGD = command({
  clause: 'ST.5.5',
  allowed: [
    { roles: ['TPM', 'ISO_CS'], in: ['APPROVED'], types: ['P_MEMBER', 'CONVENOR'] },
    { roles: ['TMB_SEC', 'ISO_CS'], in: ['APPROVED'], types: ['CHAIR', 'SECRETARIAT'] },
  ],
  shape: object({ registeredOn: optional(date()), language: optional(choice('en', 'fr')) }),
  open: (state, ctx) => firstRefusal(...registrationRefusals(state, ctx)),
  decide(state, { registeredOn = undefined, language }, ctx) {
    const on = registeredOn ?? ctx.today;
    const { registration_backdate_business_days, holidays } = rulesOf(state).lifecycle_defaults;
    const { approvedAt } = state.approval;
    const earliest = subtractBusinessDays(ctx.today, registration_backdate_business_days, holidays);
    const wrong = firstRefusal(
      ...registrationRefusals(state, ctx),
      on > ctx.today || on < earliest || (approvedAt !== null && on < dayAt(approvedAt))
        ? refuse('BACKDATED', 'ST.5.5', { registeredOn: on, earliest })
        : null,
    );
    if (wrong) return wrong;
    const months = rulesOf(state).duration.agreement_due_months_after_registration.value;
    return [
      event('ArrangementRegisteredInGd', {
        registeredOn: on,
        agreementDueOn: addMonths(on, months),
        claims: claimKeysOf(state),
      }),
      committeeNotified('REGISTRATION'),
      openNegotiation(state, language ?? 'en', ctx.hash),
    ];
  },
});
