const en = {
  title: 'Who read what is confidential',
  lead: 'Whoever takes a case file, a filed document or a paper out of the record is written into it first. Auditors and the ISO Central Secretariat alone see this list.',
  none: 'Nobody has taken anything out yet.',
  noneOf: 'Nobody has taken anything of the chosen agreement out yet.',
  who: 'Who',
  desk: 'ISO desk',
  behalf: (person: string) => `for ${person}`,
  when: 'When',
  what: 'What',
  agreement: 'Agreement',
  entry: 'Entry of the record',
  kinds: {
    CaseFileExported: 'Case file',
    DocumentRead: 'Document',
  } as Readonly<Record<string, string>>,
  older: 'Show earlier ones',
  newer: 'Show later ones',
  refused: {
    title: 'What was refused',
    lead: 'Each attempt that a rule refused, and each that was not for the role of the person or lacked the stronger proof. Each person has thirty entries an hour of the latter kind; what goes beyond, and what was not shown to them (404), is one entry with its number.',
    none: 'Nothing has been refused yet.',
    why: 'Why',
    last: 'the last of this hour: more are summed up',
    times: (count: number) => `${String(count)} times`,
  },
};

const fr: typeof en = {
  title: 'Qui a lu ce qui est confidentiel',
  lead: 'Quiconque sort du registre un dossier, un fichier déposé ou un document en PDF y est d’abord inscrit. Seuls les auditeurs et le Secrétariat central de l’ISO voient cette liste.',
  none: 'Personne n’a encore rien sorti.',
  noneOf: 'Personne n’a encore rien sorti de l’accord choisi.',
  who: 'Qui',
  desk: 'bureau de l’ISO',
  behalf: (person: string) => `pour ${person}`,
  when: 'Quand',
  what: 'Quoi',
  agreement: 'Accord',
  entry: 'Entrée du registre',
  kinds: {
    CaseFileExported: 'Dossier',
    DocumentRead: 'Document',
  },
  older: 'Afficher les précédents',
  newer: 'Afficher les suivants',
  refused: {
    title: 'Ce qui a été refusé',
    lead: 'Chaque tentative refusée par une règle, et chacune qui ne relevait pas du rôle de la personne ou à laquelle manquait la preuve renforcée. Chaque personne dispose de trente inscriptions par heure de cette dernière sorte ; ce qui les dépasse, et ce qui ne lui a pas été montré (404), fait une seule inscription avec son nombre.',
    none: 'Rien n’a encore été refusé.',
    why: 'Pourquoi',
    last: 'la dernière de cette heure : les autres sont résumées',
    times: (count: number) => `${String(count)} fois`,
  },
};

export const accessTexts = { en, fr };
