import type { Language } from '@twinning/domain';
import type { DocumentReason } from './format.js';

type Words = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Words => ({ en, fr });

/** Sentences about what changed; `{a}` is the value before, `{b}` the value after. */
export const changeWords = {
  opened: both('The agreement was opened.', 'L’accord a été ouvert.'),
  status: both(
    'The status changed from “{a}” to “{b}”.',
    'Le statut est passé de « {a} » à « {b} ».',
  ),
  phase: both(
    'The phase changed from “{a}” to “{b}”.',
    'La phase est passée de « {a} » à « {b} ».',
  ),
  type: both(
    'The type of twinning changed from “{a}” to “{b}”.',
    'Le type de jumelage est passé de « {a} » à « {b} ».',
  ),
  lead: both(
    'The lead partner is {b} (before: {a}).',
    'Le partenaire pilote est {b} (auparavant : {a}).',
  ),
  twinned: both(
    'The twinned partner is {b} (before: {a}).',
    'Le partenaire jumelé est {b} (auparavant : {a}).',
  ),
  committee: both('The committee is {b} (before: {a}).', 'Le comité est {b} (auparavant : {a}).'),
  workingGroup: both(
    'The working group is {b} (before: {a}).',
    'Le groupe de travail est {b} (auparavant : {a}).',
  ),
  ruleset: both(
    'The ruleset is {b} (before: {a}).',
    'Le jeu de règles est {b} (auparavant : {a}).',
  ),
  start: both(
    'The agreement starts on {b} (before: {a}).',
    'L’accord commence le {b} (auparavant : {a}).',
  ),
  end: both(
    'The agreement ends on {b} (before: {a}).',
    'L’accord prend fin le {b} (auparavant : {a}).',
  ),
  catchUpOpened: both('Its past is being entered.', 'Son passé est en cours de saisie.'),
  catchUpClosed: both('Its past has been entered.', 'Son passé a été saisi.'),
  dutyNew: both('Now owed by {a}: {b}', 'Désormais à faire par {a} : {b}'),
  dutyDone: both('No longer owed by {a}: {b}', 'N’est plus à faire par {a} : {b}'),
  deadlineNew: both('New deadline, {a}: {b}', 'Nouvelle échéance, {a} : {b}'),
  deadlineGone: both(
    'The deadline of {a} no longer runs: {b}',
    'L’échéance du {a} ne court plus : {b}',
  ),
  deadlineMoved: both('The deadline of {a} moved: {b}', 'L’échéance du {a} a été déplacée : {b}'),
  nothing: both('none', 'aucun'),
} as const satisfies Readonly<Record<string, Words>>;

/** Words of the account and of the replay. */
export const accountWords = {
  title: both(
    'Twinning agreement: account of the record',
    'Accord de jumelage : compte rendu du registre',
  ),
  agreement: both('Agreement', 'Accord'),
  record: both('Record', 'Registre'),
  status: both('Status', 'Statut'),
  phase: both('Phase', 'Phase'),
  partners: both('Lead and twinned partner', 'Partenaire pilote et partenaire jumelé'),
  committee: both('Committee', 'Comité'),
  term: both('In force', 'En vigueur'),
  steps: both('What happened', 'Ce qui s’est passé'),
  documents: both('Documents that the events name', 'Documents que les événements nomment'),
  noDocuments: both(
    'No event that this copy shows names a document.',
    'Aucun événement que cette copie montre ne nomme de document.',
  ),
  notInFile: both(
    'Not in this file: documents that were filed and that no event names (minutes, evidence), for the record keeps no proof of them; and papers that the product printed, for they can be printed again, and the record has the hash of each one that was handed out.',
    'Ne sont pas dans ce dossier : les documents déposés qu’aucun événement ne nomme (comptes rendus, pièces justificatives), car le registre n’en garde pas de preuve ; et les papiers imprimés par le produit, car ils peuvent l’être à nouveau, et le registre a l’empreinte de chacun de ceux qui ont été remis.',
  ),
  namedBy: both('Named by event', 'Nommé par l’événement'),
  filedAs: both('Filed as', 'Déposé comme'),
  where: both('Where', 'Où'),
  inThisFile: both('in this file', 'dans ce dossier'),
  length: both('Size', 'Taille'),
  kilobytes: both('kB', 'ko'),
  refused: both('What was refused', 'Ce qui a été refusé'),
  owed: both('What is owed now', 'Ce qui est à faire'),
  next: both('What happens if nobody acts', 'Ce qui arrive si personne n’agit'),
  when: both('When', 'Quand'),
  who: both('Who', 'Qui'),
  forWhom: both('On behalf of', 'Au nom de'),
  clause: both('Clause', 'Clause'),
  what: both('What', 'Quoi'),
  changed: both('What changed', 'Ce qui a changé'),
  place: both('Place in the record', 'Place dans le registre'),
  none: both('Nothing.', 'Rien.'),
  withheld: both(
    'Some fields are withheld in this copy, so it cannot tell how the agreement stands.',
    'Certains champs sont retenus dans cette copie ; elle ne peut donc pas dire où en est l’accord.',
  ),
  proof: both(
    'This account is made from events.json, which is what is proven. README.txt says how to check it.',
    'Ce compte rendu est tiré de events.json, qui est ce qui est prouvé. README.txt dit comment le vérifier.',
  ),
} as const satisfies Readonly<Record<string, Words>>;

/** What a document was filed as. */
export const purposeWords: Readonly<Record<string, Words>> = {
  CV: both('Curriculum vitae', 'Curriculum vitæ'),
  STATEMENT: both(
    'Signed statement of a nominated person',
    'Déclaration signée d’une personne désignée',
  ),
  AUTHORITY: both('Authority to sign', 'Pouvoir de signature'),
  MINUTES: both('Minutes', 'Compte rendu'),
  EVIDENCE: both('Evidence', 'Pièce justificative'),
  OTHER: both('Other document', 'Autre document'),
};

/** Why a document is not in a case file, where its hash stands all the same. */
export const documentReasons: Readonly<Record<DocumentReason, Words>> = {
  LEFT_OUT: both('left out of this copy', 'laissé hors de cette copie'),
  ERASED: both(
    'erased with the person of whom it told, as the record says',
    'effacé avec la personne dont il parlait, selon le registre',
  ),
  NOT_READABLE: both(
    'not for the person who asked for this copy',
    'pas pour la personne qui a demandé cette copie',
  ),
  NOT_FILED: both(
    'named before documents had to be filed, and never filed',
    'nommé avant que les documents aient à être déposés, et jamais déposé',
  ),
  NOT_FOUND: both(
    'not in the store of documents when this copy was made',
    'absent du dépôt des documents quand cette copie a été faite',
  ),
  NOT_OPENED: both(
    'the store could not give it as it was filed when this copy was made',
    'le dépôt n’a pas pu le rendre tel que déposé quand cette copie a été faite',
  ),
};
