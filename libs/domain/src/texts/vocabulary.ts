import type { Desk, Phase, Role, Side, Status, TwinningType } from '../kernel/vocabulary.js';
import type { Language } from './language.js';

/** A word of the domain in every language. */
export type Label = Readonly<Record<Language, string>>;

const both = (en: string, fr: string): Label => ({ en, fr });

const status: Readonly<Record<Status, Label>> = {
  DRAFT: both('Draft', 'Projet de demande'),
  IN_REVIEW_TPM: both('With the TPM', 'Chez le responsable de programme technique'),
  IN_COMMITTEE_DECISION: both('With the committee', 'Chez le comité'),
  IN_TMB_BALLOT: both('In the TMB ballot', 'En vote au TMB'),
  RETURNED: both('Returned to the partners', 'Retourné aux partenaires'),
  APPROVED: both('Approved', 'Approuvé'),
  AGREEMENT_PENDING: both('Terms being negotiated', 'Termes en négociation'),
  AGREEMENT_IN_REVIEW: both('Agreement and plan being checked', 'Accord et plan à l’examen'),
  ACTIVE: both('In force', 'En vigueur'),
  ENDING: both('In force, ending soon', 'En vigueur, bientôt à son terme'),
  SUSPENDED: both('Suspended', 'Suspendu'),
  UNDER_TMB_REVIEW: both('Before the TMB', 'Devant le TMB'),
  EXPIRED: both('Expired', 'Arrivé à échéance'),
  TERMINATED: both('Ended early', 'Terminé avant échéance'),
  CANCELLED: both('Cancelled', 'Annulé'),
  CLOSED: both('Closed', 'Clos'),
  LAPSED: both('Lapsed, not started', 'Caduc, non commencé'),
  REJECTED: both('Rejected', 'Rejeté'),
  WITHDRAWN: both('Withdrawn', 'Retiré'),
};

const phase: Readonly<Record<Phase, Label>> = {
  PROPOSAL: both('Proposal', 'Proposition'),
  PARTNER_SELECTION: both('Partner selection', 'Choix du partenaire'),
  APPROVAL: both('Approval', 'Approbation'),
  NEGOTIATION: both('Negotiation of the terms', 'Négociation des termes'),
  EXECUTION: both('Execution', 'Exécution'),
  EVALUATION: both('Evaluation of the change of status', 'Évaluation du changement de statut'),
  CLOSED: both('Closed', 'Clos'),
};

/** The Directives' names, those of the brochure in brackets (OQ-1). */
const type: Readonly<Record<TwinningType, Label>> = {
  P_MEMBER: both('P-member twinning', 'Jumelage entre membres (P)'),
  CONVENOR: both('Twinned convenor (Co-convenor)', 'Animateur jumelé (Co-animateur)'),
  CHAIR: both('Twinned chair (Vice-chair)', 'Président jumelé (Vice-président)'),
  SECRETARIAT: both('Twinned secretariat (Co-secretariat)', 'Secrétariat jumelé (Co-secrétariat)'),
};

const side: Readonly<Record<Side | 'BOTH', Label>> = {
  LEAD: both('lead partner', 'partenaire pilote'),
  TWINNED: both('twinned partner', 'partenaire jumelé'),
  BOTH: both('both partners', 'les deux partenaires'),
};

const desk: Readonly<Record<Desk, Label>> = {
  LEAD: side.LEAD,
  TWINNED: side.TWINNED,
  BOTH: side.BOTH,
  INITIATOR: both('initiator of the request', 'initiateur de la demande'),
  INVITED: both('invited ISO member', 'membre de l’ISO invité'),
  NOMINEE: both('nominated person', 'personne désignée'),
  TPM: both('Technical Programme Manager', 'responsable de programme technique'),
  TMB_SEC: both('TMB secretariat', 'secrétariat du TMB'),
  TMB_MEMBERS: both('members of the TMB', 'membres du TMB'),
  COMMITTEE_MANAGER: both('committee manager', 'responsable de comité'),
  ISO_CS: both('ISO Central Secretariat', 'Secrétariat central de l’ISO'),
  APPELLANT: both('appellant', 'appelant'),
  NOBODY: both('nobody', 'personne'),
};

const role: Readonly<Record<Role, Label>> = {
  LEAD_REP: both('representative of the lead partner', 'représentant du partenaire pilote'),
  TWINNED_REP: both('representative of the twinned partner', 'représentant du partenaire jumelé'),
  INVITED_REP: both('representative of an invited member', 'représentant d’un membre invité'),
  NSB_REP: both(
    'representative of a national standards body',
    'représentant d’un organisme national de normalisation',
  ),
  LEAD_MBUA: both(
    'member body user administrator of the lead partner',
    'administrateur d’utilisateurs du partenaire pilote',
  ),
  TWINNED_MBUA: both(
    'member body user administrator of the twinned partner',
    'administrateur d’utilisateurs du partenaire jumelé',
  ),
  NOMINEE: desk.NOMINEE,
  SIGNATORY: both('designated signatory', 'signataire désigné'),
  COMMITTEE_MANAGER: desk.COMMITTEE_MANAGER,
  TPM: desk.TPM,
  TMB_SEC: desk.TMB_SEC,
  TMB_MEMBER: both('member of the TMB', 'membre du TMB'),
  MEMBER_REP: both('representative of another member', 'représentant d’un autre membre'),
  ISO_CS: desk.ISO_CS,
  AUDITOR: both('auditor', 'auditeur'),
  REGISTRY: both('registry', 'registre'),
  SYSTEM: both('system', 'système'),
};

/** The words that structure every page. */
export const vocabulary = { status, phase, type, side, desk, role } as const;
