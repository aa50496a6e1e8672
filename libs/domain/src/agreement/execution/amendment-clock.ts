import type { Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { SIDES } from '../../kernel/vocabulary.js';
import { writing } from '../negotiation/duties.js';
import { amendmentToSign } from '../negotiation/finished.js';
import { atTable } from '../negotiation/table.js';
import type { Amendment } from './state.js';

const signBy = (state: Agreement, amendment: Amendment) =>
  dueAfter(
    lastDayAfter.days(amendment.agreedAt, rulesOf(state).lifecycle_defaults.amendment_sign_days),
  );

/** The open amendment on whose text both have not agreed (again), and the last day of its rest. */
function unagreed(state: Agreement) {
  const { amending } = state.negotiation;
  if (state.stage !== 'FORCE' || amending === null) return null;
  if (amending.terms.frozen.AGREEMENT !== null) return null;
  const days = rulesOf(state).lifecycle_defaults.amendment_sign_days;
  const last = amending.terms.changedAt ?? amending.at;
  return { id: amending.id, by: dueAfter(lastDayAfter.days(last, days)) };
}

/** T40: an amendment that one side does not sign never takes effect, nor does one that nobody goes on writing. */
export function amendmentDeadlines(state: Agreement): readonly Deadline[] {
  if (state.stage !== 'FORCE') return [];
  const amendment = amendmentToSign(state);
  const resting = unagreed(state);
  const clock = {
    timer: 'T40',
    rank: RANK.SILENT_ENDING,
    whose: 'BOTH',
    clause: 'ST.5.5',
  } as const;
  return [
    ...(amendment === undefined
      ? []
      : [{ ...clock, step: 'expire', subject: amendment.id, ...signBy(state, amendment) }]),
    ...(resting === null ? [] : [{ ...clock, step: 'lapse', subject: resting.id, ...resting.by }]),
  ];
}

export const fireAmendment = (due: Deadline): readonly AgreementEvent[] => [
  event('AmendmentExpired', { id: due.subject }),
];

export const amendmentDuties = (state: Agreement): readonly Duty[] => {
  const amendment = amendmentToSign(state);
  const resting = unagreed(state);
  if (resting !== null) {
    return SIDES.flatMap((side) => writing(atTable(state), side, resting.by.due));
  }
  if (state.stage !== 'FORCE' || amendment === undefined) return [];
  return SIDES.filter((side) => !amendment.signed.some((s) => s.side === side)).map((side) => ({
    id: `amendment:${amendment.id}:${side}`,
    desk: side,
    commands: ['SignAmendment'],
    since: amendment.agreedAt,
    due: signBy(state, amendment).due,
    clause: 'ST.5.5',
  }));
};
