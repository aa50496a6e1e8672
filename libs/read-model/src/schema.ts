import type { ColumnType, Generated } from 'kysely';
import type { ParticipationTable } from './participation.js';
import type { DelegationTable, PersonTable, StaffTable } from './people.js';

/** Tables of the schema `read`: derived from the log, disposable, rebuilt by one command. Days are `YYYY-MM-DD`. */
export interface ReadDatabase {
  'read.stream_state': StreamStateTable;
  'read.agreement': AgreementTable;
  'read.duty': DutyTable;
  'read.deadline': DeadlineTable;
  'read.claim': ClaimTable;
  'read.escalation': EscalationTable;
  'read.appealable': AppealableTable;
  'read.participation': ParticipationTable;
  'read.staff': StaffTable;
  'read.person': PersonTable;
  'read.delegation': DelegationTable;
}

type Jsonb<T> = ColumnType<T, string, string>;
type Timestamp = ColumnType<Date, string, string>;

export interface StreamStateTable {
  agreement: string;
  version: number;
  state: Jsonb<unknown>;
  /** Build that folded it; null where it named none. */
  build: string | null;
}

export interface AgreementTable {
  agreement: string;
  version: number;
  status: string;
  phase: string;
  type: string;
  lead: number | null;
  twinned: number | null;
  committee: number | null;
  working_group: string | null;
  ruleset: string;
  /** Bodies with an open invitation: they may see the draft. */
  invited: number[];
  /** Nominees and signatories: they see the agreement that names them. */
  people: string[];
  /** Parent committees that have a say now: their managers see it. */
  parents: number[];
  start_day: string | null;
  end_day: string | null;
  next_deadline: Timestamp | null;
  next_timer: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  ordinal: Generated<number>;
}

export interface DutyTable {
  agreement: string;
  id: string;
  desk: string;
  /** The member body that owes the move; null for ISO desks. */
  member: number | null;
  committee: number | null;
  commands: string[];
  clause: string;
  since: Timestamp;
  due: Timestamp | null;
}

export interface DeadlineTable {
  agreement: string;
  key: string;
  timer: string;
  step: string;
  subject: string;
  due: Timestamp;
  last_day: string | null;
  whose: string;
  clause: string;
}

export interface ClaimTable {
  key: string;
  agreement: string;
  member: number | null;
  end_day: string | null;
}

/** Agreements in which a body that is no party appeals or may appeal. */
export interface AppealableTable {
  agreement: string;
  committee: number;
  /** For every P-member of the committee; otherwise for those that have appealed. */
  is_open: boolean;
  appellants: number[];
  /** Day of the latest decision; null while the committee still decides on the request. */
  decided_on: string | null;
}

/** Open items of the escalation ladder. */
export interface EscalationTable {
  agreement: string;
  id: string;
  level: string;
  trigger: string;
  owner: string;
  since: Timestamp;
}
