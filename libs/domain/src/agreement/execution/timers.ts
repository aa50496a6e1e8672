import type { Context } from '../../kernel/decision.js';
import type { Duty } from '../../kernel/definition.js';
import type { AgreementEvent } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import { later, type Deadline } from '../../kernel/timers.js';
import { resolveAnswered } from '../oversight/escalate.js';
import { amendmentDeadlines, amendmentDuties, fireAmendment } from './amendment-clock.js';
import { cadenceDeadlines, cadenceDuties, fireCadence } from './cadence.js';
import { fireImpossibility, impossibilityDeadlines, impossibilityDuties } from './endings.js';
import { fireNominee, nomineeDeadlines, nomineeDuties, settleNominees } from './nominees.js';
import { fireNotice, noticeDeadlines } from './notice.js';
import { firePause, pauseDeadlines, pauseDuties } from './pause.js';
import {
  claimDuties,
  firePrerequisite,
  prerequisiteDeadlines,
  prerequisiteDuties,
  settlePrerequisites,
} from './prerequisites.js';
import { fireSuccession, successionDeadlines, successionDuties } from './succession.js';
import { fireNomineeTerm, nomineeTermDuties, nomineeTermDeadlines } from './terms.js';
import { fireTerm, settleTerm, termDeadlines } from './window.js';

const all = (state: Agreement): readonly Deadline[] => [
  ...cadenceDeadlines(state),
  ...prerequisiteDeadlines(state),
  ...pauseDeadlines(state),
  ...nomineeDeadlines(state),
  ...nomineeTermDeadlines(state),
  ...noticeDeadlines(state),
  ...amendmentDeadlines(state),
  ...successionDeadlines(state),
  ...impossibilityDeadlines(state),
  ...termDeadlines(state),
];

/** After a reinstatement nothing is due before it: what would have been is due at that instant (D20). */
export function executionDeadlines(state: Agreement): readonly Deadline[] {
  const { reinstatedAt } = state.oversight;
  return reinstatedAt === null
    ? all(state)
    : all(state).map((d) => ({ ...d, due: later(d.due, reinstatedAt) }));
}

export function fireExecution(
  state: Agreement,
  due: Deadline,
  ctx: Context,
): readonly AgreementEvent[] {
  switch (due.timer) {
    case 'T25':
      return fireCadence(state, due);
    case 'T32':
    case 'T35':
      return firePrerequisite(state, due);
    case 'T33':
      return firePause(state, due);
    case 'T36':
      return fireNominee(state, due);
    case 'T37':
    case 'T38':
      return fireNomineeTerm(state, due, ctx);
    case 'T39':
      return fireNotice(state, due);
    case 'T40':
      return fireAmendment(due);
    case 'T41':
      return due.step === 'attest' ? fireSuccession(state, due) : fireImpossibility(state, due);
    default:
      return fireTerm(state, due);
  }
}

export const executionDuties = (state: Agreement): readonly Duty[] => [
  ...cadenceDuties(state),
  ...prerequisiteDuties(state),
  ...claimDuties(state),
  ...pauseDuties(state),
  ...nomineeDuties(state),
  ...nomineeTermDuties(state),
  ...amendmentDuties(state),
  ...successionDuties(state),
  ...impossibilityDuties(state),
];

export const settleExecution = (state: Agreement, ctx: Context): readonly AgreementEvent[] => [
  ...settlePrerequisites(state, ctx),
  ...settleNominees(state),
  ...settleTerm(state, ctx),
  ...resolveAnswered(state, impossibilityDeadlines, 'T41'),
];
