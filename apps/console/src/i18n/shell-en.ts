import { plural } from './plural-en.js';
/** Words of the frame of every page: what is live, what waits, how it looks, where to go. */
export const shellEn = {
  live: {
    news: (count: number) => `${plural(count, 'agreement has', 'agreements have')} changed.`,
    show: 'Show',
    away: 'No connection: you read what was opened before. What you send from a form waits and is sent once; comments and a new proposal are kept here until you send them.',
    waiting: (count: number) =>
      `${plural(count, 'action waits', 'actions wait')} to be sent, or to be looked at again.`,
    outbox: 'Outbox',
    ended: 'Your session has ended. What you typed is kept.',
    again: (person: string) => `Sign in again as ${person}`,
  },
  outbox: {
    title: 'Outbox',
    lead: 'What you did and has no outcome yet. It is sent by itself, once and in this order, as soon as the service answers.',
    empty: 'Nothing waits to be sent.',
    emptyWhy: 'What you send without a connection waits here and is sent once when it is back.',
    given: 'given on',
    states: {
      WAITING: 'Waits to be sent.',
      STORED:
        'Stored by the service, which carries it out as soon as it can. What you do meanwhile in this agreement waits for it.',
      CHANGED:
        'Not carried out: the agreement changed meanwhile. Read what happened and send again.',
      PROOF: 'Not carried out: confirm first that it is you.',
      REFUSED: 'Not carried out.',
    },
    look: 'Open it',
    drop: 'Remove it',
    dropWaiting: 'Do not send it',
    inForm: 'This waits in the outbox and is carried out by itself as soon as the service can.',
    leaving: (count: number) =>
      `${plural(count, 'action waits', 'actions wait')} to be sent and would be lost. Sign out all the same?`,
  },
  look: {
    label: 'Appearance',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    contrast: 'High contrast',
  },
  palette: {
    title: 'Go to',
    label: 'Page, agreement or action',
    open: 'Search',
    openKey: '(Ctrl K)',
    none: 'Nothing fits.',
    found: (count: number) => plural(count, 'match', 'matches'),
    more: (count: number) =>
      `The first ${String(count)} are shown: type more letters, or look through the list:`,
    page: 'page',
    agreement: 'agreement',
    action: 'action',
    language: 'Français',
    key: 'Search pages, agreements and actions',
  },
};
export type ShellTexts = typeof shellEn;
