import type { Label } from './vocabulary.js';

const both = (en: string, fr: string): Label => ({ en, fr });
type Labels = Readonly<Record<string, Label>>;

const reason: Labels = {
  // Joint acts and invitations
  NO_ANSWER: both('the other partner did not answer', 'l’autre partenaire n’a pas répondu'),
  STATUS_LEFT: both('the stage has passed', 'l’étape est passée'),
  NONE: both('no partner was found', 'aucun partenaire n’a été trouvé'),
  PARTNER_CONFIRMED: both('a partner was confirmed', 'un partenaire a été confirmé'),
  ANOTHER_ACCEPTED: both('another member accepted', 'un autre membre a accepté'),
  SUBJECT_CHANGED: both('the subject of the request changed', 'l’objet de la demande a changé'),
  DRAFT_ENDED: both('the draft ended', 'le projet de demande a pris fin'),
  // Returned requests and cancelled ballots
  INCOMPLETE: both('the request is incomplete', 'la demande est incomplète'),
  NEEDS_CHANGE: both('the request needs changes', 'la demande doit être modifiée'),
  NOMINEE_REFUSED: both('a person cannot be accepted', 'une personne ne peut pas être acceptée'),
  NOMINEE_DECLINED: both('a nominated person declined', 'une personne désignée a refusé'),
  RETURNED: both('the request was returned', 'la demande a été retournée'),
  WITHDRAWN: both('the request was withdrawn', 'la demande a été retirée'),
  REPLACED: both('a new ballot takes its place', 'un nouveau vote le remplace'),
  // Endings
  PARTNERS: both('by the partners', 'par les partenaires'),
  IDLE_DRAFT: both('nothing had happened to the draft', 'le projet n’avançait plus'),
  NOT_COMPLETED: both(
    'the request was not completed in time',
    'la demande n’a pas été complétée à temps',
  ),
  NOTICE: both('after notice by one partner', 'après préavis d’un partenaire'),
  IMPOSSIBLE: both('the twinning had become impossible', 'le jumelage était devenu impossible'),
  MUTUAL: both('by both partners together', 'par les deux partenaires ensemble'),
  ROLE_TRANSFERRED: both(
    'the twinned partner took over the office',
    'le partenaire jumelé a repris la fonction',
  ),
  DOCUMENTS_MISSING: both('documents missing', 'documents manquants'),
  NOT_SATISFACTORY_IN_TIME: both(
    'documents not satisfactory in time',
    'documents non satisfaisants dans le délai',
  ),
  NOT_REGISTERED: both('it could not be registered', 'l’inscription n’a pas été possible'),
  PREREQUISITE_NOT_CURED: both(
    'a prerequisite was not restored',
    'une condition préalable n’a pas été rétablie',
  ),
  END_DATE_REACHED: both(
    'the end date was reached before the start of force',
    'la date de fin a été atteinte avant l’entrée en vigueur',
  ),
  TMB: both('by the TMB', 'par le TMB'),
  APPEAL: both('on appeal', 'sur appel'),
  NOT_FILED_IN_TIME: both('not filed in time', 'non déposé à temps'),
  // Evaluations
  PARTNER: both('by a partner', 'par un partenaire'),
  NO_DECISION: both('no decision was taken', 'aucune décision n’a été prise'),
  NOT_CONFIRMED: both('the change was not confirmed', 'le changement n’a pas été confirmé'),
  ALREADY_P: both('already a P-member', 'déjà membre (P)'),
  AGREEMENT_ENDED: both('the agreement ended', 'l’accord a pris fin'),
};

const outcome: Labels = {
  APPROVED: both('approved', 'approuvé'),
  NOT_APPROVED: both('not approved', 'non approuvé'),
  NO_QUORUM: both('no decision, too few votes', 'pas de décision, trop peu de votes'),
  SATISFACTORY: both('satisfactory', 'satisfaisante'),
  SATISFACTORY_WITH_ACTIONS: both(
    'satisfactory with corrective actions',
    'satisfaisante avec actions correctives',
  ),
  UNSATISFACTORY: both('unsatisfactory', 'non satisfaisante'),
  UPHELD: both('the appeal is upheld', 'l’appel est accueilli'),
  DISMISSED: both('the appeal is dismissed', 'l’appel est rejeté'),
  REMITTED: both('sent back for a new decision', 'renvoyé pour une nouvelle décision'),
  BROUGHT_TO_TMB: both('brought before the TMB', 'porté devant le TMB'),
};

