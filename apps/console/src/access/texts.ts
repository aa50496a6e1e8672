const en = {
  title: 'Who read which case file',
  lead: 'Whoever takes a case file out of the record is written into it first. Auditors alone see this list.',
  none: 'Nobody has taken a case file out yet.',
  noneOf: 'Nobody has taken out the case file of the chosen agreement yet.',
  who: 'Who',
  desk: 'ISO desk',
  when: 'When',
  what: 'What',
  agreement: 'Agreement',
  entry: 'Entry of the record',
  kinds: {
    CaseFileExported: 'Case file',
    DocumentRead: 'Document',
  } as Readonly<Record<string, string>>,
  more: 'Show later ones',
};

const fr: typeof en = {
  title: 'Qui a lu quel dossier',
  lead: 'Quiconque sort un dossier du registre y est d’abord inscrit. Seuls les auditeurs voient cette liste.',
  none: 'Personne n’a encore sorti de dossier.',
  noneOf: 'Personne n’a encore sorti le dossier de l’accord choisi.',
  who: 'Qui',
  desk: 'bureau de l’ISO',
  when: 'Quand',
  what: 'Quoi',
  agreement: 'Accord',
  entry: 'Entrée du registre',
  kinds: {
    CaseFileExported: 'Dossier',
    DocumentRead: 'Document',
  },
  more: 'Afficher les suivants',
};

export const accessTexts = { en, fr };
