import { dayAt, instant, type Instant } from '../calendar/zurich.js';
import { isRefusal, type Refusal } from '../kernel/decision.js';
import { decideParticipation, fireNextParticipation, type ParticipationOutcome } from './decide.js';
import type { ParticipationContext, ParticipationRole } from './definition.js';
import type { RecordedParticipationEvent } from './events.js';
import { noParticipation, type Participation } from './state.js';

const MEMBER = 1725;

/** One member in one committee in time: due timers are applied first. */
export class Membership {
  state: Participation = noParticipation('annex-st-2020');
  now: Instant = instant('2027-01-04T09:00:00Z');
  body: ParticipationContext['body'] = { category: 'FULL', newRights: false };
  readonly history: RecordedParticipationEvent[] = [];

  constructor(status: 'P' | 'O' = 'P') {
    this.does('REGISTRY', 'OpenParticipation', { member: MEMBER, committee: 47858 });
    this.does('REGISTRY', 'RecordRegistryStatus', { status, since: '2027-01-04' });
  }

  until(at: string): this {
    this.now = instant(`${at}T09:00:00Z`);
    for (let next = fireNextParticipation(this.state, this.now); next; ) {
      this.take(next, next.deadline.due);
      next = fireNextParticipation(this.state, this.now);
    }
    return this;
  }

  private take({ events, state }: ParticipationOutcome, at: Instant): void {
    this.history.push(...events.map((e) => ({ ...e, at })));
    this.state = state;
  }

  ask(
    role: ParticipationRole,
    type: string,
    payload: object = {},
    actingFor: number | null = MEMBER,
  ) {
    const { now, body } = this;
    const own = role === 'OWN_REP' || role === 'OWN_MBUA' ? actingFor : null;
    const ctx = { now, today: dayAt(now), role, actingFor: own, body };
    return decideParticipation(this.state, { type, payload }, ctx);
  }

  does(role: ParticipationRole, type: string, payload: object = {}): readonly string[] {
    const outcome = this.ask(role, type, payload);
    if (isRefusal(outcome)) throw new Error(`${type} refused: ${outcome.refused}`);
    this.take(outcome, this.now);
    return outcome.events.map((e) => e.type);
  }

  refuses(role: ParticipationRole, type: string, payload: object = {}): Refusal {
    const outcome = this.ask(role, type, payload);
    if (isRefusal(outcome)) return outcome;
    throw new Error(`${type} accepted`);
  }

  /** `EarlyWarningRaised 2027-03-11`: what was recorded of this type and the day of it. */
  dated(type: string): readonly string[] {
    return this.history.filter((e) => e.type === type).map((e) => `${type} ${dayAt(e.at)}`);
  }
}

export const ballot = (id: string, kind: string, closesOn: string) => ({
  ballot: id,
  kind,
  closesOn,
  guide: false,
  reference: `N ${id}`,
});

/** A P-member that missed an FDIS and was reminded on 15 March 2027. */
export function reminded(): Membership {
  const m = new Membership();
  m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
  m.until('2027-03-15');
  m.does('ISO_CS', 'SendStatusReminder', { rule: 'PM-10' });
  return m;
}

/** A P-member that missed three of ten internal ballots of 2027 and was reminded on 10 January 2028. */
export function remindedOfCibs(): Membership {
  const m = new Membership();
  for (let i = 0; i < 10; i += 1) {
    const id = `C${String(i)}`;
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot(id, 'CIB', `2027-04-${String(10 + i)}`));
    if (i > 2) m.does('OWN_REP', 'RecordVoteFact', { ballot: id, choice: 'ABSTAIN' });
  }
  m.until('2028-01-05');
  m.does('COMMITTEE_MANAGER', 'NotifySecretaryGeneral', { rule: 'PM-8(b)' });
  m.until('2028-01-10');
  m.does('ISO_CS', 'SendStatusReminder', { rule: 'PM-8(b)' });
  return m;
}