const body: Labels = {
  TPM: both('Technical Programme Manager', 'responsable de programme technique'),
  COMMITTEE: both('committee', 'comité'),
  PARENT_COMMITTEE: both('parent committee', 'comité parent'),
  TC: both('parent technical committee', 'comité technique parent'),
  TMB: both('Technical Management Board', 'Bureau de gestion technique'),
  TMB_SECRETARIAT: both('TMB secretariat', 'secrétariat du TMB'),
  COUNCIL: both('ISO Council', 'Conseil de l’ISO'),
  ISO_CS: both('ISO Central Secretariat', 'Secrétariat central de l’ISO'),
  OWN: both('twinned partner itself', 'partenaire jumelé lui-même'),
};

/** Where a decision comes from. */
const basis: Labels = {
  REVIEW: both('after review', 'après examen'),
  BALLOT: both('by ballot', 'par vote'),
  MEETING: both('at a meeting', 'en réunion'),
  CIB: both('by committee internal ballot', 'par vote interne au comité'),
};

const choice: Labels = {
  APPROVE: both('approval', 'approbation'),
  DISAPPROVE: both('disapproval', 'désapprobation'),
  ABSTAIN: both('abstention', 'abstention'),
  YES: both('yes', 'oui'),
  NO: both('no', 'non'),
};

/** Parts of self-assessment and evidence. */
const part: Labels = {
  NEED: both('need', 'besoin'),
  RESOURCES: both('resources', 'ressources'),
  SYSTEM: both('gathered by the system', 'réuni par le système'),
};

const mode: Labels = {
  SEARCH: both('search for a partner', 'recherche d’un partenaire'),
  CONTACT: both('contact with a member', 'prise de contact avec un membre'),
  IN_PERSON: both('in person', 'en présence'),
  REMOTE: both('remote', 'à distance'),
  ON_SITE: both('on site', 'sur place'),
  BLENDED: both('on site and remote', 'mixte'),
};

/** Who is on the distribution list of an agreement. */
const recipient: Labels = {
  TPM: both('technical programme manager', 'responsable de programme technique'),
  COMMITTEE_SECRETARIAT: both('secretariat of the committee', 'secrétariat du comité'),
  CHAIR: both('chair of the committee', 'Président du comité'),
  COMMITTEE_MEMBERS: both('members of the committee', 'membres du comité'),
  ISO_CS: both('ISO Central Secretariat', 'Secrétariat central de l’ISO'),
};

const about: Labels = {
  REGISTRATION: both('registration', 'inscription'),
  ACTIVATION: both('start of force', 'entrée en vigueur'),
  AMENDMENT: both('amendment', 'modification'),
  END: both('end', 'fin'),
  CHANGE_OF_PERSON: both('change of person', 'changement de personne'),
  REQUEST: both('the form of the request', 'le formulaire de demande'),
  PLAN: both('the revised collaboration plan', 'le plan de collaboration révisé'),
};

const cause: Labels = {
  PREREQUISITE: both('prerequisite lost', 'condition préalable perdue'),
  MUTUAL_PAUSE: both('pause agreed by both', 'pause convenue ensemble'),
  TMB_ORDER: both('decision of the TMB', 'décision du TMB'),
  NOMINEE_VACANT: both('office without a person', 'fonction vacante'),
  NOMINEE_TERM_ENDED: both('term ended', 'mandat arrivé à terme'),
};

const fact: Labels = {
  COMMITTEE_DISSOLVED: both('the committee was dissolved', 'le comité a été dissous'),
  WG_DISBANDED: both('the working group was disbanded', 'le groupe de travail a été dissous'),
  MEMBERSHIP_ENDED: both('an ISO membership ended', 'une adhésion à l’ISO a pris fin'),
  NO_SUCCESSOR: both('there is no successor', 'il n’y a pas de successeur'),
};

const action: Labels = {
  CONTINUE: both('the agreement goes on', 'l’accord continue'),
  CONTINUE_WITH_ACTIONS: both(
    'the agreement goes on with corrective actions',
    'l’accord continue avec des actions correctives',
  ),
  CONTINUE_WITH_WAIVER: both(
    'the agreement goes on with a waiver',
    'l’accord continue avec une dérogation',
  ),
  SUSPEND: both('the agreement is suspended', 'l’accord est suspendu'),
  CANCEL: both('the agreement is cancelled', 'l’accord est annulé'),
};

