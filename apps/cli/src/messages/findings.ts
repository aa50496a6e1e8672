import { phrasesInFrench, type Language, type Phrase } from '@twinning/domain';

/** What verification, check and reconciliation find, as they say it, and the same in French. */
export const FINDINGS: readonly Phrase[] = [
  // The record (libs/event-log).
  ['its hash is not that of its bytes', 'son empreinte n’est pas celle de ses octets'],
  ['its bytes are not a leaf', 'ses octets ne forment pas une feuille'],
  ['a column differs from its bytes', 'une colonne diffère de ses octets'],
  ['field {} differs from its commitment', 'le champ {} diffère de son engagement'],
  [
    'gives up a checkpoint that is none of its name',
    'abandonne un point de contrôle qui n’est pas celui du nom indiqué',
  ],
  ['its index does not follow the one before', 'son index ne suit pas le précédent'],
  ['version {} follows {}', 'la version {} suit la version {}'],
  ['{} events are missing', '{} événements manquent'],
  [
    'stands outside the log, which ends before it',
    'se trouve en dehors du registre, qui s’arrête avant',
  ],
  [
    'node {} of the tree kept beside the log is not the hash of what lies below it',
    'le nœud {} de l’arbre gardé à côté du registre n’est pas l’empreinte de ce qu’il couvre',
  ],
  [
    'the tree kept beside the log has other nodes than the log gives',
    'l’arbre gardé à côté du registre a d’autres nœuds que ceux du registre',
  ],
  [
    'the head of the log does not fit its events',
    'la tête du registre ne correspond pas à ses événements',
  ],
  [
    'what was signed at size {} is another history: it differs in the events {} to {}',
    'ce qui a été signé à la taille {} est une autre histoire\u00a0: elle diffère dans les événements {} à {}',
  ],
  [
    'checkpoint {} was signed at size {}: {} events are missing since',
    'le point de contrôle {} a été signé à la taille {}\u00a0: il manque depuis {} événements',
  ],
  [
    'checkpoint {}: It is of another size.',
    'point de contrôle {}\u00a0: il est d’une autre taille.',
  ],
  [
    'checkpoint {}: It is that of another record ({}).',
    'point de contrôle {}\u00a0: c’est celui d’un autre registre ({}).',
  ],
  [
    'checkpoint {}: {} was put back from a backup and given up; this record goes on as {}',
    'point de contrôle {}\u00a0: {} a été rétabli d’une sauvegarde et abandonné\u00a0; ce registre continue sous le nom {}',
  ],
  [
    'checkpoint {}: The note bears no signature of a known key.',
    'point de contrôle {}\u00a0: la note ne porte la signature d’aucune clé connue.',
  ],
  [
    'checkpoint {}: A signature of a known key does not match.',
    'point de contrôle {}\u00a0: la signature d’une clé connue ne correspond pas.',
  ],
  [
    'checkpoint {}: At size {} it is signed with a key that the record gave up at size {}.',
    'point de contrôle {}\u00a0: à la taille {}, il est signé avec une clé que le registre a abandonnée à la taille {}.',
  ],
  [
    'checkpoint {}: Not a checkpoint: origin, size and root are expected.',
    'point de contrôle {}\u00a0: ce n’en est pas un\u00a0; origine, taille et racine sont attendues.',
  ],
  [
    'checkpoint {}: Not a signed note: {}',
    'point de contrôle {}\u00a0: ce n’est pas une note signée\u00a0: {}',
  ],
  ['checkpoint {}: {}', 'point de contrôle {}\u00a0: {}'],
  [
    'what was signed at size {} is another history: it differs in the events {}',
    'ce qui a été signé à la taille {} est une autre histoire\u00a0: elle diffère dans les événements {}',
  ],
  ['is not the hash of what lies below it', 'n’est pas l’empreinte de ce qu’il couvre'],
  [
    'what was signed at this size is not a prefix of the log',
    'ce qui a été signé à cette taille n’est pas le début du registre',
  ],
  // Read model, commands, deadlines, messages and workflows (libs/engine).
  [
    'the read model differs from the fold of the log in everything: the log does not know it',
    'le modèle de lecture ne vient pas du registre\u00a0: le registre ne le connaît pas',
  ],
  [
    'the read model differs from the fold of the log in {}',
    'le modèle de lecture diffère de ce que donne le registre\u00a0: {}',
  ],
  ['cannot be folded: event {}: {}', 'ne peut être reconstitué\u00a0: événement {}\u00a0: {}'],
  ['cannot be folded: {}', 'ne peut être reconstitué\u00a0: {}'],
  [
    'is not at its end and has neither a task nor a timer: nobody will look at it',
    'n’est pas à son terme et n’a ni tâche ni échéance\u00a0: personne ne s’en occupera',
  ],
  [
    '{} ({}) was due at {} and nobody has looked',
    '{} ({}) était dû le {} et personne ne s’en est occupé',
  ],
  [
    'its entry of the past is open, and nothing has been entered since {}',
    'sa saisie du passé est ouverte et rien n’y a été saisi depuis le {}',
  ],
  ['{} at version {} has fired before', '{} à la version {} s’est déjà produit'],
  [
    '{} at version {} was not the next deadline',
    '{} à la version {} n’était pas la prochaine échéance',
  ],
  ['{} at version {} bears another instant', '{} à la version {} porte un autre instant'],
  [
    '{} at version {} was recorded before it was due',
    '{} à la version {} a été inscrit avant son terme',
  ],
  [
    'stands in the log and was never stored',
    'figure au registre et n’a jamais été enregistrée comme commande',
  ],
  ['has left events and has no outcome', 'a laissé des événements et n’a pas de résultat'],
  ['waits for its outcome since {} s', 'attend son résultat depuis {} s'],
  [
    'bears no seal of this service, and is not carried out',
    'ne porte aucun sceau de ce service et n’est pas exécutée',
  ],
  [
    'its request is not the one that was hashed',
    'sa demande n’est pas celle dont l’empreinte est gardée',
  ],
  [
    'its row has a number with other digits than anybody asked or answered',
    'sa ligne a un nombre dont les chiffres ne sont pas ceux qui ont été demandés ou répondus',
  ],
  [
    'its request is not the one of which its leaf has the hash',
    'sa demande n’est pas celle dont sa feuille a l’empreinte',
  ],
  [
    'its leaf names another person than its row',
    'sa feuille nomme une autre personne que sa ligne',
  ],
  [
    'its outcome says another time than its leaf',
    'son résultat donne une autre heure que sa feuille',
  ],
  [
    'its outcome says other events than its leaves',
    'son résultat donne d’autres événements que ses feuilles',
  ],
  [
    'its outcome is a refusal, and its leaf is none',
    'son résultat est un refus, et sa feuille n’en est pas un',
  ],
  [
    'the {} of its refusal is not what its leaf says',
    'le champ {} de son refus n’est pas celui de sa feuille',
  ],
  [
    'cannot be checked, for it cannot be read: {}',
    'ne peut être vérifié, faute de pouvoir être lu\u00a0: {}',
  ],
  ['promises events [{}] and has left [{}]', 'annonce les événements [{}] et a laissé [{}]'],
  ['has left an event outside {}', 'a laissé un événement en dehors de {}'],
  ['has sat in an open transaction for {} s', 'est dans une transaction ouverte depuis {} s'],
  [
    '{} messages have been left lying for more than a minute',
    '{} messages attendent depuis plus d’une minute',
  ],
  [
    '{} messages do not reach their receiver, which was given up',
    '{} messages n’atteignent pas leur destinataire, auquel l’envoi a été abandonné',
  ],
  ['was never written', 'n’a jamais été écrit'],
  [
    'no message was written for its events from version {} on',
    'aucun message n’a été écrit pour ses événements à partir de la version {}',
  ],
  ['has no events that cause it', 'n’a aucun événement pour cause'],
  ['is open and has no workflow', 'est ouvert et n’a pas de workflow'],
  ['has a workflow and no stream', 'a un workflow et aucun événement'],
  ['waits for nothing and still has a workflow', 'n’attend rien et a encore un workflow'],
  ['its workflow does not answer', 'son workflow ne répond pas'],
  ["its workflow's task has failed {} times", 'la tâche de son workflow a échoué {} fois'],
  [
    "its workflow's task, attempt {}, has been with a worker for {} ms",
    'la tâche de son workflow, tentative {}, est chez un worker depuis {} ms',
  ],
  [
    'its workflow knows version {}, the log has {}',
    'son workflow connaît la version {}, le registre a la version {}',
  ],
  ['runs for an agreement that is not open', 'tourne pour un accord qui n’est pas ouvert'],
  ['has no workflow', 'n’a pas de workflow'],
  [
    'the log has it open, the read model has not',
    'il est ouvert selon le registre, et ne l’est pas selon le modèle de lecture',
  ],
  ['its workflow runs on', 'son workflow continue'],
  [
    'a command of {} has no outcome, or its workflow was not told',
    'une commande de {} n’a pas de résultat, ou son workflow n’a pas été averti',
  ],
];

const inFrench = phrasesInFrench(FINDINGS);

/** What was found, in the reader's language. */
export const findingIn = (language: Language, what: string): string =>
  language === 'fr' ? inFrench(what) : what;
