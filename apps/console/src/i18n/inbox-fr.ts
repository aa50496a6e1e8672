import type { inboxEn } from './inbox-en.js';

export const inboxFr: typeof inboxEn = {
  signIn: {
    title: 'Se connecter',
    lead: 'Ceci est une démonstration : choisissez qui vous voulez être. Un clic suffit.',
    desks: 'Bureaux de l’ISO',
    bodies: 'Organismes nationaux',
    filter: 'Trouver un organisme par son sigle',
    elsewhere: 'Se connecter avec votre organisme',
    alsoElsewhere: 'Ou passez par la connexion d’un service en production :',
  },
  inbox: {
    title: 'À faire',
    lead: (body: string | null) =>
      body === null ? 'Ce qui attend votre bureau.' : `Ce qui attend ${body}.`,
    views: 'Vues de la liste',
    tabs: {
      mine: 'Pour moi',
      soon: 'Sous deux semaines',
      new: 'Nouveau',
      others: 'Attendu des autres',
      done: 'Fait',
    },
    empty: {
      mine: 'Rien ne vous attend. Ce qui aura besoin de vous apparaîtra ici.',
      soon: 'Aucune échéance dans les deux semaines.',
      new: 'Rien de nouveau depuis deux semaines.',
      others: 'Personne ne doit agir dans vos accords.',
      done: 'Rien de fait pour l’instant. Ce que vous accomplissez apparaît ici avec sa place dans le registre.',
    },
    notAll: (shown: number, of: number) =>
      `Les ${String(shown)} plus urgentes sur ${String(of)} sont affichées.`,
    more: (count: number) => `En afficher ${String(count)}`,
    waits: 'Qui doit agir',
    since: 'depuis le',
    from: 'à partir du',
    due: 'échéance',
    dueAt: 'échéance :',
    until: 'jusqu’au',
    noLimit: 'sans délai',
    otherwise: 'Si personne n’agit',
    nothingElse: 'La tâche reste ouverte ; rien ne se produit de soi-même.',
    under: 'Règle',
    reminded: (person: string) => `Rappel de ${person},`,
    doIt: 'Agir ici',
    doItClose: 'Fermer sans envoyer',
    doneNow: 'C’est fait, et inscrit au registre.',
    chooseStep: 'Que voulez-vous faire ?',
    notOpen: 'Pas possible maintenant :',
    by: (person: string) => `par ${person}`,
    result: (version: number) => `version ${String(version)} de l’accord`,
  },
};
