import type { Manifest } from './format.js';

/** `README.txt` of a case file: what it is and how anybody checks it. */
export const readMe = (
  { agreement, origin, version, refusals, size }: Omit<Manifest, 'files'>,
  key: string,
): string =>
  `CASE FILE OF A TWINNING AGREEMENT / DOSSIER D'UN ACCORD DE JUMELAGE

Agreement / Accord   ${agreement}
Record / Registre    ${origin} (${String(size)} entries / inscriptions)
Events / Événements  ${String(version)}, refusals / refus ${String(refusals)}
Key / Clé            ${key}

EN  What to read: account.en.html. What is proven: events.json.
    To check the whole file, keep the archive as it is and do one of these, on any machine, without a network:
      - open verify.html in a browser and drop the archive on it;
      - python3 verify.py <archive> --key '<key>'      (standard library only);
      - twinning verify <archive> --key '<key>'.
    Take the key from the operator's own page or from an earlier case file, not from this one: a file that brings its
    own key proves only that it agrees with itself. Take verify.html and verify.py from a place you trust, too.
    If you kept a checkpoint of the record (a witness's, or an earlier file's checkpoint.txt), give it as well
    (--checkpoint <file>): only so you learn whether the record was put back and went on, or was signed twice.
    The file must have been exported for it: twinning export <agreement> --checkpoint <file>.
    If you know keys of witnesses, give them (--witness '<key>'): each must have cosigned this record.

FR  À lire : account.fr.html. Ce qui est prouvé : events.json.
    Pour vérifier le dossier entier, gardez l'archive telle quelle et faites l'une de ces choses, sans réseau :
      - ouvrez verify.html dans un navigateur et déposez-y l'archive ;
      - python3 verify.py <archive> --key '<clé>' --fr  (bibliothèque standard seulement) ;
      - twinning verify <archive> --key '<clé>'.
    Prenez la clé sur la page de l'exploitant ou dans un dossier antérieur, pas dans celui-ci : un dossier qui apporte
    sa propre clé prouve seulement qu'il s'accorde avec lui-même. De même pour verify.html et verify.py.
    Si vous avez gardé un point de contrôle du registre (celui d'un témoin, ou le checkpoint.txt d'un dossier
    antérieur), donnez-le aussi (--checkpoint <fichier>) : ainsi seulement vous saurez si le registre a été rétabli
    puis continué, ou signé deux fois. Le dossier doit avoir été exporté pour lui :
    twinning export <accord> --checkpoint <fichier>.
    Si vous connaissez des clés de témoins, donnez-les (--witness '<clé>') : chacun doit avoir cosigné ce registre.

What each file is / Ce qu'est chaque fichier
  events.json     leaves of the record, their fields with salts, their way to the root
                  feuilles du registre, champs avec leurs sels, chemin vers la racine
                  erasures: files named here that were erased with a person, as the record says
                  erasures : fichiers nommés ici qui ont été effacés avec une personne, selon le registre
                  keys: each change of the record's key, and so for which sizes a key was good
                  keys : chaque changement de clé du registre, donc les tailles pour lesquelles une clé valait
  commands.json   what was asked and answered / ce qui a été demandé et répondu
  checkpoint.txt  size and root of the record, signed / taille et racine du registre, signées
  key.txt         key of the record / clé du registre
  key-changes.json  from an earlier key to this one, when there was one / d'une clé antérieure à celle-ci, s'il y en eut
  continues.json  that the record continues an earlier checkpoint, when this was asked for
                  que le registre prolonge un point de contrôle antérieur, si cela a été demandé
  documents/      files that the events name by their hash / fichiers que les événements nomment par leur empreinte
  documents.json  which there are, and why one is not here / lesquels, et pourquoi l'un d'eux n'est pas ici
  witnesses.json  what witnesses cosigned, and that this record continues it
                  ce que des témoins ont cosigné, et que ce registre le prolonge
  temporal/       histories of the workflow runs, when there are / historiques des exécutions, s'il y en a
  manifest.json   SHA-256 of every file / SHA-256 de chaque fichier
  manifest.sig    signature of the manifest / signature du manifeste
`;
