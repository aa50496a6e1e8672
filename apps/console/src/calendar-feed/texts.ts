const en = {
  title: 'Your deadlines in your calendar',
  lead: 'A private address that your calendar subscribes to: it shows whatever you must do by when, and follows every change. Whoever has the address can read your deadlines; keep it to yourself. It ends when you have not signed in for 90 days.',
  create: 'Make a new address',
  createHelp: 'An address that you made before ends with it.',
  address: 'Your address',
  once: 'It is shown only now. In your calendar choose “subscribe” or “from the web”, and paste it.',
  copy: 'Copy the address',
  copied: 'Copied.',
  notCopied: 'Your browser did not let us copy it: the address is selected, copy it yourself.',
  revoke: 'End the address',
  revoked: 'The address has ended: nobody reads your deadlines with it any more.',
  noneToRevoke: 'There is no address to end.',
  away: 'Away for some days?',
  awayLink: 'See who acts for your body, or let somebody act for you',
};

const fr: typeof en = {
  title: 'Vos échéances dans votre calendrier',
  lead: 'Une adresse privée à laquelle votre calendrier s’abonne : il montre ce que vous devez faire et pour quand, et suit chaque changement. Qui a l’adresse peut lire vos échéances ; gardez-la pour vous. Elle prend fin si vous ne vous connectez pas pendant 90 jours.',
  create: 'Créer une nouvelle adresse',
  createHelp: 'Une adresse créée auparavant prend fin en même temps.',
  address: 'Votre adresse',
  once: 'Elle n’est affichée que maintenant. Dans votre calendrier, choisissez « s’abonner » ou « depuis le web » et collez-la.',
  copy: 'Copier l’adresse',
  copied: 'Copiée.',
  notCopied:
    'Votre navigateur ne nous a pas laissés copier : l’adresse est sélectionnée, copiez-la vous-même.',
  revoke: 'Mettre fin à l’adresse',
  revoked: 'L’adresse n’existe plus : plus personne ne lit vos échéances avec elle.',
  noneToRevoke: 'Il n’y a pas d’adresse à laquelle mettre fin.',
  away: 'Une absence de quelques jours ?',
  awayLink: 'Voir qui agit pour votre organisme, ou laisser quelqu’un agir pour vous',
};

export const calendarTexts = { en, fr };
