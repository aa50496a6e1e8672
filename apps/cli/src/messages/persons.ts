import type { Language } from './index.js';

/** What the commands on persons say. */
interface PersonsMessages {
  readonly group: string;
  readonly name: string;
  readonly noName: string;
  readonly person: string;
  readonly erase: string;
  readonly reason: string;
  readonly output: string;
  erased(person: string, index: number): string;
  file(sha256: string): string;
  kept(sha256: string): string;
  filesAway(why: string): string;
  readonly filesLater: string;
  stays(events: number, agreements: number): string;
  readonly backups: string;
  readonly signOut: string;
  readonly everybody: string;
  readonly oneOrAll: string;
  signedOut(sessions: number): string;
  refused(person: string): string;
  retained(agreement: string, until: string | null): string;
}

const en: PersonsMessages = {
  group: 'names of persons, which the record keeps sealed, and their erasure',
  name: 'the name under which a person last signed in',
  noName: 'No name is kept.',
  person: 'reference of the person (as in tokens and events)',
  erase:
    'destroy a person’s key, CVs and signed statements: the name vanishes everywhere, every proof stays valid',
  reason: 'why, for the record; no name in it',
  output: 'where to write the certificate',
  erased: (person, index) => `${person} is erased (entry ${String(index)}). Never readable again:`,
  file: (sha256) => `file ${sha256}`,
  kept: (sha256) => `The file ${sha256} stays: the same bytes are also something else.`,
  filesAway: (why) =>
    `The key is destroyed and the record says so; files are not destroyed yet. ${why}`,
  filesLater: 'The API destroys them within ten minutes of reaching the store; or do this again.',
  stays: (events, agreements) =>
    `The reference stays in ${String(events)} entries of ${String(agreements)} agreements.`,
  backups:
    'Destroy the key in the backups of the key folder too. Keys and files that come back with a backup are destroyed at the next start.',
  signOut: 'end every session of a person in the console, at once',
  everybody: 'end the sessions of all',
  oneOrAll: 'Name one person, or say --everybody.',
  signedOut: (sessions) =>
    sessions === 1 ? 'One session has ended.' : `${String(sessions)} sessions have ended.`,
  refused: (person) => `${person} cannot be erased yet: the person signed.`,
  retained: (agreement, until) =>
    until === null
      ? `${agreement} is not over; its record is kept for ten years from its end (CO, art. 958f).`
      : `${agreement} is kept until ${until} (CO, art. 958f).`,
};

const fr: PersonsMessages = {
  group: 'noms des personnes, que le registre garde scellés, et leur effacement',
  name: 'le nom sous lequel une personne s’est connectée en dernier',
  noName: 'Aucun nom n’est gardé.',
  person: 'référence de la personne (comme dans les jetons et les événements)',
  erase:
    'détruire la clé, les CV et les déclarations signées d’une personne : son nom disparaît partout, chaque preuve reste valable',
  reason: 'pourquoi, pour le registre ; sans nom',
  output: 'où écrire le certificat',
  erased: (person, index) =>
    `${person} est effacé (inscription ${String(index)}). Ne se lira plus jamais :`,
  file: (sha256) => `fichier ${sha256}`,
  kept: (sha256) => `Le fichier ${sha256} reste : les mêmes octets sont aussi autre chose.`,
  filesAway: (why) =>
    `La clé est détruite et le registre le dit ; des fichiers ne le sont pas encore. ${why}`,
  filesLater:
    'L’API les détruit dans les dix minutes après avoir retrouvé le dépôt ; ou recommencez.',
  stays: (events, agreements) =>
    `La référence reste dans ${String(events)} inscriptions de ${String(agreements)} accords.`,
  backups:
    'Détruisez la clé aussi dans les sauvegardes du dossier des clés. Les clés et fichiers qui reviennent d’une sauvegarde sont détruits au prochain démarrage.',
  signOut: 'mettre fin aussitôt à toutes les sessions d’une personne dans la console',
  everybody: 'mettre fin aux sessions de tout le monde',
  oneOrAll: 'Nommez une personne, ou dites --everybody.',
  signedOut: (sessions) =>
    sessions === 0
      ? 'Aucune session n’était ouverte.'
      : sessions === 1
        ? 'Une session a pris fin.'
        : `${String(sessions)} sessions ont pris fin.`,
  refused: (person) => `${person} ne peut pas encore être effacé : la personne a signé.`,
  retained: (agreement, until) =>
    until === null
      ? `${agreement} n’est pas terminé ; son dossier est gardé dix ans dès sa fin (CO, art. 958f).`
      : `${agreement} est gardé jusqu’au ${until} (CO, art. 958f).`,
};

export const personsMessages: Readonly<Record<Language, PersonsMessages>> = { en, fr };
