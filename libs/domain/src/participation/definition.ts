import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/zurich.js';
import type { Refusal } from '../kernel/decision.js';
import type { MemberFacts } from '../kernel/facts.js';
import type { Infer, Schema } from '../kernel/schema.js';
import type { ParticipationEvent } from './events.js';
import type { Participation } from './state.js';

/** Who issues participation commands; `OWN_REP` and `OWN_MBUA` act for their own body only. */
export type ParticipationRole =
  | 'COMMITTEE_MANAGER'
  | 'ISO_CS'
  | 'REGISTRY'
  | 'OWN_REP'
  | 'OWN_MBUA'
  | 'SYSTEM';

export interface ParticipationContext {
  readonly now: Instant;
  /** The civil date of `now` in Europe/Zurich. */
  readonly today: Day;
  readonly role: ParticipationRole;
  /** The member body the caller acts for; null for ISO desks and the system. */
  readonly actingFor: number | null;
  /** Category of the body, as the registry has it; null when it is not known. */
  readonly body: Pick<MemberFacts, 'category' | 'newRights'> | null;
}

export interface ParticipationCommand<P> {
  readonly clause: string;
  readonly roles: readonly ParticipationRole[];
  readonly shape: Schema<P>;
  readonly decide: (
    state: Participation,
    payload: P,
    ctx: ParticipationContext,
  ) => readonly ParticipationEvent[] | Refusal;
}

/** A definition whose payload type is known only to its own `shape`. */
export type AnyParticipationCommand = ParticipationCommand<unknown>;

export const participationCommand = <S extends Schema<unknown>>(
  definition: Omit<ParticipationCommand<Infer<S>>, 'shape'> & { readonly shape: S },
): AnyParticipationCommand => definition as unknown as AnyParticipationCommand;
