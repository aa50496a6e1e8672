import type { Language } from '@twinning/domain';

type Said = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Said => ({ en, fr });

/** What is not well, for who operates the service. */
const REASONS: Readonly<Partial<Record<string, Said>>> = {
  COMMANDS_WAIT: both(
    'Commands have waited for their decision for more than a minute.',
    'Des commandes attendent leur décision depuis plus d’une minute.',
  ),
  DEADLINES_PASSED_UNSEEN: both(
    'Deadlines passed more than a minute ago, and nobody has looked at them.',
    'Des échéances sont passées depuis plus d’une minute sans que personne ne les ait regardées.',
  ),
  MESSAGES_WAIT: both(
    'Messages have waited to be sent for more than a minute.',
    'Des messages attendent leur envoi depuis plus d’une minute.',
  ),
  SILENT_AGREEMENTS: both(
    'Open agreements have neither a task nor a deadline.',
    'Des accords ouverts n’ont ni tâche ni échéance.',
  ),
  LONG_TRANSACTIONS: both(
    'Transactions of the database have been left open.',
    'Des transactions de la base de données sont restées ouvertes.',
  ),
  READ_ONLY: both(
    'The database can be read only.',
    'La base de données n’est accessible qu’en lecture.',
  ),
  CLOCK_BEHIND: both(
    'The clock of the database is behind the last event of the record.',
    'L’horloge de la base de données retarde sur le dernier événement du registre.',
  ),
  CANNOT_WRITE: both(
    'The database answers, but takes nothing that is written, or has no room for it.',
    'La base de données répond, mais n’accepte aucune écriture ou n’a plus de place.',
  ),
  UNKNOWN: both(
    'Whether anything is stuck could not be found out: the database did not say in time.',
    'Impossible de savoir si quelque chose est bloqué : la base de données n’a pas répondu à temps.',
  ),
};

/** A reason as a sentence; one without is named as it is. */
export const reasonText = (reason: string, language: Language): string =>
  REASONS[reason]?.[language] ?? reason;
