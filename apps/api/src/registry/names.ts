import { asRegistry, type Db } from '@twinning/engine';

/** What lists show instead of numbers: acronyms of bodies and references of committees, as of today. */
export interface Names {
  readonly member: (id: number | null) => string | null;
  readonly country: (id: number | null) => string | null;
  readonly committee: (id: number | null) => string | null;
}

const present = (ids: readonly (number | null)[]): number[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** The names of these bodies and committees, in two queries; one that the registry does not know is null. */
export async function namesOf(
  db: Db,
  members: readonly (number | null)[],
  committees: readonly (number | null)[],
): Promise<Names> {
  const registry = asRegistry(db);
  const [bodies, groups] = [present(members), present(committees)];
  const [memberRows, committeeRows] = await Promise.all([
    bodies.length === 0
      ? []
      : registry
          .selectFrom('registry.member')
          .select(['id', 'acronym', 'country'])
          .where('id', 'in', bodies)
          .execute(),
    groups.length === 0
      ? []
      : registry
          .selectFrom('registry.committee')
          .innerJoin('registry.committee_fact', (join) =>
            join
              .onRef('registry.committee_fact.committee', '=', 'registry.committee.id')
              .on('registry.committee_fact.valid_to', 'is', null),
          )
          .select(['registry.committee.id', 'reference'])
          .where('registry.committee.id', 'in', groups)
          .execute(),
  ]);
  const acronyms = new Map(memberRows.map((row) => [row.id, row.acronym]));
  const countries = new Map(memberRows.map((row) => [row.id, row.country]));
  const references = new Map(committeeRows.map((row) => [row.id, row.reference]));
  return {
    member: (id) => (id === null ? null : (acronyms.get(id) ?? null)),
    country: (id) => (id === null ? null : (countries.get(id) ?? null)),
    committee: (id) => (id === null ? null : (references.get(id) ?? null)),
  };
}
