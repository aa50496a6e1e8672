import type { Grant } from '../kernel/principal.js';
import type { Role } from '../kernel/vocabulary.js';
import type { Label } from '../texts/vocabulary.js';

/** What must hold between the person and the agreement for a role (rules.md 5.1, lifecycle.md B "Words"). */
export const RELATIONS = [
  'OWN_BODY_LEADS',
  'OWN_BODY_IS_TWINNED',
  'OWN_BODY_IS_INVITED',
  'OWN_BODY',
  'NAMED_AS_NOMINEE',
  'NAMED_AS_SIGNATORY',
  'OWN_COMMITTEE',
  'EVERY_AGREEMENT',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** How a person comes to a role: the grant that is needed (null: none) and the relation to the agreement. */
export interface RoleRule {
  readonly grant: Grant['role'] | null;
  readonly relation: Relation;
}

/** Every role with its grant and relation: the only place that says who is who towards an agreement. */
export const ROLE_RULES: Readonly<Record<Role, RoleRule>> = {
  LEAD_REP: { grant: 'NSB_REP', relation: 'OWN_BODY_LEADS' },
  TWINNED_REP: { grant: 'NSB_REP', relation: 'OWN_BODY_IS_TWINNED' },
  INVITED_REP: { grant: 'NSB_REP', relation: 'OWN_BODY_IS_INVITED' },
  NSB_REP: { grant: 'NSB_REP', relation: 'OWN_BODY' },
  LEAD_MBUA: { grant: 'MBUA', relation: 'OWN_BODY_LEADS' },
  TWINNED_MBUA: { grant: 'MBUA', relation: 'OWN_BODY_IS_TWINNED' },
  NOMINEE: { grant: null, relation: 'NAMED_AS_NOMINEE' },
  SIGNATORY: { grant: null, relation: 'NAMED_AS_SIGNATORY' },
  COMMITTEE_MANAGER: { grant: 'COMMITTEE_MANAGER', relation: 'OWN_COMMITTEE' },
  TPM: { grant: 'TPM', relation: 'OWN_COMMITTEE' },
  TMB_SEC: { grant: 'TMB_SEC', relation: 'EVERY_AGREEMENT' },
  TMB_MEMBER: { grant: 'TMB_MEMBER', relation: 'EVERY_AGREEMENT' },
  MEMBER_REP: { grant: 'NSB_REP', relation: 'OWN_BODY' },
  ISO_CS: { grant: 'ISO_CS', relation: 'EVERY_AGREEMENT' },
  AUDITOR: { grant: 'AUDITOR', relation: 'EVERY_AGREEMENT' },
  REGISTRY: { grant: 'REGISTRY', relation: 'EVERY_AGREEMENT' },
  SYSTEM: { grant: 'SYSTEM', relation: 'EVERY_AGREEMENT' },
};

const both = (en: string, fr: string): Label => ({ en, fr });

/** The relations in words, for the documentation. */
export const relationLabels: Readonly<Record<Relation, Label>> = {
  OWN_BODY_LEADS: both(
    'the person’s own body is the lead partner',
    'l’organisme de la personne est le partenaire pilote',
  ),
  OWN_BODY_IS_TWINNED: both(
    'the person’s own body is the twinned partner',
    'l’organisme de la personne est le partenaire jumelé',
  ),
  OWN_BODY_IS_INVITED: both(
    'the person’s own body has an open invitation',
    'l’organisme de la personne a une invitation ouverte',
  ),
  OWN_BODY: both(
    'none: the person acts for its own body',
    'aucune : la personne agit pour son propre organisme',
  ),
  NAMED_AS_NOMINEE: both(
    'the person is nominated in the agreement',
    'la personne est désignée dans l’accord',
  ),
  NAMED_AS_SIGNATORY: both(
    'the person is the designated signatory of one partner',
    'la personne est le signataire désigné d’un partenaire',
  ),
  OWN_COMMITTEE: both(
    'the committee is one the person looks after',
    'le comité est un de ceux dont la personne a la charge',
  ),
  EVERY_AGREEMENT: both('none: every agreement', 'aucune : tous les accords'),
};
