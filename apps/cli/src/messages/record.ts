import type { Inconsistency } from '@twinning/event-log';
import type { Language } from './index.js';

/** What the commands on the record say. */
interface RecordMessages {
  readonly verifyFile: string;
  readonly receipt: string;
  readonly key: string;
  readonly witnessKey: string;
  readonly heldTo: string;
  firstDiffers(index: number): string;
  readonly unsigned: string;
  readonly notNote: string;
  readonly replay: string;
  readonly agreementOrFile: string;
  readonly step: string;
  readonly redecide: string;
  readonly diff: string;
  readonly agreementOrProgramme: string;
  readonly from: string;
  readonly to: string;
  readonly export: string;
  readonly outputFile: string;
  readonly withhold: string;
  readonly exportSince: string;
  readonly noDocuments: string;
  readonly witness: string;
  readonly watched: string;
  readonly state: string;
  readonly name: string;
  readonly keyFile: string;
  readonly logKey: string;
  readonly out: string;
  receiptHolds(command: string, events: number, size: number): string;
  receiptUnchanged(command: string, version: number): string;
  readonly keyNeeded: string;
  readonly keyWhere: string;
  badKey(option: string, why: string): string;
  notReceipt(file: string): string;
  unreadable(file: string, why: string): string;
  cosigned(times: string): string;
  readonly recordNotCosigned: (name: string) => string;
  recordCosigned(name: string, checkpoints: number): string;
  readonly notCosigned: string;
  withheld(count: number): string;
  erasedFile(sha256: string, index: number): string;
  document(sha256: string, where: string): string;
  readonly inFile: string;
  witnesses(known: number, unknown: number): string;
  witnessAt(name: string, size: number, at: string): string;
  signed(count: number): string;
  readonly holds: string;
  readonly fails: string;
  noAgreement(id: string): string;
  written(file: string, bytes: number): string;
  readonly nothingChanged: string;
  onBehalfOf(body: string): string;
  clause(clause: string): string;
  refusedAttempts(count: number): string;
  redecided(total: number, same: number): string;
  readonly verdicts: Readonly<Record<'DIFFERENT' | 'NOT_REPEATABLE', string>>;
  readonly reasons: Readonly<Record<'UNDECIDED' | 'NOTHING_RECORDED' | 'READS_MORE_TODAY', string>>;
  readonly then: string;
  readonly now: string;
  readonly next: string;
  witnessedAt(size: number, root: string, out: string): string;
  readonly inconsistent: Readonly<Record<Inconsistency, string>>;
  keepState(file: string): string;
  witnessAtWork(state: string): string;
}

