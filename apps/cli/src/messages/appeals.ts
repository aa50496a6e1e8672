import type { Language } from './index.js';

/** What `twinning agreements appeals` says. */
interface AppealsMessages {
  readonly about: string;
  readonly none: string;
  readonly undecided: string;
  readonly heads: Readonly<Record<'agreement' | 'partners' | 'committee' | 'decision', string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly decided: (kind: string, body: string, day: string) => string;
  readonly until: (day: string) => string;
  readonly final: string;
  readonly own: (ids: string) => string;
}

export const appealsMessages: Readonly<Record<Language, AppealsMessages>> = {
  en: {
    about: 'decisions on agreements of others that your body may appeal against',
    none: 'No decision on a twinning of others in your committees that can be appealed.',
    undecided: 'the committee decides on the request',
    heads: {
      agreement: 'Agreement',
      partners: 'Partners',
      committee: 'Committee',
      decision: 'Decision',
    },
    kinds: {
      APPROVAL: 'approval',
      REJECTION: 'rejection',
      CANCELLATION: 'cancellation',
      TMB_ACTION: 'action of the TMB',
      APPEAL: 'decision on an appeal',
      BODY: 'decision on an evaluation or a person',
    },
    decided: (kind, body, day) => `${kind} (${body}), ${day}`,
    until: (day) => `appeal up to ${day}`,
    final: 'final',
    own: (ids) => `appealed: ${ids}`,
  },
  fr: {
    about: 'décisions sur des accords d’autres organismes dont votre organisme peut faire appel',
    none: 'Aucune décision susceptible d’appel sur un jumelage d’autres organismes dans vos comités.',
    undecided: 'le comité se prononce sur la demande',
    heads: {
      agreement: 'Accord',
      partners: 'Partenaires',
      committee: 'Comité',
      decision: 'Décision',
    },
    kinds: {
      APPROVAL: 'approbation',
      REJECTION: 'rejet',
      CANCELLATION: 'annulation',
      TMB_ACTION: 'mesure du TMB',
      APPEAL: 'décision sur un appel',
      BODY: 'décision sur une évaluation ou une personne',
    },
    decided: (kind, body, day) => `${kind} (${body}), ${day}`,
    until: (day) => `appel jusqu’au ${day}`,
    final: 'définitive',
    own: (ids) => `appel : ${ids}`,
  },
};
