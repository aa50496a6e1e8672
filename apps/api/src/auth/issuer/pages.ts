import type { Language } from '@twinning/domain';
import type { DemonstrationPerson } from '@twinning/identity';
import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
button, input[type=text] { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; margin: .25rem .25rem .25rem 0; }
code { font-size: 1.5rem; letter-spacing: .1em; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** No script, no picture, nothing from elsewhere, never in a frame; forms go to ourselves only, or nowhere. */
export function contentPolicy(style: string, forms: 'self' | 'none'): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action '${forms}'; frame-ancestors 'none'; base-uri 'none'`;
}

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentPolicy(STYLE, 'self'),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${String(c.charCodeAt(0))};`);

export interface Texts {
  readonly signIn: string;
  readonly demonstration: string;
  readonly fresh: string;
  readonly desks: string;
  readonly cancel: string;
  readonly device: string;
  readonly enterCode: string;
  readonly wrongCode: string;
  readonly goOn: string;
  readonly confirmDevice: string;
  readonly deviceDone: string;
  readonly signOut: string;
  readonly signOutNow: string;
  readonly stay: string;
  readonly signedOut: string;
  readonly failed: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    signIn: 'Sign in to the demonstration',
    demonstration:
      'These people exist only in the demonstration. Choose who you want to be; there is no password.',
    fresh:
      'This step needs a fresh proof that it is you (a signature or a decision of the TMB). Choose yourself again.',
    desks: 'ISO desks',
    cancel: 'Cancel',
    device: 'Sign in the command line',
    enterCode: 'Enter the code that your terminal shows.',
    wrongCode: 'This code is not right. Enter the code that your terminal shows.',
    goOn: 'Continue',
    confirmDevice: 'Does your terminal show this code? If you did not start this, cancel.',
    deviceDone: 'You are signed in. Go back to your terminal; you can close this page.',
    signOut: 'Do you want to sign out?',
    signOutNow: 'Yes, sign out',
    stay: 'No, stay signed in',
    signedOut: 'You are signed out.',
    failed: 'The sign-in did not work. Start again from the page you came from.',
  },
  fr: {
    signIn: 'Se connecter à la démonstration',
    demonstration:
      'Ces personnes n’existent que dans la démonstration. Choisissez qui vous voulez être ; il n’y a pas de mot de passe.',
    fresh:
      'Cette étape demande une nouvelle preuve de votre identité (une signature ou une décision du TMB). Choisissez-vous de nouveau.',
    desks: 'Bureaux de l’ISO',
    cancel: 'Annuler',
    device: 'Connecter la ligne de commande',
    enterCode: 'Saisissez le code affiché par votre terminal.',
    wrongCode: 'Ce code n’est pas juste. Saisissez le code affiché par votre terminal.',
    goOn: 'Continuer',
    confirmDevice: 'Votre terminal affiche-t-il ce code ? Si vous n’avez rien lancé, annulez.',
    deviceDone: 'Vous êtes connecté. Revenez à votre terminal ; vous pouvez fermer cette page.',
    signOut: 'Voulez-vous vous déconnecter ?',
    signOutNow: 'Oui, me déconnecter',
    stay: 'Non, rester connecté',
    signedOut: 'Vous êtes déconnecté.',
    failed: 'La connexion n’a pas abouti. Recommencez depuis la page d’où vous venez.',
  },
};

/** What the people of the demonstration are called for, in French; a body's acronym stays. */
const CALLED: Readonly<Record<string, string>> = {
  'Technical programme manager': 'Responsable de programme technique',
  'TMB secretariat': 'Secrétariat du TMB',
  'Committee manager': 'Responsable de comité',
  'ISO Central Secretariat': 'Secrétariat central de l’ISO',
  Auditor: 'Auditeur',
  representative: 'représentant',
  'user administrator': 'administrateur des utilisateurs',
  signatory: 'signataire',
  'TMB member': 'membre du TMB',
};
const calledIn = (language: Language, name: string): string =>
  language === 'en'
    ? name
    : name
        .split(', ')
        .map((part) => CALLED[part] ?? part)
        .join(', ');

/** One page of the issuer; `main` is HTML whose values are escaped already. */
export const page = (language: Language, title: string, main: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Twinning</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${main}
</main>
</body>
</html>
`;

/** The people to choose from, by body; a fresh proof offers only the person it is about. */
export function choicePage(
  language: Language,
  action: string,
  people: readonly DemonstrationPerson[],
  again: string | null,
): string {
  const t = TEXTS[language];
  const offered = again === null ? people : people.filter((p) => p.id === again);
  const bodies = [
    ...new Set(offered.map((p) => (p.member === null ? null : p.name.split(',')[0]))),
  ];
  const groups = bodies.map((body) => {
    const own = offered.filter((p) => (p.member === null ? null : p.name.split(',')[0]) === body);
    return `<h2>${escaped(body ?? t.desks)}</h2>\n${own
      .map(
        (p) =>
          `<button name="person" value="${escaped(p.id)}">${escaped(calledIn(language, p.name))}</button>`,
      )
      .join('\n')}`;
  });
  return page(
    language,
    t.signIn,
    `<p>${escaped(again === null ? t.demonstration : t.fresh)}</p>
<form method="post" action="${escaped(action)}">
${groups.join('\n')}
<p><button name="cancel" value="yes">${escaped(t.cancel)}</button></p>
</form>`,
  );
}
