import type { Texts } from './definition.js';

/** English sentences of joint acts, reminders and the entry of the past. */
export const textsEn: Texts = {
  commands: {
    DeclineJointAct: 'Decline the proposal of the other partner',
    RetractJointAct: 'Take back our proposal',
    OpenCatchUp: 'Begin to enter a twinning of the past',
    CloseCatchUp: 'End the entry of the past',
  },
  events: {
    JointActProposed: 'The {side} proposed to the other partner: “{kind}”.',
    JointActAgreed: 'The {side} agreed; the act counts for both partners: “{kind}”.',
    JointActDeclined: 'The {side} declined the proposal: “{kind}”.',
    JointActRetracted: 'The {side} took back its proposal: “{kind}”.',
    JointActExpired: 'The proposal “{kind}” lapsed: {reason}.',
    ReminderRaised: 'A reminder was sent to: {to}.',
    CopySent: 'For information, {about} went to: {to}.',
    CatchUpOpened: 'The entry of a twinning of the past was begun.',
    CatchUpClosed: 'The entry of the past was ended; from now on every step counts on its day.',
  },
  timers: {
    'T4.expire': 'The proposal lapses because the other partner has not answered.',
  },
  duties: {
    'joint-act': 'Agree to the proposal of the other partner, or decline it',
  },
};

/** French sentences of joint acts, reminders and the entry of the past. */
export const textsFr: Texts = {
  commands: {
    DeclineJointAct: 'Refuser la proposition de l’autre partenaire',
    RetractJointAct: 'Retirer notre proposition',
    OpenCatchUp: 'Commencer la saisie d’un jumelage passé',
    CloseCatchUp: 'Terminer la saisie du passé',
  },
  events: {
    JointActProposed: 'Le {side} a proposé à l’autre partenaire : « {kind} ».',
    JointActAgreed: 'Le {side} a accepté ; l’acte vaut pour les deux partenaires : « {kind} ».',
    JointActDeclined: 'Le {side} a refusé la proposition : « {kind} ».',
    JointActRetracted: 'Le {side} a retiré sa proposition : « {kind} ».',
    JointActExpired: 'La proposition « {kind} » est devenue caduque : {reason}.',
    ReminderRaised: 'Un rappel a été adressé à : {to}.',
    CopySent: 'Pour information, {about} a été adressé à : {to}.',
    CatchUpOpened: 'La saisie d’un jumelage passé a commencé.',
    CatchUpClosed: 'La saisie du passé est terminée ; chaque étape compte désormais à sa date.',
  },
  timers: {
    'T4.expire': 'La proposition devient caduque, car l’autre partenaire n’a pas répondu.',
  },
  duties: {
    'joint-act': 'Accepter ou refuser la proposition de l’autre partenaire',
  },
};
