import { label, sentenceOfDeadline, sentenceOfDuty, type Language } from '@twinning/domain';
import type { Delivery } from '@twinning/engine';

interface Words {
  readonly yourMove: string;
  readonly reminder: string;
  readonly forInformation: string;
  readonly nowIn: string;
  readonly until: string;
  readonly why: string;
  readonly informed: string;
  readonly open: string;
  readonly footer: string;
  readonly settings: string;
  readonly daily: string;
  readonly weekly: string;
  readonly openInbox: string;
  readonly more: (count: number) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    yourMove: 'Your move',
    reminder: 'Reminder',
    forInformation: 'For information',
    nowIn: 'New status',
    until: 'due',
    why: 'Why you receive this',
    informed: 'For the information of the committee',
    open: 'Open the agreement',
    settings: 'How often you hear from Twinning',
    daily: 'What happened since yesterday',
    weekly: 'What happened this week',
    openInbox: 'Open the inbox',
    more: (count) => `and ${String(count)} more in the inbox`,
    footer:
      'Twinning sends this to the address registered for your body or desk. Please do not reply.',
  },
  fr: {
    yourMove: 'À vous d’agir',
    reminder: 'Rappel',
    forInformation: 'Pour information',
    nowIn: 'Nouveau statut',
    until: 'échéance',
    why: 'Pourquoi ce message',
    informed: 'Pour l’information du comité',
    open: 'Ouvrir l’accord',
    settings: 'À quel rythme Twinning vous écrit',
    daily: 'Ce qui s’est passé depuis hier',
    weekly: 'Ce qui s’est passé cette semaine',
    openInbox: 'Ouvrir la liste des tâches',
    more: (count) => `et ${String(count)} de plus dans la liste des tâches`,
    footer:
      'Twinning envoie ce message à l’adresse enregistrée pour votre organisme ou service. Merci de ne pas répondre.',
  },
};

/** What a message says in one language. */
export interface Said {
  readonly subject: string;
  readonly agreement: string;
  readonly lines: readonly string[];
  readonly open: string;
  readonly footer: string;
  /** Where the reader changes how often they hear, in words. */
  readonly settings: string;
}

/** The sentences of a notice, from the product's own texts. */
export function said({ kind, content, names, language }: Delivery): Said {
  const words = WORDS[language];
  const pair = [names.lead, names.twinned].filter((name) => name !== null).join(' – ');
  const agreement = [pair, names.committee].filter((part) => part).join(', ');
  const owed = content.owed.map(({ id, due }) => {
    const until = due === null ? '' : ` (${words.until} ${dayIn(due, language)})`;
    return `${sentenceOfDuty({ id }, language)}${until}`;
  });
  const status = label('status', content.status, language);
  const of = (what: string) => (agreement === '' ? what : `${what}: ${agreement}`);
  const { open, footer, settings } = words;
  const rest = { agreement, open, footer, settings };
  switch (kind) {
    case 'reminder': {
      const why =
        content.timer === undefined
          ? []
          : [`${words.why}: ${sentenceOfDeadline(content.timer, language)}`];
      return { subject: of(words.reminder), lines: [...owed, ...why], ...rest };
    }
    case 'duty':
      return { subject: of(words.yourMove), lines: owed, ...rest };
    case 'copy':
      return {
        subject: of(words.forInformation),
        lines: content.copy === undefined ? [] : [capital(label('about', content.copy, language))],
        ...rest,
      };
    case 'information': {
      const about = label('about', content.about ?? '', language);
      return {
        subject: of(`${words.informed} (${about})`),
        lines: [`${words.informed}: ${about}`, `${words.nowIn}: ${status}`],
        ...rest,
      };
    }
    case 'status':
    case 'change':
      return {
        subject: of(`${words.nowIn} (${status})`),
        lines: [`${words.nowIn}: ${status}`],
        ...rest,
      };
  }
}

/** The heading of a summary of several messages, in the language of its reader. */
export function saidOfDigest(
  language: Language,
  rhythm: 'daily' | 'weekly',
  count: number,
  shown: number,
): { readonly subject: string; readonly open: string; readonly more: string | null } {
  const words = WORDS[language];
  return {
    subject: `${words[rhythm]} (${String(count)})`,
    open: words.openInbox,
    more: count > shown ? words.more(count - shown) : null,
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const dayIn = (due: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Zurich' }).format(
    // Due at 00:00 means that the day before was the last one.
    new Date(Date.parse(due) - 1),
  );
