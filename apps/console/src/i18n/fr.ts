import type { Remaining } from '../calendar.js';
import type { Texts } from './en.js';
import { inboxFr } from './inbox-fr.js';
import { agreementFr } from './agreement-fr.js';
import { followUpFr } from './follow-up-fr.js';
import { formFr } from './form-fr.js';
import { proposalFr } from './proposal-fr.js';
import { registryFr } from './registry-fr.js';
import { auditFr } from './audit-fr.js';
import { deskFr } from './desk-fr.js';
import { helpFr } from './help-fr.js';
import { plural } from './plural-fr.js';
import { shellFr } from './shell-fr.js';
import { sourceIn } from './source.js';

const lateBy = {
  day: ['jour', 'jours'],
  hour: ['heure', 'heures'],
  minute: ['minute', 'minutes'],
} as const;

export const fr: Texts = {
  ...shellFr,
  ...inboxFr,
  ...agreementFr,
  ...followUpFr,
  ...formFr,
  ...proposalFr,
  ...registryFr,
  ...auditFr,
  ...deskFr,
  ...helpFr,
  skip: 'Aller au contenu',
  language: 'Langue',
  signOut: 'Se déconnecter',
  close: 'Fermer',
  retry: 'Réessayer',
  reload: 'Recharger la page',
  loading: 'Chargement …',
  open: 'à trouver',
  zone: 'Europe/Zurich',
  colon: ' : ',
  contact: 'Aide : votre responsable de programme technique, ou',
  apiDocs: 'Documentation de l’API',
  notFoundTitle: 'Page introuvable',
  notFound: 'Il n’y a rien à cette adresse, ou vous ne pouvez pas le voir.',
  brokenTitle: 'Un problème est survenu sur cette page',
  broken:
    'Ce que vous avez saisi sans l’envoyer est conservé. Rechargez la page ; le reste fonctionne.',
  awayTitle: 'Le service ne répond pas',
  away: 'Vérifiez la connexion et réessayez. Votre saisie est conservée.',
  endOf: (day: string) => `fin du ${day}`,
  dayAndTime: (day: string, time: string) => `${day} à ${time}`,
  overdue: ({ unit, count }: Remaining) => {
    const [one, many] = lateBy[unit];
    return `en retard de ${plural(-count, one, many)}`;
  },
  signOutAway:
    'Le service n’a pas été atteint. Ce navigateur a tout oublié, mais votre session dure encore : déconnectez-vous de nouveau quand la connexion est revenue, ou fermez le navigateur.',
  source: (clause: string) => sourceIn('règle du produit', clause),
  ruleSays: 'Ce que dit cette règle',
  clause: (clause: string) => `selon ${sourceIn('règle du produit', clause)}`,
  nav: {
    label: 'Principale',
    inbox: 'À faire',
    agreements: 'Accords',
    propose: 'Nouveau jumelage',
    desk: 'Bureau',
    programme: 'Programme',
    people: 'Personnes',
    registry: 'Répertoire',
    audit: 'Audit',
    help: 'Aide',
  },
  keys: {
    title: 'Touches',
    list: 'Afficher cette liste',
    off: 'Désactiver les touches simples dans ce navigateur',
  },
  roles: {
    NSB_REP: 'Représentant',
    MBUA: 'Administrateur des utilisateurs',
    SIGNATORY: 'Signataire',
    TMB_MEMBER: 'Membre du TMB',
    TPM: 'Responsable de programme technique',
    TMB_SEC: 'Secrétariat du TMB',
    COMMITTEE_MANAGER: 'Responsable de comité',
    ISO_CS: 'Secrétariat central de l’ISO',
    AUDITOR: 'Auditeur',
  },
  sides: { lead: 'Partenaire pilote', twinned: 'Partenaire jumelé' },
  desks: {
    LEAD: 'Partenaire pilote',
    TWINNED: 'Partenaire jumelé',
    BOTH: 'Les deux partenaires',
    INITIATOR: 'Initiateur',
    INVITED: 'Organisme invité',
    TPM: 'Responsable de programme technique',
    TMB_SEC: 'Secrétariat du TMB',
    TMB_MEMBERS: 'Membres du TMB',
    COMMITTEE_MANAGER: 'Responsable de comité',
    ISO_CS: 'Secrétariat central de l’ISO',
  },
  phases: {
    PROPOSAL: 'Proposition',
    PARTNER_SELECTION: 'Partenaire',
    APPROVAL: 'Approbation',
    NEGOTIATION: 'Clauses',
    EXECUTION: 'En vigueur',
    EVALUATION: 'Évaluation',
    CLOSED: 'Clos',
  },
  types: {
    P_MEMBER: {
      name: 'Membre (P)',
      help: 'L’organisme jumelé apprend à participer à un comité comme membre participant. Le début habituel ; environ trois ans.',
    },
    CONVENOR: {
      name: 'Animateur',
      help: 'L’organisme jumelé prépare une personne à animer un groupe de travail, aux côtés de l’animateur actuel.',
    },
    CHAIR: {
      name: 'Président',
      help: 'Un président et un vice-président jumelé se partagent la conduite du comité.',
    },
    SECRETARIAT: {
      name: 'Secrétariat',
      help: 'Deux organismes tiennent ensemble le secrétariat d’un comité jusqu’à ce que l’organisme jumelé puisse le reprendre.',
    },
  },
};
