import type { Language } from './index.js';

/** What the commands of backup and restore say. */
interface BackupMessages {
  readonly backup: string;
  readonly folder: string;
  readonly restore: string;
  readonly from: string;
  readonly to: string;
  readonly wal: string;
  readonly until: string;
  done(folder: string, size: number): string;
  notDone(why: string): string;
  readonly whereItRuns: string;
  there(cluster: string): string;
  readonly moveAway: string;
  noTime(text: string): string;
  readonly noLog: string;
  laidOut(cluster: string, size: number): string;
  next(checkpoint: string): string;
  readonly archiveAgain: string;
}

const en: BackupMessages = {
  backup: 'base backup of the running database, with the checkpoint that a restore is held to',
  folder: 'new folder for the backup',
  restore: 'lay a backup out as a cluster that catches up with the archived log when it starts',
  from: 'folder of the backup',
  to: 'folder of the cluster, which must not exist (default: that of the local start)',
  wal: 'folder of the archived write-ahead log (default: the end of the backup)',
  until: 'restore what was committed before this time, e.g. 2027-03-01T12:00:00Z',
  done: (folder, size) => `✓ ${folder}: the record with ${String(size)} entries.`,
  notDone: (why) => `There is no backup: ${why}`,
  whereItRuns:
    'It runs on the machine of the database, as a user who may read its files, with a superuser in TWINNING_ADMIN_URL. Elsewhere use pg_basebackup.',
  there: (cluster) => `A cluster lies in ${cluster} already.`,
  moveAway: 'Nothing was changed. Move it away, or name another folder with --to.',
  noTime: (text) => `"${text}" is no time.`,
  noLog: '--until needs --wal: the archived log is replayed up to that time.',
  laidOut: (cluster, size) =>
    `✓ ${cluster}: at least ${String(size)} entries; the database catches up when it starts.`,
  next: (checkpoint) =>
    `Start the database, then: twinning verify --checkpoint ${checkpoint}, twinning reconcile, twinning check.`,
  archiveAgain:
    'Its own log is not archived. Once no other database writes into the archive: ALTER SYSTEM SET archive_mode = on, restart it, and take a new backup.',
};

const fr: BackupMessages = {
  backup:
    'sauvegarde de base de la base de données en marche, avec le point de contrôle auquel tenir une restauration',
  folder: 'nouveau dossier de la sauvegarde',
  restore: 'préparer une instance qui rattrape le journal archivé à son démarrage',
  from: 'dossier de la sauvegarde',
  to: 'dossier de l’instance, qui ne doit pas exister (par défaut : celui du démarrage local)',
  wal: 'dossier du journal de transactions archivé (par défaut : la fin de la sauvegarde)',
  until: 'restaurer ce qui a été validé avant cet instant, p. ex. 2027-03-01T12:00:00Z',
  done: (folder, size) => `✓ ${folder} : le registre avec ${String(size)} entrées.`,
  notDone: (why) => `Pas de sauvegarde : ${why}`,
  whereItRuns:
    'La commande s’exécute sur la machine de la base de données, par un utilisateur qui peut en lire les fichiers, avec un superutilisateur dans TWINNING_ADMIN_URL. Ailleurs, utilisez pg_basebackup.',
  there: (cluster) => `Une instance se trouve déjà dans ${cluster}.`,
  moveAway: 'Rien n’a été modifié. Déplacez-la, ou indiquez un autre dossier avec --to.',
  noTime: (text) => `« ${text} » n’est pas un instant.`,
  noLog: '--until demande --wal : le journal archivé est rejoué jusqu’à cet instant.',
  laidOut: (cluster, size) =>
    `✓ ${cluster} : au moins ${String(size)} entrées ; la base rattrape le reste au démarrage.`,
  next: (checkpoint) =>
    `Démarrez la base de données, puis : twinning verify --checkpoint ${checkpoint}, twinning reconcile, twinning check.`,
  archiveAgain:
    'Son propre journal n’est pas archivé. Dès qu’aucune autre base n’écrit dans l’archive : ALTER SYSTEM SET archive_mode = on, redémarrez-la, et faites une nouvelle sauvegarde.',
};

export const backupMessages: Readonly<Record<Language, BackupMessages>> = { en, fr };
