import type { formEn } from './form-en.js';
import { plural } from './plural-fr.js';

export const formFr: typeof formEn = {
  form: {
    optional: '(facultatif)',
    choose: 'Choisir …',
    yes: 'Oui',
    no: 'Non',
    add: (name: string) => `Ajouter : ${name}`,
    remove: (name: string, n: number) => `Retirer : ${name} ${String(n)}`,
    itemOf: (name: string, n: number) => `${name} ${String(n)}`,
    pickAnother: 'Choisir autre chose',
    found: (n: number) => (n === 0 ? 'Aucun résultat.' : plural(n, 'résultat', 'résultats')),
    firstOf: (n: number, total: number) =>
      `Les ${String(n)} plus proches sur ${String(total)} : saisissez davantage pour trouver les autres.`,
    problem: 'Il y a un problème',
    missing: 'Ce champ est à remplir.',
    errorTitle: (title: string) => `Erreur : ${title}`,
    tooLong: (length: number, max: number) =>
      `Raccourcissez de ${plural(length - max, 'caractère', 'caractères')} : ${String(length)}, c’est trop ; ${String(max)} au plus.`,
    notANumber: 'Un nombre entier est attendu.',
    outOfRange: (min: number, max: number) =>
      max === Infinity ? `Au moins ${String(min)}.` : `De ${String(min)} à ${String(max)}.`,
    count: (min: number, max: number) =>
      max === Infinity
        ? `Au moins ${plural(min, 'élément', 'éléments')}.`
        : `De ${String(min)} à ${String(max)} éléments.`,
    invalid: 'Cette valeur ne convient pas.',
    shapes: {
      DAY: 'Indiquez une date entière : jour, mois et année.',
      PERSON:
        'Indiquez la référence de la personne, par exemple asi.rep : lettres sans accent, chiffres, points, traits d’union et traits bas, sans espace.',
      LISTED: 'Choisissez dans la liste.',
      FILE: 'Choisissez un fichier de la liste, ou déposez-en un.',
      KEY: 'Indiquez-la en base64url : lettres, chiffres, traits d’union et traits bas, en entier.',
      SEEN: 'Le texte contient un caractère invisible, ou aucun caractère visible. Saisissez-le au lieu de le coller.',
    },
    sending: 'Envoi …',
    cancel: 'Ne rien changer',
    storedTitle: 'Enregistré, et sera exécuté',
    kept: 'Ce que vous écrivez reste dans le dossier pour toujours : n’y nommez personne, le rôle suffit.',
    stored:
      'Votre action est en sûreté. Elle sera exécutée dès le retour du moteur ; inutile de la renvoyer.',
    awayTitle: 'Pas encore envoyé',
    away: 'Aucune réponse n’est venue. Votre saisie est conservée : renvoyez-la. Elle sera exécutée une seule fois, même si elle est arrivée la première fois.',
    changedTitle: 'L’accord a changé pendant que vous écriviez',
    changed:
      'Votre saisie est toujours là. Lisez ce qui s’est passé, puis renvoyez-la si elle convient encore.',
    endedTitle: 'Votre session a pris fin',
    ended: 'Votre saisie est conservée. Reconnectez-vous, et elle sera envoyée.',
    proofTitle: 'Confirmez que c’est bien vous',
    proof: 'Cette étape engage votre organisme : une preuve récente de votre identité est requise.',
    confirmMe: (person: string) => `Confirmer : je suis ${person}`,
    confirmElsewhere: 'Confirmer par la connexion de votre organisme',
    doneTitle: 'C’est fait',
    done: 'L’acte figure au registre, et toutes les personnes concernées le voient.',
    backTo: (title: string) => `Retour à ${title}`,
    backUnsent: 'Retour sans envoyer',
  },
};
