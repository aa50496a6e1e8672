/** The words of the rule book around its tables. */
export const ruleWords = {
  title: { en: 'The rule book', fr: 'Le recueil des règles' },
  intro: {
    en: 'This text is printed from the code: every command with the codes it may be refused with, every clock, every race, every invariant and every rule that the domain rules number, with the file that decides it and the test that shows it. A rule without a test, and a test of a rule that does not exist, fail the check.',
    fr: 'Ce texte est tiré du code : chaque commande avec les codes de refus possibles, chaque échéance, chaque concurrence, chaque invariant et chaque règle numérotée du domaine, avec le fichier qui en décide et le test qui le montre. Une règle sans test, ou le test d’une règle inexistante, fait échouer le contrôle.',
  },
  commands: { en: 'Commands', fr: 'Commandes' },
  commandsNote: {
    en: 'Before its own guards every command is checked alike: the agreement is one that the caller may see, the role, the own body, the command’s id, the version, the status, the type and the shape. The codes of these checks are not repeated for each command.',
    fr: 'Avant ses propres conditions, chaque commande est contrôlée de même : l’accord visible pour l’auteur, le rôle, son propre organisme, l’identifiant de la commande, la version, le statut, le type et la forme. Les codes de ces contrôles ne sont pas répétés pour chaque commande.',
  },
  codes: { en: 'Refusals', fr: 'Refus' },
  clocks: { en: 'Clocks', fr: 'Échéances' },
  races: { en: 'Races and precedence', fr: 'Concurrences et priorités' },
  invariants: { en: 'Invariants', fr: 'Invariants' },
  action: { en: 'Action', fr: 'Action' },
  command: { en: 'Command', fr: 'Commande' },
  source: { en: 'Source', fr: 'Source' },
  refusals: { en: 'Refused with', fr: 'Refus possibles' },
  refusal: { en: 'Code', fr: 'Code' },
  says: { en: 'What a person reads', fr: 'Ce qu’une personne lit' },
  by: { en: 'By', fr: 'Par' },
  code: { en: 'Decided in', fr: 'Décidé dans' },
  proof: { en: 'Shown by', fr: 'Montré par' },
  id: { en: 'Rule', fr: 'Règle' },
  rule: { en: 'What holds', fr: 'Ce qui vaut' },
  frame: { en: 'every command alike', fr: 'toute commande de même' },
  participation: {
    en: 'Participation of a body in a committee',
    fr: 'Participation d’un organisme à un comité',
  },
  people: { en: 'People of a body', fr: 'Personnes d’un organisme' },
  clock: { en: 'What it watches', fr: 'Ce qu’elle surveille' },
  ofTheCommand: { en: 'that of the command', fr: 'celle de la commande' },
  numbered: { en: 'Numbered rules', fr: 'Règles numérotées' },
  numberedNote: {
    en: 'The rules that the domain rules (2.4 to 6.5) and the decisions of the lifecycle (E) number, in our own words. A rule that needs no code names the decision record that says why.',
    fr: 'Les règles que numérotent les règles du domaine (2.4 à 6.5) et les décisions du cycle de vie (E), en nos propres termes. Une règle sans code renvoie à la décision qui dit pourquoi.',
  },
  left: { en: 'no code of its own', fr: 'sans code propre' },
  partnerRules: {
    en: 'Ways, partners, limits, votes and money (2.4 to 2.9)',
    fr: 'Voies, partenaires, limites, votes et financement (2.4 à 2.9)',
  },
  termRules: {
    en: 'Duration and end, working groups, appeals (2.11, 4.4, 4.6)',
    fr: 'Durée et fin, groupes de travail, appels (2.11, 4.4, 4.6)',
  },
  membershipRules: {
    en: 'Membership, chairs and secretariats (4.1 to 4.3)',
    fr: 'Statut, présidences et secrétariats (4.1 à 4.3)',
  },
  guardRules: {
    en: 'Guards, indicators, gates and blocks (5.6, 6.2, 6.3)',
    fr: 'Conditions, indicateurs et blocs (5.6, 6.2, 6.3)',
  },
  transitionRules: {
    en: 'Changes of status and office (6.5)',
    fr: 'Changements de statut et de fonction (6.5)',
  },
  questions: {
    en: 'Open questions and how they were decided',
    fr: 'Questions ouvertes et leurs réponses',
  },
  own: { en: 'choice of this product', fr: 'choix de ce produit' },
} as const;
