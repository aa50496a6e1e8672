import type { Language } from '../messages/index.js';

interface LoginTexts {
  readonly about: {
    readonly login: string;
    readonly logout: string;
    readonly policy: string;
    readonly issuer: string;
  };
  readonly confirm: (address: string, code: string) => string;
  readonly signedIn: string;
  readonly signedOut: string;
  readonly noAnswer: (address: string) => string;
  readonly noDevice: (issuer: string) => string;
  readonly notTrusted: (issuers: string) => string;
  readonly refused: (error: string) => string;
  readonly tooLate: string;
  readonly nobody: string;
  readonly ended: string;
  readonly unreadable: (file: string) => string;
  readonly again: string;
  readonly first: string;
  readonly start: string;
}

/** What signing in and out of the command line says. */
export const LOGIN: Readonly<Record<Language, LoginTexts>> = {
  en: {
    about: {
      login: 'sign in as yourself in the browser; then act with "--as me"',
      logout: 'give the tokens of "login" back and forget them',
      policy: 'who may do what, from the code that decides',
      issuer: 'where you sign in, when the service trusts several issuers',
    },
    confirm: (address, code) => `Open ${address}\nand confirm the code ${code}.`,
    signedIn: 'You are signed in; add "--as me" to act as yourself.',
    signedOut: 'You are signed out.',
    noAnswer: (address) => `${address} does not answer.`,
    noDevice: (issuer) => `${issuer} cannot sign in a command line (no device flow).`,
    notTrusted: (issuers) => `The service does not trust this issuer. It trusts: ${issuers}.`,
    refused: (error) => `The sign-in was not confirmed (${error}).`,
    tooLate: 'Nobody confirmed the code in time.',
    nobody: 'Nobody is signed in here.',
    ended: 'Your sign-in has ended.',
    unreadable: (file) => `${file} is not readable.`,
    again: 'Run "twinning login" again.',
    first: 'Run "twinning login" first.',
    start: 'Run "npm start", or set TWINNING_URL.',
  },
  fr: {
    about: {
      login: 'se connecter dans le navigateur ; puis agir avec « --as me »',
      logout: 'rendre les jetons de « login » et les oublier',
      policy: 'qui peut faire quoi, d’après le code qui décide',
      issuer: 'où vous vous connectez, si le service reconnaît plusieurs fournisseurs',
    },
    confirm: (address, code) => `Ouvrez ${address}\net confirmez le code ${code}.`,
    signedIn: 'Vous êtes connecté ; ajoutez « --as me » pour agir en votre nom.',
    signedOut: 'Vous êtes déconnecté.',
    noAnswer: (address) => `${address} ne répond pas.`,
    noDevice: (issuer) =>
      `${issuer} ne peut pas connecter une ligne de commande (pas de flux « device »).`,
    notTrusted: (issuers) =>
      `Le service ne reconnaît pas ce fournisseur. Il reconnaît : ${issuers}.`,
    refused: (error) => `La connexion n’a pas été confirmée (${error}).`,
    tooLate: 'Personne n’a confirmé le code à temps.',
    nobody: 'Personne n’est connecté ici.',
    ended: 'Votre connexion est terminée.',
    unreadable: (file) => `${file} n’est pas lisible.`,
    again: 'Relancez « twinning login ».',
    first: 'Lancez d’abord « twinning login ».',
    start: 'Lancez « npm start » ou définissez TWINNING_URL.',
  },
};
