const en = {
  title: 'The rules',
  lead: 'What this product takes from ISO’s texts and adds where they are silent, in its own words. The texts themselves are ISO’s: ST is Annex ST of the ISO Supplement, DIR the ISO/IEC Directives, Part 1.',
  search: 'Words or a clause, e.g. ST.5.7',
  found: (n: number, all: number) => `${String(n)} of ${String(all)} rules`,
  none: 'No rule has these words.',
  noneWhy:
    'Sentences, numbers and sources are searched, whatever the accents. Fewer words find more.',
  clear: 'Show all rules',
  rule: 'Rule',
  says: 'What it says',
  source: 'Source',
  steps: 'Steps under it',
  nothing:
    'The rule book has no sentence of its own for this source: the steps are all that it asks for.',
  silent: 'The rule book has no sentence of its own for this source.',
  more: 'All rules',
};

const fr: typeof en = {
  title: 'Les règles',
  lead: 'Ce que ce produit tire des textes de l’ISO et ajoute là où ils se taisent, dans ses propres mots. Les textes eux-mêmes sont ceux de l’ISO : ST est l’annexe ST du Supplément ISO, DIR les Directives ISO/IEC, Partie 1.',
  search: 'Des mots ou un article, p. ex. ST.5.7',
  found: (n, all) => `${String(n)} règles sur ${String(all)}`,
  none: 'Aucune règle ne contient ces mots.',
  noneWhy:
    'La recherche porte sur les phrases, les numéros et les sources, quels que soient les accents. Moins de mots trouvent plus.',
  clear: 'Montrer toutes les règles',
  rule: 'Règle',
  says: 'Ce qu’elle dit',
  source: 'Source',
  steps: 'Démarches possibles',
  nothing:
    'Le recueil n’a pas de phrase propre pour cette source : elle ne demande que ces démarches.',
  silent: 'Le recueil n’a pas de phrase propre pour cette source.',
  more: 'Toutes les règles',
};

export const ruleWords = { en, fr };
