import type { Day } from '../calendar/day.js';
import type { MappedOn } from '../agreement/execution/state.js';
import type { TwinningType } from './vocabulary.js';

/**
 * What a decision reads from outside the agreement's own stream: registry, participation, other agreements. Plain
 * JSON, loaded in the deciding transaction and recorded with the events, so that the decision can be made again.
 */
export interface Facts {
  /** By member id. A member that the registry does not know is absent. */
  readonly members: Readonly<Record<string, MemberFacts>>;
  readonly committee: CommitteeFacts | null;
  /** Agreements of the same ordered pair, type, committee and WG that have been in force (OQ-7). */
  readonly previousRuns: readonly PreviousRun[];
  readonly workingGroup: WorkingGroupFacts | null;
  /** Agreements that have ended and whose roles in the same place are still in the Global Directory; when asked for. */
  readonly rolesLeft?: readonly string[];
  /** The bodies that sit on the TMB: those whose people the Central Secretariat gave its seats; when asked for. */
  readonly tmbBodies?: readonly number[];
  /** The files that a command names, by their hash: how they were filed to this agreement. */
  readonly papers?: Readonly<Record<string, PaperFacts>>;
}

export interface PaperFacts {
  /** Empty when nobody filed it to this agreement. */
  readonly filed: readonly FiledPaper[];
  /** Gone with the person whom it told of. */
  readonly destroyed: boolean;
}

export interface FiledPaper {
  /** As what it was filed; `PaperKind` for those that are of one body. */
  readonly purpose: string;
  /** The body that filed it; null for a desk. */
  readonly member: number | null;
}

export interface MemberFacts {
  readonly id: number;
  readonly acronym: string;
  readonly active: boolean;
  readonly category: 'FULL' | 'CORRESPONDENT' | 'SUBSCRIBER' | 'UNKNOWN';
  readonly newRights: boolean;
  /** Status in the agreement's committee. */
  readonly status: 'P' | 'O' | null;
  readonly statusSince: Day | null;
  /** Earliest day on which a downgraded body may be P again (DIR 1.7.4); null when no bar runs. */
  readonly barredUntil: Day | null;
  readonly pMemberships: number;
  readonly secretariats: number;
  /** Unknown from open data: then the result is UNKNOWN and an own statement is asked for. */
  readonly chairsOrConvenors: number | null;
  readonly openAsLead: number;
  readonly openAsTwinned: number;
}

export interface CommitteeFacts {
  readonly id: number;
  readonly reference: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'STANDBY' | 'DISSOLVED';
  readonly parentId: number | null;
  readonly secretariat: number | null;
  /** ISO/IEC JTC 1 and its subcommittees: supplement of their own (lifecycle.md E). */
  readonly joint: boolean;
  /** The sitting chair and chair elect, when recorded. */
  readonly chairs: readonly {
    readonly person: string;
    readonly member: number;
    readonly termEnd: Day;
  }[];
  /** First days of the committee's known plenaries. */
  readonly plenaries: readonly { readonly from: Day; readonly to: Day }[];
}

export interface WorkingGroupFacts {
  readonly ref: string;
  readonly disbanded: boolean;
  readonly joint: boolean;
  readonly convenor: { readonly person: string; readonly member: number } | null;
}

export interface PreviousRun {
  readonly agreement: string;
  readonly type: TwinningType;
  readonly ending: 'EXPIRED' | 'TERMINATED' | 'TERMINATED_IN_WINDOW' | 'CANCELLED';
  readonly start: Day;
  readonly end: Day;
}

export const NO_FACTS: Facts = {
  members: {},
  committee: null,
  previousRuns: [],
  workingGroup: null,
};

/** Which facts and claims a decision needs; asked before it is made, loaded in its transaction. */
export interface Needs {
  readonly members: readonly number[];
  readonly committee: number | null;
  readonly workingGroup: string | null;
  readonly claims: readonly string[];
  /** Claims whose former holders may still have roles in the Global Directory. */
  readonly rolesLeftIn?: readonly string[];
  /** Who sits on the TMB. */
  readonly tmbBodies?: true;
  /** Hashes of the files that the command names. */
  readonly papers?: readonly string[];
  readonly previousRunsOf: {
    readonly lead: number;
    readonly twinned: number;
    readonly type: TwinningType;
    readonly committee: number;
    readonly workingGroup: string | null;
    /** Ids that were mapped on in this agreement: what ran under the old ones counts. */
    readonly mappedOn: readonly MappedOn[];
  } | null;
}

/** Who holds a claim that crosses agreements (G6). */
export interface ClaimHolder {
  readonly agreement: string;
  readonly member: number | null;
  readonly end: Day | null;
  /** Its lead and twinned partner by their acronyms, for the refusal. */
  readonly bodies?: string;
}
export type Claims = Readonly<Record<string, ClaimHolder>>;
