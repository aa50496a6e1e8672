import type { ColumnType, Generated } from 'kysely';

/**
 * Tables of the schema `registry`. A row with a validity holds from `valid_from` (first day) until `valid_to` (first
 * day it no longer holds; null while it does). Select days with `dayText`: they are text (`YYYY-MM-DD`) everywhere.
 */
export interface RegistryDatabase {
  'registry.snapshot': SnapshotTable;
  'registry.member': MemberTable;
  'registry.member_name': MemberNameTable;
  'registry.member_standing': MemberStandingTable;
  'registry.committee': CommitteeTable;
  'registry.committee_fact': CommitteeFactTable;
  'registry.membership': MembershipTable;
}

type Day = ColumnType<string, string, string>;

export type CommitteeStatus = 'ACTIVE' | 'SUSPENDED' | 'STANDBY' | 'DISSOLVED';
export type MemberCategory = 'FULL' | 'CORRESPONDENT' | 'SUBSCRIBER' | 'UNKNOWN';
/** P: participating member, O: observing member of a committee (DIR 1.7). */
export type MembershipStatus = 'P' | 'O';

/** One import that was taken in. The highest id is the revision of the registry. */
export interface SnapshotTable {
  id: Generated<number>;
  date: Day;
  kind: 'COMMITTEES' | 'MEMBERS';
  /** False for an extract: what it does not list, it says nothing about. */
  complete: boolean;
  imported_at: ColumnType<Date, never, never>;
}

export interface MemberTable {
  id: number;
  /** Acronym and country of today, for lists; as of a date, ask `member_name` and `member_standing`. */
  acronym: string;
  country: string | null;
  /** Folded words of acronym and country (`fold`). */
  search: string;
  /** Counts published elsewhere, used until a complete snapshot can be counted. */
  stated_p_memberships: number | null;
  stated_secretariats: number | null;
}

export interface MemberNameTable {
  member: number;
  acronym: string;
  valid_from: Day;
  valid_to: Day | null;
}

export interface MemberStandingTable {
  member: number;
  country: string | null;
  /** ISO 3166-1, two letters. */
  alpha2: string | null;
  category: MemberCategory;
  /** Takes part in the New Rights programme: may act as P-member although not a full member (ST.3). */
  new_rights: boolean;
  /** False once the ISO membership has ended. */
  active: boolean;
  /** Why an unknown category was taken in. */
  justification: string | null;
  valid_from: Day;
  valid_to: Day | null;
}

export interface CommitteeTable {
  id: number;
  created_on: Day | null;
  /** Date of the newest snapshot that listed the committee or showed it gone. */
  confirmed_on: Day;
  /** False while only some of its members are known (an extract). */
  complete: boolean;
  /** Folded words of reference and titles (`fold`). */
  search: string;
}

export interface CommitteeFactTable {
  committee: number;
  reference: string;
  status: CommitteeStatus;
  parent: number | null;
  secretariat: number | null;
  joint: boolean;
  title_en: string;
  title_fr: string | null;
  valid_from: Day;
  valid_to: Day | null;
}

export interface MembershipTable {
  committee: number;
  member: number;
  status: MembershipStatus;
  valid_from: Day;
  valid_to: Day | null;
}
