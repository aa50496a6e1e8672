import { plural } from './plural-fr.js';
import type { proposalEn } from './proposal-en.js';

export const proposalFr: typeof proposalEn = {
  proposal: {
    title: 'Nouveau jumelage',
    lead: 'Cinq courtes étapes. Rien n’est envoyé avant la dernière.',
    step: (n: number, of: number) => `Étape ${String(n)} sur ${String(of)}`,
    steps: {
      kind: 'Quel jumelage ?',
      committee: 'Dans quel comité ?',
      partner: 'Avec qui ?',
      words: 'De quoi s’agit-il ?',
      check: 'Vérifiez vos réponses',
    },
    which: 'Type de jumelage',
    side: 'Votre rôle',
    asLead: 'Vous avez l’expérience et la partagez.',
    asTwinned: 'Vous voulez apprendre et participer.',
    committee: 'Comité',
    committeeHelp: 'Cherchez par référence ou par titre, par exemple TC 34 ou alimentaires.',
    workingGroup: 'Groupe de travail',
    workingGroupHelp: 'WG et son numéro, par exemple WG 3.',
    partner: 'Partenaire',
    findTwinned: 'Cherchez un organisme qui n’est pas encore membre (P) de ce comité.',
    findLead: 'Cherchez un membre (P) de ce comité.',
    candidates: 'Partenaires possibles',
    candidatesOf: (n: number) => plural(n, 'partenaire possible', 'partenaires possibles'),
    allCandidates: (n: number) => `Les montrer tous (${String(n)})`,
    becauseP: 'membre (P) de ce comité',
    becauseO: 'membre (O) de ce comité : il suit déjà les travaux',
    noCandidates: 'Aucun membre de ce genre au répertoire. Cherchez ci-dessus, ou laissez ouvert.',
    later:
      'Vous pouvez laisser ouvert et demander une recherche au responsable de programme technique.',
    nobodyYet: 'personne encore',
    change: 'Modifier',
    whatHappens:
      'À l’envoi, un projet est ouvert et le partenaire est invité. Rien n’engage personne avant que les deux ne consentent à la demande.',
    whatHappensAlone:
      'À l’envoi, un projet est ouvert que vous seul voyez, jusqu’à ce que vous invitiez un partenaire. Rien n’engage personne avant que les deux ne consentent.',
    gaps: {
      type: 'Choisissez le type de jumelage.',
      side: 'Choisissez votre rôle.',
      committee: 'Choisissez le comité.',
      workingGroup: 'Indiquez le groupe de travail, par exemple WG 3.',
    },
    back: 'Retour',
    next: 'Continuer',
    send: 'Ouvrir le projet',
    kept: 'Vos réponses restent dans ce navigateur jusqu’à l’envoi ou la déconnexion.',
    notYours: 'C’est le représentant d’un organisme membre qui propose un jumelage.',
    opened: 'Le projet est ouvert. Ce que vous changez ici y sera ajouté à l’envoi.',
    openedLink: 'Continuer dans le projet',
    startAgain: 'Tout recommencer',
  },
};
