import type { Grant } from '@twinning/domain';

/** A person of the demonstration: one click or one command signs them in. Never part of a production log. */
export interface DemonstrationPerson {
  /** Stable reference, e.g. `asi.rep`. */
  readonly id: string;
  readonly name: string;
  readonly member: number | null;
  readonly roles: readonly Grant[];
}

/** An ISO member for whom people are made. */
export interface Body {
  readonly id: number;
  readonly acronym: string;
}

const DESKS: readonly DemonstrationPerson[] = [
  {
    id: 'tpm',
    name: 'Technical programme manager',
    member: null,
    roles: [{ role: 'TPM', committees: 'ALL' }],
  },
  { id: 'tmb.sec', name: 'TMB secretariat', member: null, roles: [{ role: 'TMB_SEC' }] },
  {
    id: 'committee.manager',
    name: 'Committee manager',
    member: null,
    roles: [{ role: 'COMMITTEE_MANAGER', committees: 'ALL' }],
  },
  { id: 'iso.cs', name: 'ISO Central Secretariat', member: null, roles: [{ role: 'ISO_CS' }] },
  { id: 'auditor', name: 'Auditor', member: null, roles: [{ role: 'AUDITOR' }] },
];

const ofBody = ({ id, acronym }: Body): readonly DemonstrationPerson[] => {
  const prefix = acronym.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const person = (part: string, what: string, roles: readonly Grant[]): DemonstrationPerson => ({
    id: `${prefix}.${part}`,
    name: `${acronym}, ${what}`,
    member: id,
    roles,
  });
  return [
    person('rep', 'representative', [{ role: 'NSB_REP' }]),
    person('mbua', 'user administrator', [{ role: 'MBUA' }]),
    person('signatory', 'signatory', []),
    person('tmb', 'TMB member', [{ role: 'TMB_MEMBER' }]),
  ];
};

/** One person per role of the ISO desks, and four of each body. */
export const demonstrationPeople = (bodies: readonly Body[]): readonly DemonstrationPerson[] => [
  ...DESKS,
  ...bodies.flatMap(ofBody),
];
