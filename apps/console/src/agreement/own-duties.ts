import { sideOf, type AgreementAnswer } from './model.js';

type Duty = AgreementAnswer['duties'][number];

/**
 * Whether somebody of this body may owe the move. The same command is often open to both partners: what one owes is no
 * task of the other, who would make a proposal of its own.
 */
export function mayOwe(duty: Duty, agreement: AgreementAnswer, member: number | null): boolean {
  const side = sideOf(agreement, member);
  switch (duty.desk) {
    case 'LEAD':
    case 'TWINNED':
      return duty.desk === side;
    case 'BOTH':
      return side !== null;
    case 'INITIATOR':
      return agreement.initiator === side;
    default:
      return true;
  }
}
