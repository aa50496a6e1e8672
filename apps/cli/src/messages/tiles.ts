import type { Language } from './index.js';

/** What `twinning tiles` says. */
interface TilesMessages {
  readonly tiles: string;
  readonly out: string;
  readonly noKey: string;
  atWork(folder: string): string;
  untouched(folder: string): string;
  mirrored(origin: string, size: number, tiles: number, folder: string): string;
}

const en: TilesMessages = {
  tiles:
    'mirror the checkpoint and the hash tiles of the record into a folder that any web server can serve; never an entry',
  out: 'folder of the mirror; the next run fetches only what is new',
  noKey: 'The record serves no key.',
  atWork: (folder) => `Another run is under way for ${folder}.`,
  untouched: (folder) =>
    `Nothing in ${folder} was changed: keep it, it is evidence. A record that goes on under another name is mirrored into another folder.`,
  mirrored: (origin, size, tiles, folder) =>
    `✓ ${origin}: ${String(size)} entries, ${String(tiles)} ${tiles === 1 ? 'tile' : 'tiles'} fetched into ${folder}`,
};

const fr: TilesMessages = {
  tiles:
    'copier le point de contrôle et les tuiles d’empreintes du registre dans un dossier que tout serveur web peut servir ; jamais une inscription',
  out: 'dossier de la copie ; la fois suivante, seul le nouveau est pris',
  noKey: 'Le registre ne sert aucune clé.',
  atWork: (folder) => `Une autre exécution est en cours pour ${folder}.`,
  untouched: (folder) =>
    `Rien n’a été changé dans ${folder} : gardez-le, c’est une preuve. Un registre qui continue sous un autre nom se copie dans un autre dossier.`,
  mirrored: (origin, size, tiles, folder) =>
    `✓ ${origin} : ${String(size)} inscriptions, ${String(tiles)} ${tiles < 2 ? 'tuile prise' : 'tuiles prises'} dans ${folder}`,
};

export const tilesMessages: Readonly<Record<Language, TilesMessages>> = { en, fr };
