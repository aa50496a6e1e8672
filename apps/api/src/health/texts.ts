import type { Language } from '@twinning/domain';
import type { Ailment } from '@twinning/engine';

type Said = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Said => ({ en, fr });

/** What is not well, for who operates the service. */
const REASONS: Readonly<
  Record<Ailment['reason'] | 'CANNOT_WRITE' | 'NO_WORKER' | 'UNKNOWN', Said>
> = {
  COMMANDS_WAIT: both(
    'Commands have waited for their decision for more than a minute.',
    'Des commandes attendent leur décision depuis plus d’une minute.',
  ),
  COMMANDS_UNSEALED: both(
    'Commands wait that this service did not store, or not under a key it still has: they are not carried out until whoever operates it has looked at them.',
    'Des commandes attendent que ce service n’a pas enregistrées, ou pas sous une clé qu’il a encore : elles ne sont pas exécutées tant que son exploitant ne les a pas examinées.',
  ),
  DEADLINES_PASSED_UNSEEN: both(
    'Deadlines passed more than a minute ago, and nobody has looked at them.',
    'Des échéances sont passées depuis plus d’une minute sans que personne ne les ait regardées.',
  ),
  MESSAGES_WAIT: both(
    'Messages have waited to be sent for more than a minute.',
    'Des messages attendent leur envoi depuis plus d’une minute.',
  ),
  MESSAGES_GIVEN_UP: both(
    'Webhooks are paused with messages that they are owed: their receivers refuse them.',
    'Des webhooks sont suspendus avec les messages qui leur sont dus : leurs destinataires les refusent.',
  ),
  RECORD_NOT_CONTINUED: both(
    'The record was restored from a backup and not continued: nothing is decided until it is.',
    'Le registre a été restauré d’une sauvegarde sans être continué : rien n’est décidé d’ici là.',
  ),
  CATCH_UP_LEFT: both(
    'The past of agreements has been entered in part, and left so for 14 days.',
    'Le passé d’accords a été saisi en partie, et laissé ainsi depuis 14 jours.',
  ),
  FACTS_UNTOLD: both(
    'Facts of the registry could not be told to agreements or participation records for more than a minute.',
    'Des faits du registre des membres et comités n’ont pu être annoncés à des accords ou à des dossiers de participation depuis plus d’une minute.',
  ),
  AGREEMENTS_PARKED: both(
    'Agreements have an event that this version of the service cannot read: what is sent to them waits until a version that can is at work.',
    'Des accords ont un événement que cette version du service ne peut pas lire : ce qui leur est envoyé attend qu’une version qui le peut soit en service.',
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
  NOT_ARCHIVED: both(
    'The database’s log is not archived, though a command for it is set: after a loss only the last backup could be restored.',
    'Le journal de la base de données n’est pas archivé, bien qu’une commande soit réglée : après une perte, seule la dernière sauvegarde pourrait être restaurée.',
  ),
  CLOCK_BEHIND: both(
    'The clock of the database is behind the last event of the record.',
    'L’horloge de la base de données retarde sur le dernier événement du registre.',
  ),
  CANNOT_WRITE: both(
    'The database answers, but takes nothing that is written, or has no room for it.',
    'La base de données répond, mais n’accepte aucune écriture ou n’a plus de place.',
  ),
  NO_WORKER: both(
    'No worker gives a sign of life: nothing that is sent is decided, and no deadline fires, until one is back.',
    'Aucun processus de traitement ne donne signe de vie : rien de ce qui est envoyé n’est décidé et aucune échéance ne se déclenche d’ici à son retour.',
  ),
  UNKNOWN: both(
    'Whether anything is stuck could not be found out: the database did not say in time.',
    'Impossible de savoir si quelque chose est bloqué : la base de données n’a pas répondu à temps.',
  ),
};

export type HealthReason = keyof typeof REASONS;

/** A reason as a sentence. */
export const reasonText = (reason: HealthReason, language: Language): string =>
  REASONS[reason][language];
