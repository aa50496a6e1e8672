import { read, unreadable, type Reading } from '../bad-row.js';
import {
  readId,
  readOptionalDay,
  readOptionalId,
  readOptionalText,
  readText,
} from '../read-fields.js';
import type { CommitteeStatus, MembershipStatus } from '../schema.js';

/** A committee as a snapshot has it. */
export interface CommitteeRow {
  readonly id: number;
  readonly reference: string;
  readonly status: CommitteeStatus;
  readonly titleEn: string;
  /** Null when the format carries no French. */
  readonly titleFr: string | null;
  readonly parent: number | null;
  readonly secretariat: number | null;
  readonly createdOn: string | null;
  /** Status by member id. */
  readonly members: ReadonlyMap<number, MembershipStatus>;
}

export interface NamedMember {
  readonly id: number;
  readonly acronym: string;
}

/** The fields of a row in either format, not yet checked. */
export interface RawCommittee {
  readonly id: unknown;
  readonly reference: unknown;
  readonly status: unknown;
  readonly titleEn: unknown;
  readonly titleFr: unknown;
  readonly parent: unknown;
  readonly createdOn: unknown;
  readonly snapshotDate: unknown;
  readonly secretariat: { readonly id: unknown; readonly acronym: unknown };
  readonly pMembers: Reading<readonly RawMember[]>;
  readonly oMembers: Reading<readonly RawMember[]>;
}

export interface RawMember {
  readonly id: unknown;
  readonly acronym: unknown;
}

/** A checked row: the committee, the members it names, the snapshot's date when the row carries one. */
export interface ReadCommittee {
  readonly committee: CommitteeRow;
  readonly named: readonly NamedMember[];
  readonly snapshotDate: string | null;
}

const STATUSES: Readonly<Record<string, CommitteeStatus>> = {
  active: 'ACTIVE',
  suspended: 'SUSPENDED',
  standby: 'STANDBY',
  disbanded: 'DISSOLVED',
  dissolved: 'DISSOLVED',
};

function readStatus(value: unknown): Reading<CommitteeStatus> {
  const text = readText('status', value);
  if (!text.ok) return text;
  const status = STATUSES[text.value.toLowerCase().replace(/[\s-]/g, '')];
  return status === undefined ? unreadable('status', 'UNKNOWN_STATUS', value) : read(status);
}

function readMembers(
  field: string,
  list: Reading<readonly RawMember[]>,
): Reading<readonly NamedMember[]> {
  if (!list.ok) return list;
  const members: NamedMember[] = [];
  const seen = new Set<number>();
  for (const raw of list.value) {
    const id = readId(`${field}.id`, raw.id);
    if (!id.ok) return id;
    const acronym = readText(`${field}.acronym`, raw.acronym);
    if (!acronym.ok) return acronym;
    if (seen.has(id.value)) return unreadable(`${field}.id`, 'DUPLICATE_MEMBER', id.value);
    seen.add(id.value);
    members.push({ id: id.value, acronym: acronym.value });
  }
  return read(members);
}

/** Checks every field; the first that is wrong speaks for the row. */
export function readCommittee(raw: RawCommittee): Reading<ReadCommittee> {
  const id = readId('id', raw.id);
  if (!id.ok) return id;
  const reference = readText('reference', raw.reference);
  if (!reference.ok) return reference;
  const status = readStatus(raw.status);
  if (!status.ok) return status;
  const titleEn = readText('title.en', raw.titleEn);
  if (!titleEn.ok) return titleEn;
  const titleFr = readOptionalText('title.fr', raw.titleFr);
  if (!titleFr.ok) return titleFr;
  const parent = readOptionalId('parentId', raw.parent);
  if (!parent.ok) return parent;
  const createdOn = readOptionalDay('creationDate', raw.createdOn);
  if (!createdOn.ok) return createdOn;
  const snapshotDate = readOptionalDay('snapshotDate', raw.snapshotDate);
  if (!snapshotDate.ok) return snapshotDate;
  const secretariat = readOptionalId('secretariat.id', raw.secretariat.id);
  if (!secretariat.ok) return secretariat;
  const secretariatName = readOptionalText('secretariat.acronym', raw.secretariat.acronym);
  if (!secretariatName.ok) return secretariatName;
  const p = readMembers('pMembers', raw.pMembers);
  if (!p.ok) return p;
  const o = readMembers('oMembers', raw.oMembers);
  if (!o.ok) return o;
  const members = new Map<number, MembershipStatus>(p.value.map((m) => [m.id, 'P']));
  for (const member of o.value) {
    if (members.has(member.id)) return unreadable('oMembers.id', 'BOTH_P_AND_O', member.id);
    members.set(member.id, 'O');
  }
  const office =
    secretariat.value === null
      ? []
      : [{ id: secretariat.value, acronym: secretariatName.value ?? String(secretariat.value) }];
  return read({
    committee: {
      id: id.value,
      reference: reference.value,
      status: status.value,
      titleEn: titleEn.value,
      titleFr: titleFr.value,
      parent: parent.value,
      secretariat: secretariat.value,
      createdOn: createdOn.value,
      members,
    },
    named: [...p.value, ...o.value, ...office],
    snapshotDate: snapshotDate.value,
  });
}
