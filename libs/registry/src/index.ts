export * from './schema.js';
export * from './migrate.js';
export {
  committeeFact,
  committeeKnownSince,
  dayText,
  experience,
  memberFact,
  membershipHistory,
  membershipStatus,
  pMemberOf,
  type CommitteeFact,
  type Experience,
  type MemberFact,
  type MembershipPeriod,
} from './facts.js';
export * from './histories.js';
export {
  activeOn,
  membersInCommittee,
  type MemberActivity,
  type MemberInCommittee,
} from './member-facts.js';
export { readCsv, type CsvRow, type CsvTable } from './csv.js';
export * from './search.js';
export { describeBadRow, type BadRow, type BadRowReason } from './bad-row.js';
export * from './snapshot/changes.js';
export type { CommitteeRow } from './snapshot/committee-row.js';
export type { Coverage, MemberRenamed } from './snapshot/compare.js';
export type { SnapshotFormat } from './snapshot/formats.js';
export {
  importCommittees,
  type CommitteeImport,
  type CommitteeImportOptions,
  type ImportProgress,
  type ImportRefusal,
  type ImportSummary,
} from './snapshot/import-committees.js';
export { describeImportRefusal } from './refusal-text.js';
export { parseCommittees, type Snapshot, type TextSource } from './snapshot/parse.js';
export {
  importMembers,
  type MemberImport,
  type MemberChange,
  type MemberImportOptions,
} from './members/import-members.js';
export { parseMembers, type MemberFile, type MemberWarning } from './members/parse-members.js';
export {
  ATTRIBUTION,
  loadReferenceSet,
  REFERENCE_DATE,
  referenceSet,
  type ReferenceOptions,
} from './reference/reference-set.js';
export { leadFacts, type LeadFacts } from './matching.js';
