import type { TwinningType } from '../../kernel/vocabulary.js';
import type { Bilingual } from './template-1.js';

const both = (en: string, fr: string): Bilingual => ({ en, fr });

type OfType<T> = Readonly<Record<TwinningType, T>>;

/** Suggestions for clauses that read alike in every type of twinning; brackets mark what the partners fill in. */
export const commonStarters: Readonly<Record<string, Bilingual>> = {
  'national-plan': both(
    'The field of the committee is a priority of the twinned partner’s [national standardization plan, year]. This twinning serves the aims set out there in [part of the plan].',
    'Le domaine du comité est une priorité du [plan national de normalisation, année] du partenaire jumelé. Le présent jumelage sert les buts énoncés dans [partie du plan].',
  ),
  communication: both(
    'The contact persons write to each other in [language] and answer within five working days. Each partner speaks its own language in meetings when it prefers to, and says so in time. Documents are kept in a place open to both.',
    'Les personnes de contact s’écrivent en [langue] et répondent sous cinq jours ouvrables. En réunion, chaque partenaire peut s’exprimer dans sa langue s’il le préfère et l’annonce à temps. Les documents sont conservés en un lieu ouvert aux deux.',
  ),
  sustainability: both(
    'Everyone who is trained passes on what was learned to at least two colleagues within six months. The twinned partner keeps the material of each training where its staff find it, and names a deputy for everyone who works for the committee.',
    'Chaque personne formée transmet ses acquis à au moins deux collègues dans les six mois. Le partenaire jumelé conserve les supports de chaque formation à la disposition de son personnel et désigne un suppléant pour chaque personne qui travaille pour le comité.',
  ),
  'early-end': both(
    'Should the twinning end early, work in hand is finished or handed over within [one month], papers are returned to whoever gave them, and costs already incurred stay with whoever has agreed to bear them. Both partners write down what was achieved until then.',
    'Si le jumelage prend fin plus tôt, les travaux en cours sont achevés ou remis dans un délai d’[un mois], les documents sont rendus à qui les a fournis, et les frais déjà engagés restent à la charge de qui a accepté de les supporter. Les deux partenaires consignent ce qui a été accompli jusque-là.',
  ),
  termination: both(
    'Both partners may end this agreement together at any time, and either of them alone by the notice that the ruleset sets. The Technical Management Board may cancel it.',
    'Les deux partenaires peuvent mettre fin ensemble au présent accord à tout moment, et chacun d’eux seul avec le préavis que fixe le jeu de règles. Le Bureau de gestion technique peut l’annuler.',
  ),
  disputes: both(
    'The partners first try to settle a difference between their contact persons within thirty days. They then ask the technical programme manager to mediate, and after that the secretariat of the Technical Management Board.',
    'Les partenaires cherchent d’abord à régler un différend entre leurs personnes de contact dans les trente jours. Ils demandent ensuite la médiation du responsable de programme technique, puis du secrétariat du Bureau de gestion technique.',
  ),
  risks: both(
    'Change of staff: each partner names a deputy. Lack of time: tasks are shared out anew in the next quarterly meeting. Poor connections: documents are sent ahead and meetings are recorded.',
    'Changement de personnel : chaque partenaire désigne un suppléant. Manque de temps : les tâches sont réparties à nouveau à la réunion trimestrielle suivante. Liaisons défaillantes : les documents sont envoyés à l’avance et les réunions enregistrées.',
  ),
};

/** What the twinned partner becomes able to do. */
export const objectives: OfType<Bilingual> = {
  P_MEMBER: both(
    'The twinned partner builds the capacity to take part in the committee as a participating member on its own: with a mirror committee that works, a position of its own on every ballot, comments with reasons, and experts in the working groups.',
    'Le partenaire jumelé acquiert la capacité de participer seul au comité comme membre participant : un comité miroir qui fonctionne, une position propre à chaque vote, des observations motivées et des experts dans les groupes de travail.',
  ),
  CONVENOR: both(
    'The twinned partner builds the capacity to lead a working group: to prepare and run its meetings, to resolve comments and to keep a project on time.',
    'Le partenaire jumelé acquiert la capacité d’animer un groupe de travail : préparer et conduire les réunions, traiter les observations et tenir le calendrier d’un projet.',
  ),
  CHAIR: both(
    'The twinned partner builds the capacity to chair a committee: to prepare and run a plenary, to find consensus and to manage the business plan, acting internationally.',
    'Le partenaire jumelé acquiert la capacité de présider un comité : préparer et conduire une plénière, dégager un consensus et gérer le plan d’affaires, à titre international.',
  ),
  SECRETARIAT: both(
    'The twinned partner builds the capacity to run a secretariat: ballots, agendas, minutes, the distribution of documents and the follow-up of projects, with qualified staff of its own.',
    'Le partenaire jumelé acquiert la capacité d’assurer un secrétariat : votes, ordres du jour, comptes rendus, diffusion des documents et suivi des projets, avec son propre personnel qualifié.',
  ),
};

