import type { Language } from '@twinning/domain';
import type { CaseDocument } from '../format.js';

/** What a case file claims, in the order in which it is checked. */
export const CLAIMS = [
  'ARCHIVE',
  'FILES',
  'KEY',
  'MANIFEST',
  'CHECKPOINT',
  'CONTINUES',
  'PROOFS',
  'ORDER',
  'FIELDS',
  'COMMANDS',
  'SIGNATURES',
  'DOCUMENTS',
  'WITNESSES',
] as const;
export type Claim = (typeof CLAIMS)[number];

/** One thing that does not hold; `place` names the file, event, field or command. */
export interface CaseFault {
  readonly claim: Claim;
  readonly code: keyof typeof faultWords;
  readonly place: string;
}

export interface ErasedFile {
  readonly sha256: string;
  readonly index: number;
}

/** A checkpoint that a witness cosigned: its size, and when (Unix seconds). */
export interface Witnessed {
  readonly name: string;
  readonly size: number;
  readonly seconds: number;
}

export interface CaseVerdict {
  /** True when every claim holds; the key may still be one that the file brought itself. */
  readonly holds: boolean;
  /** The key was given from outside. */
  readonly keyGiven: boolean;
  readonly agreement: string | null;
  readonly origin: string | null;
  readonly size: number | null;
  /** Fields that are commitments only. */
  readonly withheld: number;
  /** Signatures that signatories made with keys of their own, and that were checked. */
  readonly signed: number;
  /** Files that the agreement names and that were destroyed with a person, as the record says at this index. */
  readonly erased: readonly ErasedFile[];
  /** The documents that the events name, there or with the reason why not; null for a file of before they were in it. */
  readonly documents: readonly CaseDocument[] | null;
  /** Witnesses that were asked for and have cosigned the record; cosignatures of others are counted. */
  readonly witnesses: readonly Witnessed[];
  readonly unknownWitnesses: number;
  /** Whether the file proves until when each earlier key of the record was good; null when it names no earlier key. */
  readonly keyTimes: boolean | null;
  readonly faults: readonly CaseFault[];
}

type Words = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Words => ({ en, fr });

export const claimWords: Readonly<Record<Claim, Words>> = {
  ARCHIVE: both('The archive is as it was written.', 'L’archive est telle qu’elle a été écrite.'),
  FILES: both(
    'Every file is the one that the manifest names.',
    'Chaque fichier est celui que le manifeste nomme.',
  ),
  KEY: both('The key is the one that you gave.', 'La clé est celle que vous avez donnée.'),
  MANIFEST: both('The record signed the manifest.', 'Le registre a signé le manifeste.'),
  CHECKPOINT: both(
    'The record signed the checkpoint.',
    'Le registre a signé le point de contrôle.',
  ),
  CONTINUES: both(
    'The record continues the checkpoint that you kept.',
    'Le registre prolonge le point de contrôle que vous avez gardé.',
  ),
  PROOFS: both(
    'Every event stands in the record at its place.',
    'Chaque événement est à sa place dans le registre.',
  ),
  ORDER: both(
    'No event is missing, inserted or moved.',
    'Aucun événement ne manque, n’est inséré ni déplacé.',
  ),
  FIELDS: both(
    'Every value is the one that was recorded.',
    'Chaque valeur est celle qui a été inscrite.',
  ),
  COMMANDS: both('Commands and events fit together.', 'Commandes et événements concordent.'),
  SIGNATURES: both(
    'Every signature with a signatory’s own key or passkey fits its text.',
    'Chaque signature faite avec la clé ou la clé d’accès d’un signataire correspond à son texte.',
  ),
  DOCUMENTS: both(
    'Every document is the one that an event names.',
    'Chaque document est celui qu’un événement nomme.',
  ),
  WITNESSES: both(
    'Every witness that you named has cosigned this record.',
    'Chaque témoin que vous avez nommé a cosigné ce registre.',
  ),
};

export const keyNotGiven = both(
  'No key was given: the file is checked with the key that it brings itself.',
  'Aucune clé donnée : le dossier est vérifié avec la clé qu’il apporte lui-même.',
);

export const keyTimesNotShown = both(
  'The file names earlier keys of the record and does not prove until when each was good: it is of an earlier release.',
  'Le dossier nomme des clés antérieures du registre sans prouver jusqu’à quand chacune était valable : il vient d’une version antérieure.',
);

