const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const en = {
  index: 'Or as of entry number of the record',
  entry: (index: string) => `entry ${index} of the record`,
  asOf: (when: string, version: number, isBefore: boolean) =>
    isBefore
      ? `As of ${when} the agreement had not begun. Its first step:`
      : `As of ${when}: step ${String(version)}, of`,
  difference: 'What changed between two dates',
  from: 'From the end of',
  to: 'to the end of',
  compare: 'Compare',
  whole: 'all agreements that you may see',
  same: 'Nothing changed in this time.',
  happened: (n: number) => plural(n, 'event in between', 'events in between'),
  caseFile: 'Case file',
  caseLead:
    'Everything that is recorded of an agreement in one archive that proves itself, without this service.',
  download: 'Download the case file of the chosen agreement',
  chooseFirst: 'Choose an agreement above to download its case file.',
  drop: 'Drop a case file or a receipt here, or choose one',
  dropHelp:
    'A case file is an archive (.zip), a receipt comes in the answer to a command (.json). It is checked in your browser with the key of this record; it is not sent anywhere. The code is that of verify.html in every case file.',
  reading: 'Checking …',
  unreadable: 'This file cannot be read.',
  good: 'Everything in this file holds.',
  bad: 'This file does not hold.',
  facts: (version: number, refusals: number, size: number) =>
    `${plural(version, 'event', 'events')}, ${plural(refusals, 'refusal', 'refusals')}, in a record of ${plural(size, 'entry', 'entries')}`,
  withheld: (n: number) =>
    `${plural(n, 'value is', 'values are')} withheld: only their hashes are there.`,
  signed: (n: number) =>
    `${plural(n, 'signature of a signatory was', 'signatures of signatories were')} checked; whose key it is says the record.`,
  erased: (index: number) =>
    `A file was erased with a person, as entry ${String(index)} of the record says:`,
  open: 'Show the agreement',
  at: 'at',
  claims: {
    ARCHIVE: 'the archive is as it was written',
    FILES: 'every file is the one that the manifest names',
    KEY: 'the key is that of this record',
    MANIFEST: 'the record signed the manifest',
    CHECKPOINT: 'the record signed the checkpoint (Ed25519)',
    PROOFS: 'every event stands in the record at its place (inclusion)',
    ORDER: 'no event is missing, inserted or moved',
    FIELDS: 'every value is the one that was recorded',
    COMMANDS: 'commands and events fit together',
    SIGNATURES: 'every signature with a signatory’s own key or passkey fits its text',
    DOCUMENTS: 'every document is the one that an event names',
    WITNESSES: 'what witnesses cosigned is continued by this record',
  },
  receiptClaims: {
    RECEIPT: 'the receipt can be read and proves something',
    CHECKPOINT: 'the record signed the checkpoint (Ed25519)',
    PROOFS: 'every entry stands in the record at its place (inclusion)',
    COMMAND: 'every entry is one of this command',
    FIELDS: 'every value is the one that was recorded',
    ANSWER: 'the answer says what was recorded',
  },
  ofCommand: 'Receipt of command',
  documents: (there: number, not: number) =>
    `${plural(there, 'document is', 'documents are')} in the file${not === 0 ? '' : `; of ${String(not)} only the hash`}.`,
  noDocuments: 'The file is of before documents were in it.',
  cosigned: (n: number) =>
    `${plural(n, 'witness has', 'witnesses have')} cosigned; verify.html in the file checks that with the keys of the witnesses.`,
  first:
    'This is the first check in this browser; the next one also proves that nothing was changed since.',
};