/** What becomes of the work, and of the office, after the end (ST.5.7). */
export const exits: OfType<Bilingual> = {
  P_MEMBER: both(
    'In the last three months the partners settle what the twinned partner goes on to do on its own. Its membership of the committee does not depend on this twinning.',
    'Dans les trois derniers mois, les partenaires conviennent de ce que le partenaire jumelé continuera seul. Sa qualité de membre du comité ne dépend pas du présent jumelage.',
  ),
  CONVENOR: both(
    'In the last year the partners settle with the parent committee who leads the working group after the end. The twinned convenor hands over records and open items; nothing transfers by itself.',
    'La dernière année, les partenaires conviennent avec le comité parent de qui animera le groupe de travail après le terme. L’animateur jumelé remet dossiers et points ouverts ; rien n’est transféré de soi-même.',
  ),
  CHAIR: both(
    'In the last year the partners tell the committee whether the twinned chair is available for the office. Appointment follows the ordinary rules; nothing transfers by itself.',
    'La dernière année, les partenaires font savoir au comité si le Président jumelé est disponible pour la fonction. La nomination suit les règles ordinaires ; rien n’est transféré de soi-même.',
  ),
  SECRETARIAT: both(
    'In the last year the partners settle whether the lead partner means to give the secretariat up, and ask the committee in time if so. Files, accounts and tools are handed over by a list; nothing transfers by itself.',
    'La dernière année, les partenaires conviennent si le partenaire pilote entend céder le secrétariat et, dans ce cas, saisissent le comité à temps. Dossiers, accès et outils sont remis selon une liste ; rien n’est transféré de soi-même.',
  ),
};

/** Duties of the lead and of the twinned partner (rules.md 3.3). */
export const duties: OfType<{
  readonly lead: readonly Bilingual[];
  readonly twinned: readonly Bilingual[];
}> = {
  P_MEMBER: {
    lead: [
      both(
        'Makes the views of the twinned partner known in the committee',
        'Fait connaître au comité les vues du partenaire jumelé',
      ),
      both(
        'Advises on setting up and running the mirror committee',
        'Conseille pour la mise en place et la conduite du comité miroir',
      ),
      both(
        'Holds a joint meeting before each plenary and shares its briefing notes',
        'Tient une réunion commune avant chaque plénière et partage ses notes de préparation',
      ),
    ],
    twinned: [
      both('Keeps a national mirror committee', 'Entretient un comité miroir national'),
      both(
        'Votes itself and on time, and attends meetings',
        'Vote lui-même et dans les délais, et assiste aux réunions',
      ),
      both(
        'Names at least one expert and reports every quarter',
        'Désigne au moins un expert et rend compte chaque trimestre',
      ),
    ],
  },
  CONVENOR: {
    lead: [
      both(
        'Plans the meetings together with the twinned convenor',
        'Prépare les réunions avec l’animateur jumelé',
      ),
      both(
        'Delegates items of the agenda and goes over them afterwards',
        'Délègue des points de l’ordre du jour et en fait le bilan',
      ),
    ],
    twinned: [
      both(
        'Takes the delegated items and keeps the records of the group',
        'Conduit les points délégués et tient les dossiers du groupe',
      ),
      both('Learns the drafting rules and tools', 'Apprend les règles et outils de rédaction'),
    ],
  },
  CHAIR: {
    lead: [
      both(
        'Lets the twinned chair follow the work and delegates items',
        'Laisse le Président jumelé suivre les travaux et lui délègue des points',
      ),
      both(
        'Lets the twinned chair run a session of each plenary',
        'Laisse le Président jumelé conduire une séance de chaque plénière',
      ),
    ],
    twinned: [
      both(
        'Attends every plenary and acts internationally',
        'Assiste à chaque plénière et agit à titre international',
      ),
      both('Speaks for members that are seldom heard', 'Porte la voix des membres peu entendus'),
    ],
  },
  SECRETARIAT: {
    lead: [
      both(
        'Shares the work of the secretariat by the plan',
        'Partage le travail du secrétariat selon le plan',
      ),
      both(
        'Advises on tools and rules and receives staff for exchanges',
        'Conseille sur les outils et les règles et accueille du personnel en échange',
      ),
    ],
    twinned: [
      both('Assigns a qualified person full time', 'Affecte une personne qualifiée à plein temps'),
      both(
        'Takes on a growing share of the tasks by the plan',
        'Prend une part croissante des tâches selon le plan',
      ),
    ],
  },
};