const level: Labels = {
  L1: both('L1, the partners', 'L1, les partenaires'),
  L2: both('L2, the TPM', 'L2, le responsable de programme technique'),
  L3: both('L3, the TMB secretariat', 'L3, le secrétariat du TMB'),
  L4: both('L4, the TMB', 'L4, le TMB'),
};

const source: Labels = {
  REGISTRY: both('registry', 'registre'),
  MBUA: both('the member itself', 'le membre lui-même'),
  ISO_CS: both('ISO Central Secretariat', 'Secrétariat central de l’ISO'),
  SILENCE: both('no objection in time', 'pas d’objection dans le délai'),
  AGREEMENT_ENDED: both('end of the agreement', 'fin de l’accord'),
  ...{ CIB: basis['CIB'] as Label, MEETING: basis['MEETING'] as Label },
};

/** Parts of the request form and of the papers that can be missing. */
const field: Labels = {
  committee: both('committee', 'comité'),
  need: both('statement of need', 'énoncé du besoin'),
  competence: both('statement of competence and resources', 'énoncé des compétences et ressources'),
  goals: both('goals', 'objectifs'),
  outcome: both('expected outcome', 'résultats attendus'),
  plannedStart: both('planned start', 'début prévu'),
  plannedMonths: both('planned length in months', 'durée prévue en mois'),
  leadContact: both('contact at the lead partner', 'contact du partenaire pilote'),
  twinnedContact: both('contact at the twinned partner', 'contact du partenaire jumelé'),
  assessment: both('assessment of the TPM', 'appréciation du responsable de programme technique'),
  statistics: both('statistics', 'statistiques'),
  grounds: both('grounds', 'motifs'),
  documents: both('documents', 'documents'),
  cv: both('CV', 'CV'),
  authority: both('evidence of the authority to sign', 'preuve du pouvoir de signer'),
  statement: both('signed statement', 'déclaration signée'),
  papers: both('papers', 'pièces'),
};

const check: Labels = {
  SUGGESTED_EXPERIENCE: both('suggested experience', 'expérience suggérée'),
  CATEGORY_UNKNOWN: both('category of member unknown', 'catégorie de membre inconnue'),
  JOINT_COMMITTEE_CHECK: both('joint committee', 'comité mixte'),
  COMMITTEE_SUSPENDED: both('committee suspended or on stand-by', 'comité suspendu ou en veille'),
  CLAIM_HELD: both('place held by another twinning', 'place occupée par un autre jumelage'),
  SELF_ASSESSMENT_MISSING: both('self-assessment missing', 'auto-évaluation manquante'),
  MANY_OPEN_ARRANGEMENTS: both('many open twinnings', 'de nombreux jumelages en cours'),
  TWINNED_NOT_YET_P: both(
    'twinned partner not yet a P-member',
    'partenaire jumelé pas encore membre (P)',
  ),
  LEAD_NOT_P: both('lead partner not a P-member', 'partenaire pilote non membre (P)'),
  PREDECESSOR_ROLE_IN_GD: both(
    'role of a former twinning still in the Global Directory',
    'rôle d’un ancien jumelage encore dans le Global Directory',
  ),
};

/** Result of an eligibility check. */
const result: Labels = {
  PASS: both('met', 'rempli'),
  WARN: both('to be justified', 'à justifier'),
  UNKNOWN: both('not known, to be justified', 'inconnu, à justifier'),
  NOTE: both('note', 'remarque'),
};

/** Kinds of status-change evaluation, and what a succession is about. */
const kind: Labels = {
  O_TO_P: both('from O-member to P-member', 'de membre (O) à membre (P)'),
  CONVENOR: both('convenor', 'animateur'),
  CHAIR: both('chair', 'Président'),
  SECRETARIAT: both('secretariat', 'secrétariat'),
  LEADERSHIP: both('twinning for a leadership role', 'jumelage pour une fonction de direction'),
  EXIT: both('going on without twinning', 'suite sans jumelage'),
  BODY: both('body', 'organisme'),
  COMMITTEE: both('committee', 'comité'),
  WORKING_GROUP: both('working group', 'groupe de travail'),
};

/** Words that occur as values inside events and refusals. */
export const valueVocabulary = {
  reason,
  outcome,
  body,
  basis,
  choice,
  part,
  mode,
  about,
  cause,
  fact,
  action,
  level,
  source,
  field,
  check,
  result,
  kind,
  // Last: a value that is a word of another kind too is that one first.
  recipient,
} as const;
