const en = {
  title: 'Where you are signed in',
  lead: 'Every browser in which you are signed in here now. End a session that is not yours or that you left open on another device: it ends at once. What you may do stays the same.',
  caption: 'Your sessions',
  device: 'Browser',
  unknown: 'Unknown browser',
  here: 'this one',
  signedIn: 'Signed in',
  lastUsed: 'Last used',
  ends: 'Ends if not used',
  action: 'Action',
  end: 'End',
  endOf: (device: string) => `End the session in ${device}`,
  endOthers: 'End all others',
  none: 'You are signed in nowhere else.',
  ended: 'The session has ended.',
  endedOthers: 'All other sessions have ended.',
  gone: 'That session had ended already.',
  suspect:
    'Was one of them not you? End it, then change your password where you sign in and tell your body’s administrator.',
};

const fr: typeof en = {
  title: 'Où vous êtes connecté',
  lead: 'Tous les navigateurs dans lesquels vous êtes connecté ici en ce moment. Mettez fin à une session qui n’est pas la vôtre ou que vous avez laissée ouverte sur un autre appareil : elle se termine aussitôt. Vos droits n’en sont pas modifiés.',
  caption: 'Vos sessions',
  device: 'Navigateur',
  unknown: 'Navigateur inconnu',
  here: 'celui-ci',
  signedIn: 'Connexion',
  lastUsed: 'Dernière utilisation',
  ends: 'Se termine sans utilisation',
  action: 'Action',
  end: 'Terminer',
  endOf: (device: string) => `Terminer la session dans ${device}`,
  endOthers: 'Terminer toutes les autres',
  none: 'Vous n’êtes connecté nulle part ailleurs.',
  ended: 'La session est terminée.',
  endedOthers: 'Toutes les autres sessions sont terminées.',
  gone: 'Cette session était déjà terminée.',
  suspect:
    'L’une d’elles n’était pas vous ? Terminez-la, puis changez votre mot de passe là où vous vous connectez et prévenez l’administrateur de votre organisme.',
};

export const sessionTexts = { en, fr };
