import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/zurich.js';
import type { Grant } from '../kernel/principal.js';

/** The number under which the desks of ISO itself administer their people. */
export const ISO_DESKS = 0;

export type PersonState = 'INVITED' | 'ACTIVE' | 'ENDED';

/** Who gives a role: the administrator of the body, or the Central Secretariat for what is not a body's own to give. */
export type Giver = 'ADMINISTRATOR' | 'CENTRAL';

/** A person of a body: a reference, never a name. */
export interface StaffPerson {
  readonly person: string;
  readonly state: PersonState;
  readonly grants: readonly Grant[];
  readonly since: Instant;
  /** They have once said yes to this body. */
  readonly accepted?: true;
  /** Who has invited, changed or ended them; absent in what earlier builds folded. */
  readonly by?: readonly Giver[];
}

/** For some days one person may do what another may (rules.md 5.1 [D]). */
export interface Delegation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The role as its holder has it. */
  readonly grant: Grant;
  /** Kinds of command that it covers. */
  readonly commands: 'ALL' | readonly string[];
  /** First and last day, both inclusive, in Europe/Zurich. */
  readonly start: Day;
  readonly end: Day;
  readonly reason: DelegationReason;
}

export type DelegationReason = 'DELEGATION' | 'ABSENCE';

/** The people of one body (or of the ISO desks) as its stream `people/<body>` has them: plain JSON. */
export interface Staff {
  readonly body: number;
  readonly version: number;
  readonly people: Readonly<Record<string, StaffPerson>>;
  /** Those that have not been ended; a period that is over needs no event. */
  readonly delegations: readonly Delegation[];
  /** How many there ever were: the next one's number. */
  readonly numbered: number;
}

export const noStaff = (body: number): Staff => ({
  body,
  version: 0,
  people: {},
  delegations: [],
  numbered: 0,
});
