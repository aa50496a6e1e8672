import type { Label } from './vocabulary.js';

const both = (en: string, fr: string): Label => ({ en, fr });
type Labels = Readonly<Record<string, Label>>;

const ruleset: Labels = {
  'annex-st-2020': both('Directives, Annex ST (2020)', 'Directives, Annexe ST (2020)'),
  'brochure-2021': both('ISO brochure on twinning (2021)', 'brochure ISO sur le jumelage (2021)'),
};

/** Who pays (rules.md 3.2). */
const variant: Labels = {
  NONE: both('each side bears its own costs', 'chaque partie supporte ses propres frais'),
  LEAD_FUNDED: both('the lead partner pays', 'le partenaire pilote paie'),
  THIRD_PARTY_FUNDED: both('a third party pays', 'un tiers paie'),
};

/** Of an evaluation that the twinned partner decides itself. */
const decision: Labels = {
  DECLARE_P: both('declare to become a P-member', 'déclarer vouloir devenir membre (P)'),
  NOT_NOW: both('not now', 'pas maintenant'),
};

const target: Labels = {
  CONVENOR: both('convenor', 'animateur'),
  CHAIR: both('chair', 'Président'),
  SECRETARIAT: both('secretariat', 'secrétariat'),
};

const approved: Labels = {
  YES: both('approved', 'approuvé'),
  NO: both('not approved', 'non approuvé'),
};

const step: Labels = {
  HEARD: both('the hearing was held', 'l’audition a eu lieu'),
  REPORTED: both('the panel has reported', 'le groupe de conciliation a rendu son rapport'),
};

/** Prerequisites as they can be broken or cured (rules.md 2.7). */
const rule: Labels = {
  NOT_P_MEMBER_LEAD: both(
    'lead partner: P-member of the committee',
    'partenaire pilote : membre (P) du comité',
  ),
  NOT_P_MEMBER_TWINNED: both(
    'twinned partner: P-member of the committee',
    'partenaire jumelé : membre (P) du comité',
  ),
  NOT_IN_COMMITTEE_TWINNED: both(
    'twinned partner: member of the committee, (P) or (O)',
    'partenaire jumelé : membre du comité, (P) ou (O)',
  ),
  LEAD_NOT_CONVENOR: both(
    'lead partner: holds the convenorship',
    'partenaire pilote : assure l’animation du groupe de travail',
  ),
  LEAD_NOT_CHAIR: both('lead partner: holds the chair', 'partenaire pilote : assure la présidence'),
  LEAD_NOT_SECRETARIAT: both(
    'lead partner: holds the secretariat',
    'partenaire pilote : assure le secrétariat',
  ),
  COMMITTEE_NOT_ACTIVE: both('committee: active', 'comité : en activité'),
  WG_DISBANDED: both('working group: exists', 'groupe de travail : existe'),
  MEMBER_NOT_ACTIVE: both('ISO membership: in good standing', 'adhésion à l’ISO : en règle'),
  NOT_FULL_MEMBER: both(
    'ISO membership: member body or New Rights',
    'adhésion à l’ISO : comité membre ou nouveaux droits',
  ),
  NEW_RIGHTS_ONLY_P: both(
    'New Rights: P-member twinning only',
    'nouveaux droits : jumelage entre membres (P) seulement',
  ),
};

const parts: Labels = {
  AGREEMENT: both('the agreement', 'l’accord'),
  PLAN: both('the collaboration plan', 'le plan de collaboration'),
};

const language: Labels = {
  en: both('English', 'anglais'),
  fr: both('French', 'français'),
};

/** What a person chooses from in the forms of commands and clauses, by the name of the field. */
export const choiceVocabulary = {
  ruleset,
  variant,
  decision,
  target,
  approved,
  step,
  rule,
  parts,
  language,
} as const;
