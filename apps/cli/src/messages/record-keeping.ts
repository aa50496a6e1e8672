import type { NOT_DRAWN } from '@twinning/case-file';
import type { Language } from './index.js';

/** What the operator's commands on the record itself say. */
interface RecordKeepingMessages {
  readonly group: string;
  readonly rotate: string;
  rotated(key: string, index: number): string;
  readonly follows: string;
  readonly goOn: string;
  readonly origin: string;
  readonly abandoned: string;
  readonly key: string;
  continued(origin: string, size: number, lost: number): string;
  notContinued(why: string): string;
  readonly sample: string;
  readonly seed: string;
  readonly count: string;
  sampled(count: number, of: number, size: number): string;
  readonly sampleKey: string;
  drawnFrom(list: string): string;
  readonly notDrawn: Readonly<Record<(typeof NOT_DRAWN)[number], string>>;
  readonly timestamps: string;
  readonly authorities: string;
  readonly stampsOut: string;
  readonly noStamps: string;
  stamp(size: number, at: string, authority: string): string;
  stampFails(size: number, why: string): string;
  readonly keepCosigned: string;
  readonly cosignedPlaces: string;
  readonly cosignedBy: string;
  readonly noneCosigned: string;
  notKept(place: string, why: string): string;
  cosignedKept(witness: string, size: number): string;
}

const en: RecordKeepingMessages = {
  group: 'keep the record: its signing key, its continuation after a restored backup',
  rotate: 'give the record another signing key, vouched for by the present one, which is destroyed',
  rotated: (key, index) => `From entry ${String(index)} on the record signs with\n${key}`,
  follows: 'The API signs with it within some seconds. Publish the new key beside the old one.',
  goOn: 'go on from a restored backup under a new name (needs a superuser, and no writer at work)',
  origin: 'name of the record from now on',
  abandoned: 'file with the last checkpoint that anybody kept of the record before the restore',
  key: 'key of the record before the restore (default: the one in the data folder)',
  continued: (origin, size, lost) =>
    `The record goes on as ${origin} from ${String(size)} entries; ${String(lost)} were lost, and its first entry says so.`,
  sample: 'the agreements that an audit looks at, drawn by a checkpoint: everybody draws the same',
  seed: 'file with the checkpoint that draws',
  count: 'how many agreements',
  sampled: (count, of, size) =>
    `${String(count)} of ${String(of)} agreements in a record of ${String(size)} entries:`,
  sampleKey: 'key of the record (default: the one in the data folder); may be repeated',
  drawnFrom: (list) => `SHA-256 of the list of ids that it was drawn from: ${list}`,
  notDrawn: {
    SIGNATURE: 'This checkpoint draws no sample: it bears no signature of a key of this record.',
    OTHER_RECORD: 'This checkpoint draws no sample: it is that of another record.',
    OTHER_HISTORY: 'This checkpoint draws no sample: this record is not its continuation.',
  },
  timestamps:
    'check the time stamps (RFC 3161) of the checkpoints, and write them out for other tools to check',
  authorities:
    'certificate (PEM) of an authority to which the time stamps must lead; may be repeated',
  stampsOut: 'folder for the notes and their time stamps, as "openssl ts -verify" reads them',
  noStamps:
    'No checkpoint has been stamped. The worker does it when TWINNING_TSA_URL names an authority.',
  stamp: (size, at, authority) => `${String(size)} entries existed at ${at}, says ${authority}`,
  stampFails: (size, why) => `the time stamp of the checkpoint of ${String(size)} entries: ${why}`,
  keepCosigned: 'keep checkpoints that witnesses cosigned; case files bear the newest of each',
  cosignedPlaces: 'files of witnesses, or the addresses under which they publish them',
  cosignedBy: 'key of a witness whose cosignatures are kept; may be repeated',
  noneCosigned: 'it bears no cosignature of a witness that you named',
  notKept: (place, why) => `${place} is not kept: ${why}`,
  cosignedKept: (witness, size) => `✓ ${witness} cosigned the record at ${String(size)} entries`,
  notContinued: (why) => `The record does not go on under a new name: ${why}`,
};

const fr: RecordKeepingMessages = {
  group: 'tenir le registre : sa clé de signature, sa suite après la restauration d’une sauvegarde',
  rotate: 'donner au registre une autre clé, dont répond la clé actuelle, qui est détruite',
  rotated: (key, index) => `Dès l’inscription ${String(index)}, le registre signe avec\n${key}`,
  follows:
    'L’API signe avec elle dans quelques secondes. Publiez la nouvelle clé à côté de l’ancienne.',
  goOn: 'continuer une sauvegarde restaurée sous un nouveau nom (superutilisateur, sans autre écriture)',
  origin: 'nom du registre dès maintenant',
  abandoned: 'fichier du dernier point de contrôle gardé du registre avant la restauration',
  key: 'clé du registre avant la restauration (par défaut : celle du dossier de données)',
  continued: (origin, size, lost) =>
    `Le registre continue sous le nom ${origin} avec ${String(size)} inscriptions ; ${String(lost)} sont perdues, et sa première inscription le dit.`,
  sample: 'les accords qu’un audit examine, tirés par un point de contrôle : chacun tire les mêmes',
  seed: 'fichier du point de contrôle qui tire',
  count: 'combien d’accords',
  sampled: (count, of, size) =>
    `${String(count)} de ${String(of)} accords d’un registre de ${String(size)} inscriptions :`,
  sampleKey: 'clé du registre (par défaut : celle du dossier de données) ; peut être répétée',
  drawnFrom: (list) => `SHA-256 de la liste des identifiants dont il est tiré : ${list}`,
  notDrawn: {
    SIGNATURE:
      'Ce point de contrôle ne tire rien : il ne porte aucune signature d’une clé de ce registre.',
    OTHER_RECORD: 'Ce point de contrôle ne tire rien : c’est celui d’un autre registre.',
    OTHER_HISTORY: 'Ce point de contrôle ne tire rien : ce registre n’est pas sa suite.',
  },
  timestamps:
    'vérifier les horodatages (RFC 3161) des points de contrôle, et les écrire pour d’autres outils',
  authorities:
    'certificat (PEM) d’une autorité à laquelle les horodatages doivent mener ; peut être répété',
  stampsOut: 'dossier pour les notes et leurs horodatages, comme « openssl ts -verify » les lit',
  noStamps:
    'Aucun point de contrôle n’est horodaté. Le worker le fait quand TWINNING_TSA_URL nomme une autorité.',
  stamp: (size, at, authority) =>
    `${String(size)} inscriptions existaient au ${at}, selon ${authority}`,
  stampFails: (size, why) =>
    `l’horodatage du point de contrôle de ${String(size)} inscriptions : ${why}`,
  keepCosigned:
    'garder les points de contrôle cosignés par des témoins ; les dossiers portent le dernier de chacun',
  cosignedPlaces: 'fichiers de témoins, ou les adresses sous lesquelles ils les publient',
  cosignedBy: 'clé d’un témoin dont les cosignatures sont gardées ; peut être répétée',
  noneCosigned: 'il ne porte aucune cosignature d’un témoin que vous avez nommé',
  notKept: (place, why) => `${place} n’est pas gardé : ${why}`,
  cosignedKept: (witness, size) =>
    `✓ ${witness} a cosigné le registre à ${String(size)} inscriptions`,
  notContinued: (why) => `Le registre ne continue pas sous un nouveau nom : ${why}`,
};

export const recordKeepingMessages: Readonly<Record<Language, RecordKeepingMessages>> = { en, fr };
