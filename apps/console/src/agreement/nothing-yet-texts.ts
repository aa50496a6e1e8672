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
  /** The same lists once the agreement has ended: nothing will come any more. */
  ended: {
    moves: [
      'Nobody owes a move any more.',
      'The twinning has ended and all that followed its end is done.',
    ],
    actions: [
      'Nothing is open to you here any more.',
      'The twinning has ended: what it was stays to be read, and your role adds nothing to it.',
    ],
    deadlines: [
      'No deadline runs any more.',
      'The twinning has ended and nothing will happen by itself.',
    ],
    request: [
      'No request was written.',
      'The twinning ended before the partners wrote what each brings and needs.',
    ],
    terms: [
      'No terms were negotiated.',
      'The twinning ended before the partners began to write their agreement.',
    ],
    work: [
      'No work was begun.',
      'The twinning ended before both documents were accepted and the start date had come.',
    ],
    milestones: [
      'The plan had no milestones.',
      'The partners named none up to the end of the twinning.',
    ],
    meetings: [
      'No meeting was planned or held.',
      'The partners recorded none up to the end of the twinning.',
    ],
    records: [
      'Nothing was recorded.',
      'The partners recorded no activity or training up to the end of the twinning.',
    ],
    escalations: [
      'Nothing was passed on.',
      'Up to its end, nothing in this twinning had to be brought to a desk of ISO.',
    ],
    reviews: [
      'There was no review.',
      'The twinning ended before the first anniversary of its start, which asks for one.',
    ],
    evaluations: [
      'Nothing was evaluated.',
      'The twinning ended without an evaluation of the new role of the twinned partner.',
    ],
    decisions: [
      'Nothing to appeal against.',
      'No body took a decision on this twinning up to its end that could be appealed.',
    ],
    papers: [
      'There is no paper that you may read.',
      'The twinning ended before there was a text that a paper could hold.',
    ],
    files: [
      'There is no file that you may read.',
      'No partner filed one with a step up to the end of the twinning.',
    ],
  },
  views: {
    now: 'See whose move it is',
    documents: 'See the terms and the plan',
    timeline: 'See what has happened so far',
    past: 'See what has happened',
    people: 'See who takes part',
  },
};

export type EmptyList = keyof typeof en.why;
type Ended = Readonly<Record<EmptyList, readonly [title: string, why: string]>>;

const fr: typeof en & { readonly ended: Ended } = {
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
  ended: {
    moves: [
      'Plus personne ne doit agir.',
      'Le jumelage a pris fin et tout ce qui suivait sa fin est fait.',
    ],
    actions: [
      'Rien ne vous est plus ouvert ici.',
      'Le jumelage a pris fin : il se lit tel qu’il a été, et votre rôle n’y ajoute rien.',
    ],
    deadlines: [
      'Plus aucune échéance ne court.',
      'Le jumelage a pris fin et rien ne se produira de soi-même.',
    ],
    request: [
      'Aucune demande n’a été écrite.',
      'Le jumelage a pris fin avant que les partenaires n’écrivent ce que chacun apporte et demande.',
    ],
    terms: [
      'Aucune clause n’a été négociée.',
      'Le jumelage a pris fin avant que les partenaires ne commencent à rédiger leur accord.',
    ],
    work: [
      'Les travaux n’ont pas commencé.',
      'Le jumelage a pris fin avant que les deux documents ne soient acceptés et le jour venu.',
    ],
    milestones: [
      'Le plan n’avait pas de jalons.',
      'Les partenaires n’en ont fixé aucun jusqu’à la fin du jumelage.',
    ],
    meetings: [
      'Aucune réunion n’a été prévue ni tenue.',
      'Les partenaires n’en ont inscrit aucune jusqu’à la fin du jumelage.',
    ],
    records: [
      'Rien n’a été inscrit.',
      'Les partenaires n’ont inscrit ni activité ni formation jusqu’à la fin du jumelage.',
    ],
    escalations: [
      'Rien n’a été transmis.',
      'Jusqu’à sa fin, rien dans ce jumelage n’a dû être porté devant un bureau de l’ISO.',
    ],
    reviews: [
      'Il n’y a pas eu de bilan.',
      'Le jumelage a pris fin avant le premier anniversaire de son début, qui en demande un.',
    ],
    evaluations: [
      'Rien n’a été évalué.',
      'Le jumelage a pris fin sans évaluation du nouveau rôle du partenaire jumelé.',
    ],
    decisions: [
      'Rien dont faire appel.',
      'Aucune instance n’a pris sur ce jumelage, jusqu’à sa fin, une décision susceptible d’appel.',
    ],
    papers: [
      'Il n’y a pas de document que vous puissiez lire.',
      'Le jumelage a pris fin avant qu’il n’existe un texte qu’un document puisse contenir.',
    ],
    files: [
      'Il n’y a pas de fichier que vous puissiez lire.',
      'Aucun partenaire n’en a déposé avec une démarche jusqu’à la fin du jumelage.',
    ],
  },
  views: {
    now: 'Voir à qui d’agir',
    documents: 'Voir les clauses et le plan',
    timeline: 'Voir ce qui s’est passé jusqu’ici',
    past: 'Voir ce qui s’est passé',
    people: 'Voir qui participe',
  },
};

export const nothingYetTexts = { en: en as typeof fr, fr };
