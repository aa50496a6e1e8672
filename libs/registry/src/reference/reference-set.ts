import type { Kysely, Transaction } from 'kysely';
import { importMemberFile } from '../members/import-members.js';
import type { MemberFile } from '../members/parse-members.js';
import type { MembershipStatus, RegistryDatabase } from '../schema.js';
import type { CommitteeChange } from '../snapshot/changes.js';
import {
  importCommittees,
  registryOf,
  type CommitteeImport,
} from '../snapshot/import-committees.js';
import type { Snapshot } from '../snapshot/parse.js';
import { REFERENCE_COMMITTEES, type ReferenceCommittee } from './committees.js';
import { REFERENCE_MEMBERS } from './members.js';

/** To be shown wherever registry data are shown. */
export const ATTRIBUTION =
  'Contains information from ISO Open Data (ISO technical committees), © ISO, made available under the Open Data Commons Attribution License (ODC-By) v1.0; transformed.';

/** Day on which the reference set's facts held. */
export const REFERENCE_DATE = '2025-07-01';

const idOf = (acronym: string): number => {
  const member = REFERENCE_MEMBERS.find((m) => m.acronym === acronym);
  if (member === undefined) throw new Error(`Not in the reference set: ${acronym}`);
  return member.id;
};

const statuses = ({ p, o }: ReferenceCommittee): ReadonlyMap<number, MembershipStatus> => {
  const list = (acronyms: string, status: MembershipStatus) =>
    acronyms
      .split(' ')
      .filter(Boolean)
      .map((acronym): [number, MembershipStatus] => [idOf(acronym), status]);
  return new Map([...list(p, 'P'), ...list(o, 'O')]);
};

/** Twenty ISO members and twelve committees, so that a demonstration needs no network. */
export const referenceSet: { readonly committees: Snapshot; readonly members: MemberFile } = {
  committees: {
    date: null,
    committees: REFERENCE_COMMITTEES.map(({ secretariat, p, o, ...committee }) => ({
      ...committee,
      secretariat: idOf(secretariat),
      members: statuses({ ...committee, secretariat, p, o }),
    })),
    members: new Map(REFERENCE_MEMBERS.map((m) => [m.id, m.acronym])),
    badRows: [],
  },
  members: {
    members: REFERENCE_MEMBERS.map(({ id, acronym, country, alpha2 }) => ({
      id,
      acronym,
      country,
      alpha2,
      category: 'FULL',
      newRights: null,
      active: null,
    })),
    warnings: [],
    badRows: [],
  },
};

export interface ReferenceOptions<DB> {
  /** A demonstration with a past says from when on it takes the facts for true; `REFERENCE_DATE` unless told. */
  readonly asOf?: string;
  readonly record?: (trx: Transaction<DB>, changes: readonly CommitteeChange[]) => Promise<void>;
}

/**
 * Loads the reference set by the functions that import files: again, it changes nothing; beside real data, neither
 * newer facts nor members that it does not name are touched.
 */
export async function loadReferenceSet<DB extends RegistryDatabase>(
  db: Kysely<DB>,
  options: ReferenceOptions<DB> = {},
): Promise<CommitteeImport> {
  const asOf = options.asOf ?? REFERENCE_DATE;
  const imported = await importCommittees(db, referenceSet.committees, {
    asOf,
    coverage: 'SOME_MEMBERS',
    ...(options.record && { record: options.record }),
  });
  if (imported.kind === 'REFUSED') return imported;
  await importMemberFile(db, referenceSet.members, { asOf });
  for (const { id, pMemberships, secretariats } of REFERENCE_MEMBERS) {
    await registryOf(db)
      .updateTable('registry.member')
      .set({ stated_p_memberships: pMemberships, stated_secretariats: secretariats })
      .where('id', '=', id)
      .where('stated_p_memberships', 'is', null)
      .execute();
  }
  return imported;
}