const en: RecordMessages = {
  verifyFile: 'a case file; without it the whole record is checked',
  receipt: 'check a receipt instead, or the answer to a command that brings one',
  key: 'key of the record (name+id+base64), from a place that you trust; may be repeated',
  witnessKey:
    'key of a witness that must have cosigned: the receipt, the record of the case file, or checkpoints that the record keeps; may be repeated',
  heldTo:
    'file with a checkpoint kept elsewhere, that the record (or that of the case file) must continue; may be repeated',
  firstDiffers: (index) => `The first entry that differs: ${String(index)}`,
  unsigned: '? No key was given or found: the signatures of the checkpoints were not checked.',
  notNote: 'neither a checkpoint nor a file that holds one',
  replay: 'fold an agreement event by event: who, when, for whom, under which clause, what changed',
  agreementOrFile: 'its id, or a case file',
  step: 'wait for Enter after each event',
  redecide:
    'decide every recorded command and timer again by today’s rules, and list the differences',
  diff: 'what changed between two dates or versions, in sentences',
  agreementOrProgramme: 'its id, or "programme" for all agreements',
  from: 'a version, a date, or @size of the record',
  to: 'the same (default: now)',
  export: 'the case file of an agreement: everything that proves it, checked without this service',
  outputFile: 'where to write it',
  withhold: 'fields that stay commitments, separated by commas',
  exportSince:
    'file with a checkpoint kept elsewhere; the case file shows that the record continues it; may be repeated',
  noDocuments: 'leave the documents out; their hashes stand in the events all the same',
  witness: 'check that the record only grew since the last time, and cosign its checkpoint',
  watched: 'address of the record (default: the running product)',
  state: 'file in which the last checkpoint is kept',
  name: 'name of the witness',
  keyFile: 'file with the witness’s key; made when it is missing',
  logKey: 'key of the record (default: the one first seen)',
  out: 'where the cosigned checkpoint is written',
  receiptHolds: (command, events, size) =>
    `✓ command ${command}: entries ${String(events)} of a record of ${String(size)}`,
  receiptUnchanged: (command, version) =>
    `✓ command ${command}: accepted, and changed nothing at version ${String(version)}. It left no entry: the record signed that this is so.`,
  keyNeeded: 'A receipt is checked with the key of its record.',
  keyWhere: 'Give it with --key; the operator publishes it under /v1/record/key.',
  badKey: (option, why) => `${option}: ${why}`,
  notReceipt: (file) => `${file} is not a receipt.`,
  unreadable: (file, why) => `${file} cannot be read: ${why}`,
  cosigned: (times) => `✓ cosigned by the witness at ${times}`,
  notCosigned: '✗ not cosigned by this witness',
  recordNotCosigned: (name) =>
    `✗ no checkpoint that ${name} cosigned: neither kept by the record nor given with --checkpoint`,
  recordCosigned: (name, checkpoints) =>
    `✓ held to what ${name} cosigned: ${String(checkpoints)} ${checkpoints === 1 ? 'checkpoint' : 'checkpoints'}`,
  erasedFile: (sha256, index) =>
    `File erased with a person, as entry ${String(index)} of the record says: ${sha256}`,
  document: (sha256, where) => `Document ${sha256}: ${where}`,
  inFile: 'in the file',
  witnesses: (known, unknown) =>
    `${String(known)} ${known === 1 ? 'witness' : 'witnesses'} of those that you named; ${String(unknown)} more whose keys you did not give.`,
  witnessAt: (name, size, at) => `${name} cosigned the record at ${String(size)} entries, ${at}`,
  withheld: (count) => `Fields withheld (their commitments verify): ${String(count)}`,
  signed: (count) =>
    `Signatures of signatories checked with their own keys: ${String(count)}. Whose key it is says the record, not the signature.`,
  holds: 'Every claim holds.',
  fails: 'Not to be trusted.',
  noAgreement: (id) => `The record knows no agreement ${id}.`,
  written: (file, bytes) =>
    `${file}: ${String(bytes)} bytes. Check it with "twinning verify ${file}".`,
  nothingChanged: 'Nothing changed.',
  onBehalfOf: (body) => `for ${body}`,
  clause: (clause) => `clause ${clause}`,
  refusedAttempts: (count) => `Refused attempts: ${String(count)}`,
  redecided: (total, same) =>
    `Decisions made again: ${String(total)}; the same today: ${String(same)}`,
  verdicts: { DIFFERENT: 'decided otherwise today', NOT_REPEATABLE: 'cannot be decided again' },
  reasons: {
    UNDECIDED: 'it was never decided',
    NOTHING_RECORDED: 'what it read is not in this record',
    READS_MORE_TODAY: 'today’s rules read more than was read then',
  },
  then: 'then',
  now: 'now',
  next: '(Enter for the next event)',
  witnessedAt: (size, root, out) => `✓ ${String(size)} entries, root ${root}, cosigned: ${out}`,
  inconsistent: {
    UNKNOWN_SIGNATURE: 'The checkpoint is not signed by the key of this record.',
    OTHER_ORIGIN: 'The checkpoint is that of another record.',
    SHRUNK: 'The record has become smaller.',
    OTHER_HISTORY: 'The record is not the continuation of the one seen before.',
    TILES_DIFFER: 'The tiles do not lead to the root of the checkpoint.',
    PROOF_DIFFERS: 'The consistency proof does not hold.',
    UNREADABLE: 'The record does not serve what is needed to check it.',
  },
  keepState: (file) => `The last good checkpoint stays in ${file}: keep it as evidence.`,
  witnessAtWork: (state) => `Another look with the state ${state} is under way: nothing was done.`,
};

