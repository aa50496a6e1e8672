const en = {
  title: 'Import members',
  lead: 'Takes country, category and New Rights of ISO’s members from a file into the registry, whole or not at all. The same file again changes nothing.',
  chooseHelp:
    'CSV in UTF-8 with the columns iso_member_id, acronym, country_en, country_alpha2 and category; new_rights and active where they are known. It is first only checked.',
  asOfHelp: 'The day on which the file was true; today when it is left empty.',
  counts: (members: number, changed: number, day: string) =>
    `${String(members)} members, ${String(changed)} of them changed, as of ${day}.`,
  unknown: (n: number) =>
    n === 1 ? 'One category is not known' : `${String(n)} categories are not known`,
  unknownRow: (line: number, member: number, value: string) =>
    `Line ${String(line)}: member ${String(member)}, “${value}”`,
  justification: 'Why these members are taken in without a category',
  justificationHelp: 'Kept with each of them.',
};

const fr: typeof en = {
  title: 'Importer des membres',
  lead: 'Reprend d’un fichier le pays, la catégorie et les New Rights des membres de l’ISO dans le répertoire, en entier ou pas du tout. Le même fichier une seconde fois ne change rien.',
  chooseHelp:
    'CSV en UTF-8 avec les colonnes iso_member_id, acronym, country_en, country_alpha2 et category ; new_rights et active si on les connaît. Il est d’abord seulement vérifié.',
  asOfHelp: 'Le jour où le fichier était vrai ; aujourd’hui si rien n’est indiqué.',
  counts: (members, changed, day) =>
    `${String(members)} membres, dont ${String(changed)} changés, au ${day}.`,
  unknown: (n) =>
    n === 1 ? 'Une catégorie est inconnue' : `${String(n)} catégories sont inconnues`,
  unknownRow: (line, member, value) =>
    `Ligne ${String(line)} : membre ${String(member)}, « ${value} »`,
  justification: 'Pourquoi ces membres sont repris sans catégorie',
  justificationHelp: 'Conservé avec chacun d’eux.',
};

export const membersTexts = { en, fr };
