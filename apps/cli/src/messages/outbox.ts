import type { Language } from './index.js';

/** What `twinning outbox` says. */
export interface OutboxMessages {
  readonly group: string;
  readonly contacts: string;
  readonly messages: string;
  readonly add: string;
  readonly pause: string;
  readonly resume: string;
  readonly rotate: string;
  readonly replay: string;
  readonly rhythm: string;
  readonly how: string;
  readonly news: string;
  readonly noNews: string;
  readonly hears: (id: string, rhythm: string, news: boolean) => string;
  readonly kind: string;
  readonly address: string;
  readonly contact: string;
  readonly member: string;
  readonly desk: string;
  readonly committee: string;
  readonly speak: string;
  readonly since: string;
  readonly agreement: string;
  readonly limit: string;
  readonly none: string;
  readonly noContact: (id: string) => string;
  readonly seeContacts: string;
  readonly oneRecipient: string;
  readonly added: (id: string) => string;
  readonly secret: (secret: string) => string;
  readonly done: (id: string, state: string) => string;
  readonly replayed: (count: number) => string;
  readonly counts: (waiting: number, sent: number, failed: number) => string;
  readonly states: Readonly<Record<string, string>>;
}

export const outboxMessages: Readonly<Record<Language, OutboxMessages>> = {
  en: {
    group: 'messages that leave the product, and who receives them',
    contacts: 'list who receives messages, with how many wait, were sent and failed',
    messages: 'list the latest messages with what became of each',
    add: 'let a body or a desk receive messages by e-mail or webhook',
    pause: 'keep messages for a contact until it is resumed',
    resume: 'send to a contact again, also to one that was disabled',
    rotate: 'give a webhook a new signing secret; the old one signs too until the next rotation',
    replay: 'send again, under the same ids, what a contact was sent since a time',
    rhythm: 'say how often a contact by e-mail hears of what can wait',
    how: 'at once, in a summary each morning, or on Mondays',
    news: 'also of new statuses',
    noNews: 'not of new statuses that ask for nothing',
    hears: (id, rhythm, news) => `${id}: ${rhythm}${news ? '' : ', without news'}`,
    kind: 'email or webhook',
    address: 'address of e-mail, or URL',
    contact: 'id of the contact',
    member: 'ISO member id of the body',
    desk: 'desk, e.g. TPM, TMB_SEC, COMMITTEE_MANAGER, ISO_CS',
    committee: 'only what concerns this committee',
    speak: 'language of the messages',
    since: 'date or time (RFC 3339)',
    agreement: 'of one agreement',
    limit: 'how many',
    none: 'Nothing to list.',
    noContact: (id) => `There is no such contact: ${id}.`,
    seeContacts: 'See `twinning outbox contacts`.',
    oneRecipient: 'Name a body (--member) or a desk (--desk), one of the two.',
    added: (id) => `Contact ${id}`,
    secret: (secret) => `Signing secret, shown this once: ${secret}`,
    done: (id, state) => `${id}: ${state}`,
    replayed: (count) => `${String(count)} messages go out again.`,
    counts: (waiting, sent, failed) =>
      `${String(waiting)} waiting, ${String(sent)} sent, ${String(failed)} failed`,
    states: {
      active: 'active',
      paused: 'paused',
      disabled: 'disabled',
      waiting: 'waiting',
      sent: 'sent',
      failed: 'failed',
      overtaken: 'overtaken: done meanwhile',
      instant: 'at once',
      daily: 'each morning',
      weekly: 'on Mondays',
    },
  },
  fr: {
    group: 'les messages qui sortent du produit, et leurs destinataires',
    contacts: 'lister les destinataires, avec les messages en attente, envoyés et échoués',
    messages: 'lister les derniers messages et leur sort',
    add: 'faire recevoir les messages à un organisme ou à un service, par courriel ou webhook',
    pause: 'retenir les messages d’un destinataire jusqu’à la reprise',
    resume: 'reprendre l’envoi à un destinataire, même désactivé',
    rotate:
      'donner à un webhook un nouveau secret de signature ; l’ancien signe aussi jusqu’au suivant',
    replay: 'renvoyer, sous les mêmes identifiants, ce qu’un destinataire a reçu depuis une date',
    rhythm: 'dire à quel rythme un destinataire par courriel apprend ce qui peut attendre',
    how: 'aussitôt, dans un résumé chaque matin, ou le lundi',
    news: 'aussi les nouveaux statuts',
    noNews: 'sans les nouveaux statuts qui ne demandent rien',
    hears: (id, rhythm, news) => `${id} : ${rhythm}${news ? '' : ', sans nouvelles'}`,
    kind: 'email ou webhook',
    address: 'adresse de courriel, ou URL',
    contact: 'identifiant du destinataire',
    member: 'identifiant ISO de l’organisme',
    desk: 'service, p. ex. TPM, TMB_SEC, COMMITTEE_MANAGER, ISO_CS',
    committee: 'seulement ce qui concerne ce comité',
    speak: 'langue des messages',
    since: 'date ou heure (RFC 3339)',
    agreement: 'd’un seul accord',
    limit: 'combien',
    none: 'Rien à lister.',
    noContact: (id) => `Ce destinataire n’existe pas : ${id}.`,
    seeContacts: 'Voir `twinning outbox contacts`.',
    oneRecipient: 'Nommez un organisme (--member) ou un service (--desk), l’un des deux.',
    added: (id) => `Destinataire ${id}`,
    secret: (secret) => `Secret de signature, montré cette seule fois : ${secret}`,
    done: (id, state) => `${id} : ${state}`,
    replayed: (count) => `${String(count)} messages repartent.`,
    counts: (waiting, sent, failed) =>
      `${String(waiting)} en attente, ${String(sent)} envoyés, ${String(failed)} échoués`,
    states: {
      active: 'actif',
      paused: 'en pause',
      disabled: 'désactivé',
      waiting: 'en attente',
      sent: 'envoyé',
      failed: 'échoué',
      overtaken: 'dépassé : fait entre-temps',
      instant: 'aussitôt',
      daily: 'chaque matin',
      weekly: 'le lundi',
    },
  },
};
