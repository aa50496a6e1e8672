import { plural } from './plural-fr.js';
import type { ShellTexts } from './shell-en.js';

export const shellFr: ShellTexts = {
  live: {
    news: (count) => `${plural(count, 'accord a changé', 'accords ont changé')}.`,
    show: 'Afficher',
    away: 'Pas de connexion : vous lisez ce qui a été ouvert avant. Ce que vous envoyez d’un formulaire attend et part une seule fois ; vos remarques et une nouvelle proposition restent ici jusqu’à ce que vous les envoyiez.',
    waiting: (count) =>
      `${plural(count, 'action attend', 'actions attendent')} d’être envoyées ou revues.`,
    outbox: 'Boîte d’envoi',
    ended: 'Votre session est terminée. Votre saisie est conservée.',
    again: (person) => `Se reconnecter en tant que ${person}`,
  },
  outbox: {
    title: 'Boîte d’envoi',
    lead: 'Ce que vous avez fait et qui n’a pas encore d’issue. L’envoi se fait seul, une fois et dans cet ordre, dès que le service répond.',
    empty: 'Rien n’attend d’être envoyé.',
    emptyWhy:
      'Ce que vous envoyez sans connexion attend ici et part une seule fois quand elle revient.',
    given: 'fait le',
    states: {
      WAITING: 'En attente d’envoi.',
      STORED:
        'Enregistré par le service, qui l’exécutera dès que possible. Ce que vous faites entre-temps dans cet accord attend derrière.',
      CHANGED: 'Non exécuté : l’accord a changé entre-temps. Lisez ce qui s’est passé et renvoyez.',
      PROOF: 'Non exécuté : confirmez d’abord que c’est bien vous.',
      REFUSED: 'Non exécuté.',
    },
    look: 'Ouvrir',
    drop: 'Retirer',
    dropWaiting: 'Ne pas envoyer',
    inForm: 'Ceci attend dans la boîte d’envoi et sera exécuté dès que le service le pourra.',
    leaving: (count) =>
      `${plural(count, 'action attend', 'actions attendent')} d’être envoyées et seraient perdues. Se déconnecter quand même ?`,
  },
  look: {
    label: 'Apparence',
    theme: 'Couleurs',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    contrast: 'Contraste élevé',
  },
  palette: {
    title: 'Aller à',
    label: 'Page, accord ou action',
    open: 'Chercher',
    openKey: '(Ctrl K)',
    none: 'Rien ne correspond.',
    found: (count) => plural(count, 'résultat', 'résultats'),
    more: (count) =>
      `Les ${String(count)} premiers sont montrés : saisissez davantage, ou parcourez la liste :`,
    page: 'page',
    agreement: 'accord',
    action: 'action',
    language: 'English',
    key: 'Chercher pages, accords et actions',
  },
};
