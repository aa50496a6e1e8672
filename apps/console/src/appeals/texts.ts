const en = {
  title: 'Decisions in your committees',
  lead: 'Decisions on the twinnings of others in the committees where your body is P-member. Your body may appeal against each within twelve weeks, and against an inaction (Directives, 5.1). Of the agreement itself you read nothing more.',
  none: 'No decision on a twinning of others in your committees.',
  partners: 'Partners',
  committee: 'Committee',
  decision: 'Decision',
  appealed: 'Appeals of your body',
  undecided: 'the committee decides on the request',
  actions: 'What your body may do',
  noActions: 'Nothing is open to your body here now.',
  what: 'What the decision is about',
};

const fr: typeof en = {
  title: 'Décisions dans vos comités',
  lead: 'Décisions sur les jumelages d’autres organismes dans les comités dont votre organisme est membre (P). Votre organisme peut faire appel de chacune dans les douze semaines, ainsi que d’une inaction (Directives, 5.1). De l’accord lui-même, vous ne lisez rien d’autre.',
  none: 'Aucune décision sur un jumelage d’autres organismes dans vos comités.',
  partners: 'Partenaires',
  committee: 'Comité',
  decision: 'Décision',
  appealed: 'Appels de votre organisme',
  undecided: 'le comité se prononce sur la demande',
  actions: 'Ce que votre organisme peut faire',
  noActions: 'Rien n’est ouvert à votre organisme ici en ce moment.',
  what: 'L’objet de la décision',
};

export const appealTexts = { en, fr };
