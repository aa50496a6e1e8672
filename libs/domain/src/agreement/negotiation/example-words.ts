import type { TwinningType } from '../../kernel/vocabulary.js';
import type { Language } from './state.js';

interface Topic {
  readonly objective: string;
  readonly indicator: string;
  readonly baseline: string;
  readonly target: string;
  readonly lead: string;
  readonly twinned: string;
  readonly training: string;
}

/** The sentences of an example agreement in one language. */
export interface Words {
  readonly open: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<TwinningType, Topic>>;
  readonly provider: string;
  readonly attendees: string;
  readonly finance: string;
  readonly deliverable: string;
  readonly report: string;
  readonly firstMilestone: string;
  readonly quarter: string;
}

const en: Words = {
  open: {
    'general-objective':
      'The twinned partner builds the capacity to take part in the committee on its own and to pass on what it learns.',
    'national-plan':
      'The committee’s field is a priority of the twinned partner’s national standardization plan.',
    communication: 'Both contact persons write in English and answer within five working days.',
    sustainability: 'Everyone who is trained trains two colleagues within six months.',
    exit: 'In the last year the partners settle who does what after the end; nothing transfers by itself.',
    'early-end':
      'Work in hand is finished or handed over within a month, and costs already incurred stay where they fell.',
    disputes: 'The technical programme manager mediates first, then the TMB secretariat.',
    risks: 'Change of staff: each partner names a deputy.',
  },
  topics: {
    P_MEMBER: {
      objective: 'Vote on the committee’s ballots with a position formed at home',
      indicator: 'Share of ballots voted on',
      baseline: '60 percent',
      target: '95 percent of the ballots voted on',
      lead: 'Holds a joint meeting before each plenary and shares its briefing notes',
      twinned: 'Keeps a national mirror committee and reports every quarter',
      training: 'Running a national mirror committee',
    },
    CONVENOR: {
      objective: 'Prepare and run meetings of the working group',
      indicator: 'Meetings led by the twinned convenor',
      baseline: 'None',
      target: 'Three meetings led',
      lead: 'Prepares the meetings together with the twinned convenor and delegates items',
      twinned: 'Leads the delegated items and keeps the group’s records',
      training: 'Convenor’s tools and drafting rules',
    },
    CHAIR: {
      objective: 'Prepare and run a plenary and find consensus',
      indicator: 'Sessions chaired by the twinned chair',
      baseline: 'None',
      target: 'One plenary chaired',
      lead: 'Lets the twinned chair follow the work and run a session',
      twinned: 'Attends every plenary and speaks for members seldom heard',
      training: 'Chairing, consensus and conflict',
    },
    SECRETARIAT: {
      objective: 'Run ballots, agendas and minutes of the committee',
      indicator: 'Share of listed tasks done unaided',
      baseline: 'None',
      target: 'Twenty percent of the listed tasks',
      lead: 'Shares the secretariat’s work and advises on tools and rules',
      twinned: 'Assigns a qualified person and takes on a growing share of tasks',
      training: 'Work of a committee manager',
    },
  },
  provider: 'Lead partner',
  attendees: 'Staff of the twinned partner who work for the committee',
  finance: 'Each partner bears its own costs.',
  deliverable: 'Course held and material handed over',
  report: 'Report of the twinned partner',
  firstMilestone: 'First quarterly meeting held',
  quarter: 'Work of the quarter reviewed by both partners',
};

const fr: Words = {
  open: {
    'general-objective':
      'Le partenaire jumelé acquiert la capacité de participer seul au comité et de transmettre ce qu’il apprend.',
    'national-plan':
      'Le domaine du comité est une priorité du plan national de normalisation du partenaire jumelé.',
    communication:
      'Les deux correspondants s’écrivent en français et répondent sous cinq jours ouvrables.',
    sustainability: 'Chaque personne formée forme deux collègues dans les six mois.',
    exit: 'La dernière année, les partenaires conviennent de qui fait quoi après le terme ; rien n’est transféré de soi-même.',
    'early-end':
      'Les travaux en cours sont achevés ou remis dans le mois, et les frais déjà engagés restent à qui les a supportés.',
    disputes:
      'Le responsable de programme technique intervient d’abord comme médiateur, puis le secrétariat du TMB.',
    risks: 'Changement de personnel : chaque partenaire désigne un suppléant.',
  },
  topics: {
    P_MEMBER: {
      objective: 'Voter dans le comité avec une position arrêtée dans le pays',
      indicator: 'Part des votes exprimés',
      baseline: '60 pour cent',
      target: '95 pour cent des votes exprimés',
      lead: 'Tient une réunion commune avant chaque plénière et partage ses notes de préparation',
      twinned: 'Entretient un comité miroir national et rend compte chaque trimestre',
      training: 'Conduite d’un comité miroir national',
    },
    CONVENOR: {
      objective: 'Préparer et conduire les réunions du groupe de travail',
      indicator: 'Réunions conduites par l’animateur jumelé',
      baseline: 'Aucune',
      target: 'Trois réunions conduites',
      lead: 'Prépare les réunions avec l’animateur jumelé et délègue des points',
      twinned: 'Conduit les points délégués et tient les dossiers du groupe',
      training: 'Outils de l’animateur et règles de rédaction',
    },
    CHAIR: {
      objective: 'Préparer et conduire une plénière et trouver le consensus',
      indicator: 'Séances présidées par le Président jumelé',
      baseline: 'Aucune',
      target: 'Une plénière présidée',
      lead: 'Laisse le Président jumelé suivre les travaux et conduire une séance',
      twinned: 'Assiste à chaque plénière et porte la voix des membres peu entendus',
      training: 'Présidence, consensus et conflits',
    },
    SECRETARIAT: {
      objective: 'Assurer les votes, ordres du jour et comptes rendus du comité',
      indicator: 'Part des tâches accomplies sans aide',
      baseline: 'Aucune',
      target: 'Vingt pour cent des tâches de la liste',
      lead: 'Partage le travail du secrétariat et conseille sur les outils et les règles',
      twinned: 'Affecte une personne qualifiée et prend une part croissante des tâches',
      training: 'Travail d’un responsable de comité',
    },
  },
  provider: 'Partenaire pilote',
  attendees: 'Personnel du partenaire jumelé qui travaille pour le comité',
  finance: 'Chaque partenaire supporte ses propres frais.',
  deliverable: 'Cours tenu et documents remis',
  report: 'Rapport du partenaire jumelé',
  firstMilestone: 'Première réunion trimestrielle tenue',
  quarter: 'Travail du trimestre examiné par les deux partenaires',
};

/** The same agreement in both languages. */
export const exampleWords: Readonly<Record<Language, Words>> = { en, fr };