export const faultWords = {
  ARCHIVE_CHANGED: both(
    'bytes of the archive were changed, or it was packed anew',
    'des octets de l’archive ont changé, ou elle a été recréée',
  ),
  FILE_MISSING: both('the file is missing', 'le fichier manque'),
  FILE_UNKNOWN: both('the manifest does not name the file', 'le manifeste ne nomme pas le fichier'),
  FILE_DIFFERS: both('the file was changed', 'le fichier a été modifié'),
  FILE_MALFORMED: both('the file is not readable', 'le fichier n’est pas lisible'),
  KEY_OTHER: both('the file brings another key', 'le dossier apporte une autre clé'),
  KEY_ENDED: both(
    'signed with a key after the record had given it up',
    'signé avec une clé après que le registre l’a abandonnée',
  ),
  KEY_UNPROVEN: both(
    'this change of the key does not stand in the record',
    'ce changement de clé ne figure pas dans le registre',
  ),
  MANIFEST_SIGNATURE: both('the signature does not fit', 'la signature ne concorde pas'),
  CHECKPOINT_SIGNATURE: both('the signature does not fit', 'la signature ne concorde pas'),
  CHECKPOINT_OTHER: both(
    'origin or size are not those of the manifest',
    'l’origine ou la taille ne sont pas celles du manifeste',
  ),
  HELD_SIGNATURE: both(
    'what you kept bears no signature of a known key',
    'ce que vous avez gardé ne porte aucune signature d’une clé connue',
  ),
  HELD_OTHER_RECORD: both(
    'what you kept is a checkpoint of another record',
    'ce que vous avez gardé est un point de contrôle d’un autre registre',
  ),
  HELD_GIVEN_UP: both(
    'that record was put back from a backup and given up; this one goes on under another name',
    'ce registre a été rétabli d’une sauvegarde et abandonné ; celui-ci continue sous un autre nom',
  ),
  HELD_OTHER_HISTORY: both(
    'the record has another history: it was put back from a backup, rewritten, or two servers sign with one key',
    'le registre a une autre histoire : rétabli d’une sauvegarde, réécrit, ou deux serveurs signent avec une même clé',
  ),
  HELD_NOT_SHOWN: both(
    'the file does not show it: export it again with this checkpoint',
    'le dossier ne le montre pas : exportez-le à nouveau avec ce point de contrôle',
  ),
  NOT_IN_TREE: both(
    'not in the tree of the checkpoint at this place',
    'absent de l’arbre du point de contrôle à cette place',
  ),
  OTHER_STREAM: both('an event of another stream', 'un événement d’une autre suite'),
  OUT_OF_ORDER: both('does not follow the event before it', 'ne suit pas l’événement précédent'),
  COUNT_DIFFERS: both(
    'not as many events as the manifest says',
    'pas autant d’événements que le manifeste l’indique',
  ),
  OTHER_RECORD: both(
    'the first leaf opens another record',
    'la première feuille ouvre un autre registre',
  ),
  GIVEN_UP_DIFFERS: both(
    'what the first leaf gives up is not the checkpoint of that name',
    'ce que la première feuille abandonne n’est pas le point de contrôle de ce nom',
  ),
  FIELD_DIFFERS: both('the value is not the recorded one', 'la valeur n’est pas celle inscrite'),
  FIELD_UNKNOWN: both('the leaf has no such field', 'la feuille n’a pas ce champ'),
  COMMAND_MISSING: both(
    'the command of this event is missing',
    'la commande de cet événement manque',
  ),
  COMMAND_CHANGED: both(
    'the request is not the one that was made',
    'la demande n’est pas celle qui a été faite',
  ),
  OUTCOME_DIFFERS: both(
    'the answer does not fit the events',
    'la réponse ne concorde pas avec les événements',
  ),
  RECEIPT_EMPTY: both(
    'it brings nothing that proves anything',
    'il n’apporte rien qui prouve quelque chose',
  ),
  OTHER_COMMAND: both(
    'an entry of another command or agreement',
    'une inscription d’une autre commande ou d’un autre accord',
  ),
  UNCHANGED_DIFFERS: both(
    'what the record signed is not that this command changed nothing',
    'ce que le registre a signé n’est pas que cette commande n’a rien changé',
  ),
  SEAL_DIFFERS: both(
    'the signatory’s signature does not fit the text that it names',
    'la signature du signataire ne correspond pas au texte qu’elle nomme',
  ),
  DOCUMENT_DIFFERS: both(
    'the document is not the one that the event names',
    'le document n’est pas celui que l’événement nomme',
  ),
  DOCUMENT_MISSING: both(
    'the document is missing, and no reason is given',
    'le document manque, sans raison donnée',
  ),
  DOCUMENT_UNLISTED: both(
    'an event names the document, and the list does not',
    'un événement nomme le document, la liste non',
  ),
  DOCUMENT_UNNAMED: both('no event names the document', 'aucun événement ne nomme le document'),
  DOCUMENT_NOT_ERASED: both(
    'said to be erased, and no event says so',
    'dit effacé, sans qu’aucun événement ne le dise',
  ),
  WITNESS_NOTE: both(
    'what was cosigned is no checkpoint that this record signed',
    'ce qui a été cosigné n’est pas un point de contrôle signé par ce registre',
  ),
  WITNESS_OTHER_HISTORY: both(
    'the record is not the continuation of what was cosigned',
    'le registre n’est pas la suite de ce qui a été cosigné',
  ),
  COSIGNATURE_DIFFERS: both('the cosignature does not fit', 'la cosignature ne concorde pas'),
  WITNESS_ABSENT: both(
    'no cosignature of this witness: neither in the file nor in what you kept',
    'aucune cosignature de ce témoin : ni dans le dossier, ni dans ce que vous avez gardé',
  ),
} as const satisfies Readonly<Record<string, Words>>;
