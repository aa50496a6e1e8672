const en = {
  title: 'Who read what is confidential',
  lead: 'Whoever takes a case file, a filed document or a paper out of the record is written into it first. Auditors and the ISO Central Secretariat alone see this list.',
  none: 'Nobody has taken anything out yet.',
  noneOf: 'Nobody has taken anything of the chosen agreement out yet.',
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
  title: 'Qui a lu ce qui est confidentiel',
  lead: 'Quiconque sort du registre un dossier, un fichier déposé ou un document en PDF y est d’abord inscrit. Seuls les auditeurs et le Secrétariat central de l’ISO voient cette liste.',
  none: 'Personne n’a encore rien sorti.',
  noneOf: 'Personne n’a encore rien sorti de l’accord choisi.',
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
