const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const en = {
  label: 'Your comment on this clause',
  help: 'It changes no text and binds nobody. The other partner reads it.',
  sendNow: 'Send it now',
  keep: 'Keep it for one review',
  pending: 'not sent yet',
  title: 'Your review',
  lead: (n: number) =>
    `${plural(n, 'comment waits', 'comments wait')} in this browser until you send the review.`,
  send: 'Send the review',
  remove: 'Take it out',
  sent: (n: number) => `${plural(n, 'comment is', 'comments are')} recorded.`,
  away: 'There is no connection. Your comments stay here; send the review again when it is back.',
  changed: 'The terms were changed meanwhile. Read what is new below, then send the review again.',
  empty: 'Write what you want to say.',
};

const fr: typeof en = {
  label: 'Votre commentaire sur cette clause',
  help: 'Il ne change aucun texte et n’engage personne. L’autre partenaire le lit.',
  sendNow: 'L’envoyer maintenant',
  keep: 'Le garder pour une relecture',
  pending: 'pas encore envoyé',
  title: 'Votre relecture',
  lead: (n) =>
    `${plural(n, 'commentaire attend', 'commentaires attendent')} dans ce navigateur que vous envoyiez la relecture.`,
  send: 'Envoyer la relecture',
  remove: 'Le retirer',
  sent: (n) => `${plural(n, 'commentaire est inscrit', 'commentaires sont inscrits')}.`,
  away: 'Il n’y a pas de connexion. Vos commentaires restent ici ; renvoyez la relecture quand elle sera revenue.',
  changed:
    'Les clauses ont été changées entre-temps. Lisez ci-dessous ce qui est nouveau, puis renvoyez la relecture.',
  empty: 'Écrivez ce que vous voulez dire.',
};

export const reviewTexts = { en, fr };
