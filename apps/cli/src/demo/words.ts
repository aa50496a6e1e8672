/** What the people of the demonstration write, in the language of their agreement. */
export const WORDS = {
  en: {
    need: 'Our mirror committee comments late and names no experts; we want to take part in time.',
    competence: 'We have followed this committee for twenty years and train committee experts.',
    goals: 'Two experts of the twinned partner in working groups; comments on every enquiry draft.',
    outcome: 'The twinned partner takes part as a participating member on its own.',
    justification: 'Long practice in exactly this field outweighs the suggested number.',
    joint:
      'The supplement of the joint committee was read: nothing in it speaks against the twinning.',
    question: 'What can you not do today?',
    answer: 'Vote on drafts with comments that the national experts agreed in time.',
    meeting: 'Quarterly meeting: work plan, comments on open drafts, next steps.',
    training: 'Two days on the Directives and on electronic balloting.',
    review: 'Objectives on course; the mirror committee now meets before every vote.',
    tpm: 'Both partners contribute; the committee notices it.',
    closure: 'The objectives were reached; what was learned is passed on in the mirror committee.',
    assessment: 'Both bodies take part regularly; nothing stands against it.',
    leadership: {
      need: 'Our experts know the subject and have never led; we want to learn it in office.',
      answer: 'Prepare a meeting, lead it to decisions and see them carried out.',
      goals: 'Every meeting prepared together; the twinned partner leads a part of each.',
      outcome: 'The twinned partner can hold the office alone.',
    },
    papers: {
      authority: {
        title: 'Authority to sign',
        text: (person: string, body: string) =>
          `${person} may sign twinning agreements for ${body}. A paper of the demonstration.`,
      },
      cv: {
        title: 'Curriculum vitae',
        text: (person: string, body: string) =>
          `${person} has worked on standards at ${body} for twelve years. A paper of the demonstration.`,
      },
      statistics: {
        title: 'Participation in the committee',
        text: (lead: string, twinned: string) =>
          `Votes and meetings of ${lead} and ${twinned} in the last three years. A paper of the demonstration.`,
      },
    },
  },
  fr: {
    need: 'Notre comité miroir commente trop tard et ne nomme pas d’experts ; nous voulons participer à temps.',
    competence: 'Nous suivons ce comité depuis vingt ans et formons des experts de comité.',
    goals:
      'Deux experts du partenaire jumelé dans des groupes de travail ; des observations sur chaque projet.',
    outcome: 'Le partenaire jumelé participe seul comme membre (P).',
    justification: 'Une longue pratique dans ce domaine précis l’emporte sur le nombre suggéré.',
    joint: 'Le supplément du comité mixte a été lu : rien n’y parle contre le jumelage.',
    question: 'Que ne pouvez-vous pas faire aujourd’hui ?',
    answer:
      'Voter sur les projets avec des observations convenues à temps par les experts nationaux.',
    meeting:
      'Réunion trimestrielle : plan de travail, observations sur les projets ouverts, suite.',
    training: 'Deux jours sur les Directives et le vote électronique.',
    review: 'Les objectifs avancent ; le comité miroir se réunit désormais avant chaque vote.',
    tpm: 'Les deux partenaires contribuent ; le comité le remarque.',
    closure: 'Les objectifs sont atteints ; les acquis sont transmis au comité miroir.',
    assessment: 'Les deux organismes participent régulièrement ; rien ne s’y oppose.',
    leadership: {
      need: 'Nos experts connaissent le sujet sans avoir jamais dirigé ; nous voulons l’apprendre en fonction.',
      answer: 'Préparer une réunion, la mener à des décisions et les faire appliquer.',
      goals: 'Chaque réunion préparée à deux ; le partenaire jumelé en dirige une partie.',
      outcome: 'Le partenaire jumelé peut exercer seul la fonction.',
    },
    papers: {
      authority: {
        title: 'Pouvoir de signature',
        text: (person: string, body: string) =>
          `${person} peut signer les accords de jumelage pour ${body}. Pièce de la démonstration.`,
      },
      cv: {
        title: 'Curriculum vitæ',
        text: (person: string, body: string) =>
          `${person} travaille à la normalisation chez ${body} depuis douze ans. Pièce de la démonstration.`,
      },
      statistics: {
        title: 'Participation au comité',
        text: (lead: string, twinned: string) =>
          `Votes et réunions de ${lead} et de ${twinned} ces trois dernières années. Pièce de la démonstration.`,
      },
    },
  },
} as const;
