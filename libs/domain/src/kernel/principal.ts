import type { Role } from './vocabulary.js';

/** What a person may act as, before any agreement is looked at; `committees` limits TPM and committee manager. */
export interface Grant {
  readonly role:
    | 'NSB_REP'
    | 'MBUA'
    | 'COMMITTEE_MANAGER'
    | 'TPM'
    | 'TMB_SEC'
    | 'TMB_MEMBER'
    | 'ISO_CS'
    | 'AUDITOR'
    | 'REGISTRY'
    | 'SYSTEM';
  readonly committees?: readonly number[] | 'ALL';
  /** Absent: held in one's own right. Never taken from a token: only the records of the body delegate. */
  readonly by?: DelegatedBy;
}

/** Whose role it is, by which delegation, and for which kinds of command. */
export interface DelegatedBy {
  readonly delegation: string;
  readonly person: string;
  readonly commands: 'ALL' | readonly string[];
}

/** Whether a grant is for more than some kinds of command: held in one's own right, or delegated for all. */
export const isForAll = ({ by }: Grant): boolean => by === undefined || by.commands === 'ALL';

/** The authenticated caller: a person reference, the member body they act for (null for ISO desks), their grants. */
export interface Principal {
  readonly person: string;
  readonly member: number | null;
  readonly grants: readonly Grant[];
  /** Their own body has ended them: what an agreement names them for is over too. Never taken from a token. */
  readonly former?: true;
  /** Their token names two seats (rules 5.1), so that none of its roles counts. Never taken from a token. */
  readonly twoSeats?: true;
  /** The session proved the person again recently enough for signing and TMB decisions. */
  readonly stepUp: boolean;
}

/** Who acted, as written into the envelope: a reference, never a name. */
export interface Actor {
  readonly person: string | null;
  readonly role: Role;
  readonly member: number | null;
}

export const SYSTEM: Principal = {
  person: 'system',
  member: null,
  grants: [{ role: 'SYSTEM' }],
  stepUp: false,
};
export const REGISTRY: Principal = {
  person: 'registry',
  member: null,
  grants: [{ role: 'REGISTRY' }],
  stepUp: false,
};
