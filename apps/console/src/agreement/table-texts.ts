/** Words about the text that lies on the table: an amendment, and clauses that do not stand in both languages. */
const en = {
  open: (id: string) => `Amendment ${id} is being negotiated.`,
  by: (side: string) => `Opened by: ${side}.`,
  inForceStays: 'Until both have signed it, the agreement in force stays as it is.',
  begin: 'Open an amendment',
  sign: 'Sign the amendment',
  reopen: 'Reopen the text of the amendment',
  withdraw: 'Withdraw the amendment',
  owed: 'Nobody can accept the text yet: these clauses do not stand in both languages. Translate them, or agree together to do without.',
  waive: 'Do without a translation',
};

const fr: typeof en = {
  open: (id: string) => `L’avenant ${id} est en négociation.`,
  by: (side: string) => `Ouvert par : ${side}.`,
  inForceStays: 'Tant que les deux ne l’ont pas signé, l’accord en vigueur reste inchangé.',
  begin: 'Ouvrir un avenant',
  sign: 'Signer l’avenant',
  reopen: 'Rouvrir le texte de l’avenant',
  withdraw: 'Retirer l’avenant',
  owed: 'Personne ne peut encore accepter le texte : ces clauses n’existent pas dans les deux langues. Traduisez-les, ou renoncez ensemble à la traduction.',
  waive: 'Renoncer à la traduction',
};

export const tableTexts = { en, fr };