const fr: RecordMessages = {
  verifyFile: 'un dossier ; sans lui, le registre entier est vérifié',
  receipt: 'vérifier plutôt un reçu, ou la réponse à une commande qui en apporte un',
  key: 'clé du registre (nom+id+base64), d’une source sûre ; peut être répétée',
  witnessKey:
    'clé d’un témoin qui doit avoir cosigné : le reçu, le registre du dossier, ou des points de contrôle que le registre garde ; peut être répétée',
  heldTo:
    'fichier d’un point de contrôle gardé ailleurs, que le registre doit continuer ; peut être répété',
  firstDiffers: (index) => `La première inscription qui diffère : ${String(index)}`,
  unsigned:
    '? Aucune clé donnée ni trouvée : les signatures des points de contrôle n’ont pas été vérifiées.',
  notNote: 'ni un point de contrôle, ni un fichier qui en contient un',
  replay:
    'rejouer un accord événement par événement : qui, quand, pour qui, selon quelle clause, quel effet',
  agreementOrFile: 'son identifiant, ou un dossier',
  step: 'attendre Entrée après chaque événement',
  redecide:
    'décider à nouveau chaque commande et chaque échéance selon les règles actuelles, et lister les différences',
  diff: 'ce qui a changé entre deux dates ou versions, en phrases',
  agreementOrProgramme: 'son identifiant, ou « programme » pour tous les accords',
  from: 'une version, une date, ou @taille du registre',
  to: 'de même (par défaut : maintenant)',
  export: 'le dossier d’un accord : tout ce qui le prouve, vérifiable sans ce service',
  outputFile: 'où l’écrire',
  withhold: 'champs qui restent des engagements, séparés par des virgules',
  exportSince:
    'fichier avec un point de contrôle gardé ailleurs ; le dossier montre que le registre le prolonge ; peut être répété',
  noDocuments: 'laisser les documents de côté ; leurs empreintes restent dans les événements',
  witness:
    'vérifier que le registre n’a fait que croître depuis la dernière fois, et cosigner son point de contrôle',
  watched: 'adresse du registre (par défaut : le produit en marche)',
  state: 'fichier où le dernier point de contrôle est gardé',
  name: 'nom du témoin',
  keyFile: 'fichier avec la clé du témoin ; créé s’il manque',
  logKey: 'clé du registre (par défaut : la première vue)',
  out: 'où le point de contrôle cosigné est écrit',
  receiptHolds: (command, events, size) =>
    `✓ commande ${command} : inscriptions ${String(events)} d’un registre de ${String(size)}`,
  receiptUnchanged: (command, version) =>
    `✓ commande ${command} : acceptée, sans rien changer à la version ${String(version)}. Elle n’a pas laissé d’inscription : le registre a signé qu’il en est ainsi.`,
  keyNeeded: 'Un reçu se vérifie avec la clé de son registre.',
  keyWhere: 'Donnez-la avec --key ; l’exploitant la publie sous /v1/record/key.',
  badKey: (option, why) => `${option} : ${why}`,
  notReceipt: (file) => `${file} n’est pas un reçu.`,
  unreadable: (file, why) => `${file} ne peut pas être lu : ${why}`,
  cosigned: (times) => `✓ cosigné par le témoin le ${times}`,
  notCosigned: '✗ pas cosigné par ce témoin',
  recordNotCosigned: (name) =>
    `✗ aucun point de contrôle cosigné par ${name} : ni gardé par le registre, ni donné par --checkpoint`,
  recordCosigned: (name, checkpoints) =>
    `✓ comparé à ce que ${name} a cosigné : ${String(checkpoints)} ${checkpoints < 2 ? 'point' : 'points'} de contrôle`,
  erasedFile: (sha256, index) =>
    `Fichier effacé avec une personne, selon l’inscription ${String(index)} du registre : ${sha256}`,
  document: (sha256, where) => `Document ${sha256} : ${where}`,
  inFile: 'dans le dossier',
  witnesses: (known, unknown) =>
    `${String(known)} ${known < 2 ? 'témoin' : 'témoins'} parmi ceux que vous avez nommés ; ${String(unknown)} de plus dont vous n’avez pas donné la clé.`,
  witnessAt: (name, size, at) =>
    `${name} a cosigné le registre à ${String(size)} inscriptions, ${at}`,
  withheld: (count) => `Champs retenus (leurs engagements se vérifient) : ${String(count)}`,
  signed: (count) =>
    `Signatures de signataires vérifiées avec leurs propres clés : ${String(count)}. À qui est la clé, le registre le dit, non la signature.`,
  holds: 'Tout est exact.',
  fails: 'Ne pas s’y fier.',
  noAgreement: (id) => `Le registre ne connaît pas d’accord ${id}.`,
  written: (file, bytes) =>
    `${file} : ${String(bytes)} octets. À vérifier par « twinning verify ${file} ».`,
  nothingChanged: 'Rien n’a changé.',
  onBehalfOf: (body) => `pour ${body}`,
  clause: (clause) => `clause ${clause}`,
  refusedAttempts: (count) => `Tentatives refusées : ${String(count)}`,
  redecided: (total, same) =>
    `Décisions prises à nouveau : ${String(total)} ; les mêmes aujourd’hui : ${String(same)}`,
  verdicts: {
    DIFFERENT: 'décidé autrement aujourd’hui',
    NOT_REPEATABLE: 'ne peut pas être décidé à nouveau',
  },
  reasons: {
    UNDECIDED: 'elle n’a jamais été décidée',
    NOTHING_RECORDED: 'ce qu’elle a lu n’est pas dans ce registre',
    READS_MORE_TODAY: 'les règles actuelles lisent plus que ce qui fut lu alors',
  },
  then: 'alors',
  now: 'aujourd’hui',
  next: '(Entrée pour l’événement suivant)',
  witnessedAt: (size, root, out) =>
    `✓ ${String(size)} inscriptions, racine ${root}, cosigné : ${out}`,
  inconsistent: {
    UNKNOWN_SIGNATURE: 'Le point de contrôle n’est pas signé par la clé de ce registre.',
    OTHER_ORIGIN: 'Le point de contrôle est celui d’un autre registre.',
    SHRUNK: 'Le registre a rétréci.',
    OTHER_HISTORY: 'Le registre n’est pas la suite de celui vu auparavant.',
    TILES_DIFFER: 'Les tuiles ne mènent pas à la racine du point de contrôle.',
    PROOF_DIFFERS: 'La preuve de cohérence ne tient pas.',
    UNREADABLE: 'Le registre ne fournit pas ce qu’il faut pour le vérifier.',
  },
  keepState: (file) =>
    `Le dernier bon point de contrôle reste dans ${file} : gardez-le comme preuve.`,
  witnessAtWork: (state) =>
    `Un autre regard avec l’état ${state} est en cours : rien n’a été fait.`,
};

export const recordMessages: Readonly<Record<Language, RecordMessages>> = { en, fr };
