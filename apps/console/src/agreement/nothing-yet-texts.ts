const en = {
  why: {
    moves: 'Nothing holds this agreement up: a move comes here as soon as the rules ask for one.',
    actions: 'What the rules open to your role stands here; now it is for others to act.',
    deadlines: 'A deadline stands here while something waits, with what follows when it passes.',
    request: 'The partners write here what each brings and needs; consent binds to these words.',
    terms: 'Both documents are written here, clause by clause, by both partners alike.',
    work: 'The plan comes here with what is done of it: milestones, meetings, training.',
    milestones:
      'The partners name milestones in the work plan; each shows here until it is reached.',
    meetings: 'The partners meet every quarter; planned, held and missed meetings stand here.',
    records: 'Each activity, training and meeting that a partner records comes here, newest first.',
    escalations: 'What cannot be settled between the partners comes here, with who looks after it.',
    reviews: 'A review opens thirty days before each anniversary of the start of the work.',
    evaluations:
      'Whether the twinned partner is ready for its new role is evaluated here, point by point.',
    decisions:
      'Approvals, rejections and cancellations come here, with the last day for an appeal.',
    papers: 'A paper can be taken as a PDF as soon as there is a text that it could hold.',
    files: 'Whatever a partner files with a step comes here and stays, under its fingerprint.',
  },
  views: {
    now: 'See whose move it is',
    documents: 'See the terms and the plan',
    timeline: 'See what has happened so far',
    people: 'See who takes part',
  },
};

export type EmptyList = keyof typeof en.why;

const fr: typeof en = {
  why: {
    moves:
      'Rien n’arrête cet accord : une démarche paraît ici dès que les règles en demandent une.',
    actions:
      'Ce que les règles ouvrent à votre rôle paraît ici ; c’est à d’autres d’agir à présent.',
    deadlines:
      'Une échéance paraît ici tant que quelque chose attend, avec ce qui suit si elle passe.',
    request:
      'Les partenaires y écrivent ce que chacun apporte et demande ; le consentement s’y lie.',
    terms: 'Les deux documents s’écrivent ici, clause par clause, à égalité entre les partenaires.',
    work: 'Le plan paraît ici avec ce qui en est fait : jalons, réunions, formations.',
    milestones:
      'Les partenaires fixent des jalons dans le plan ; chacun paraît ici jusqu’à ce qu’il soit atteint.',
    meetings:
      'Les partenaires se réunissent chaque trimestre ; réunions prévues, tenues et manquées paraissent ici.',
    records:
      'Chaque activité, formation ou réunion inscrite par un partenaire vient ici, la dernière d’abord.',
    escalations: 'Ce qui ne se règle pas entre partenaires vient ici, avec qui s’en occupe.',
    reviews: 'Un bilan s’ouvre trente jours avant chaque anniversaire du début des travaux.',
    evaluations:
      'On évalue ici, point par point, si le partenaire jumelé est prêt pour son nouveau rôle.',
    decisions:
      'Approbations, rejets et annulations viennent ici, avec le dernier jour pour un appel.',
    papers: 'Un document se prend en PDF dès qu’il existe un texte qu’il puisse contenir.',
    files: 'Ce qu’un partenaire dépose avec une démarche vient ici et y reste, sous son empreinte.',
  },
  views: {
    now: 'Voir à qui d’agir',
    documents: 'Voir les clauses et le plan',
    timeline: 'Voir ce qui s’est passé jusqu’ici',
    people: 'Voir qui participe',
  },
};

export const nothingYetTexts = { en, fr };
