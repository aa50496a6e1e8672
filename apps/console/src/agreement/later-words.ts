const en = {
  amended: (id: string) => `As amended by both partners (amendment ${id})`,
  revised: 'As revised by both partners',
  since: 'in force since',
  history: 'What was there before',
  signed: 'As signed',
};

const fr: typeof en = {
  amended: (id: string) => `Tel que modifié par les deux partenaires (modification ${id})`,
  revised: 'Tel que révisé par les deux partenaires',
  since: 'en vigueur depuis le',
  history: 'Ce qui y figurait auparavant',
  signed: 'Tel que signé',
};

export const laterWords = { en, fr };