const fr: typeof en = {
  index: 'Ou à l’inscription numéro',
  entry: (index) => `l’inscription ${index} du registre`,
  asOf: (when, version, isBefore) =>
    isBefore
      ? `Situation demandée : ${when}. L’accord n’avait pas commencé ; sa première étape :`
      : `Situation demandée : ${when}. Étape ${String(version)}, du`,
  difference: 'Ce qui a changé entre deux dates',
  from: 'De la fin du',
  to: 'à la fin du',
  compare: 'Comparer',
  whole: 'tous les accords que vous pouvez voir',
  same: 'Rien n’a changé dans cet intervalle.',
  happened: (n: number) => plural(n, 'événement entre les deux', 'événements entre les deux'),
  caseFile: 'Dossier',
  caseLead:
    'Tout ce qui est inscrit d’un accord, en une archive qui se prouve elle-même, sans ce service.',
  download: 'Télécharger le dossier de l’accord choisi',
  chooseFirst: 'Choisissez un accord plus haut pour télécharger son dossier.',
  drop: 'Déposez un dossier ou un reçu ici, ou choisissez-le',
  dropHelp:
    'Un dossier est une archive (.zip), un reçu vient dans la réponse à une commande (.json). Il est vérifié dans votre navigateur avec la clé de ce registre ; il n’est envoyé nulle part. Le code est celui de verify.html, présent dans chaque dossier.',
  reading: 'Vérification …',
  unreadable: 'Ce fichier n’est pas lisible.',
  good: 'Tout se confirme dans ce dossier.',
  bad: 'Ce dossier n’est pas valable.',
  facts: (version: number, refusals: number, size: number) =>
    `${plural(version, 'événement', 'événements')}, ${plural(refusals, 'refus', 'refus')}, dans un registre de ${plural(size, 'inscription', 'inscriptions')}`,
  withheld: (n: number) =>
    `${plural(n, 'valeur est retenue', 'valeurs sont retenues')} : seules leurs empreintes y sont.`,
  signed: (n) =>
    `${n < 2 ? `${String(n)} signature de signataire vérifiée` : `${String(n)} signatures de signataires vérifiées`} ; à qui est la clé, le registre le dit.`,
  erased: (index: number) =>
    `Un fichier a été effacé avec une personne, selon l’inscription ${String(index)} du registre :`,
  open: 'Afficher l’accord',
  at: 'à',
  claims: {
    ARCHIVE: 'l’archive est telle qu’elle a été écrite',
    FILES: 'chaque fichier est celui que le manifeste nomme',
    KEY: 'la clé est celle de ce registre',
    MANIFEST: 'le registre a signé le manifeste',
    CHECKPOINT: 'le registre a signé le point de contrôle (Ed25519)',
    PROOFS: 'chaque événement est à sa place dans le registre (inclusion)',
    ORDER: 'aucun événement ne manque, n’est inséré ni déplacé',
    FIELDS: 'chaque valeur est celle qui a été inscrite',
    COMMANDS: 'commandes et événements concordent',
    SIGNATURES:
      'chaque signature faite avec la clé ou la clé d’accès d’un signataire correspond à son texte',
    DOCUMENTS: 'chaque document est celui qu’un événement nomme',
    WITNESSES: 'ce que des témoins ont cosigné est prolongé par ce registre',
  },
  receiptClaims: {
    RECEIPT: 'le reçu est lisible et prouve quelque chose',
    CHECKPOINT: 'le registre a signé le point de contrôle (Ed25519)',
    PROOFS: 'chaque inscription est à sa place dans le registre (inclusion)',
    COMMAND: 'chaque inscription est de cette commande',
    FIELDS: 'chaque valeur est celle qui a été inscrite',
    ANSWER: 'la réponse dit ce qui a été inscrit',
  },
  ofCommand: 'Reçu de la commande',
  documents: (there: number, not: number) =>
    `${there < 2 ? `${String(there)} document est` : `${String(there)} documents sont`} dans le dossier${not === 0 ? '' : ` ; de ${String(not)}, l’empreinte seulement`}.`,
  noDocuments: 'Le dossier date d’avant que les documents y soient.',
  cosigned: (n: number) =>
    `${n < 2 ? `${String(n)} témoin a cosigné` : `${String(n)} témoins ont cosigné`} ; verify.html, dans le dossier, le vérifie avec les clés des témoins.`,
  first:
    'C’est la première vérification dans ce navigateur ; la suivante prouvera aussi que rien n’a été changé depuis.',
};

export const recordTexts = { en, fr };
