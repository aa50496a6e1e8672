import type { Texts } from '../../kernel/definition.js';

/** English sentences of the status-change evaluation. */
export const textsEn: Texts = {
  commands: {
    OpenEvaluation: 'Open an evaluation',
    ProvideEvidence: 'Give evidence',
    RecordGatheredEvidence: 'Record what registry and log show',
    CloseEvidence: 'Close your part of the evidence',
    DecideOwnStatus: 'Decide on your own status',
    SubmitToBody: 'Submit to the deciding body',
    GiveRelinquishNotice: 'Give notice that the secretariat is given up',
    RecordBodyDecision: 'Record the decision of the body',
    ConfirmEffective: 'Confirm that the change has taken place',
    WithdrawEvaluation: 'Withdraw the evaluation',
  },
  events: {
    StatusChangeConfirmed: 'The twinned partner has been a P-member since {since} ({source}).',
    StatusChangeClaimed:
      'The twinned partner says that it has been a P-member since {since}; the registry does not show it yet.',
    TransitionProposed: 'Evaluation {id} was opened ({kind}).',
    EvidenceRecorded: 'Evidence was given for evaluation {evaluation}: {item} = {value}.',
    EvidenceClosed: 'The part of the {side} in evaluation {evaluation} is complete.',
    ReadinessReviewed: 'The readiness was reviewed: {score} of 100 points.',
    TransitionSubmitted: 'Evaluation {evaluation} was submitted to its deciding body ({body}).',
    RelinquishNoticeGiven:
      'The lead partner gives up the secretariat; it may change hands from {earliest} on.',
    TransitionApproved: 'The change was approved; it takes effect on {effectiveOn}.',
    TransitionRefused: 'The change was not approved (decision of {decidedOn}).',
    TransitionCompleted: 'The change took effect on {since}.',
    TransitionWithdrawn: 'Evaluation {evaluation} ended without a decision ({reason}).',
  },
  timers: {
    'T53.remind': 'A reminder goes to those whose evidence is still open.',
    'T53.review': 'The readiness is reviewed with what is there; what is missing scores 0.',
    'T54.remind': 'A reminder goes to the twinned partner, who has the next move.',
    'T54.withdraw': 'The evaluation ends without a decision.',
    'T55.remind': 'A reminder goes to the committee that has to decide.',
    'T55.escalate': 'The TMB secretariat is told that the body has not decided yet.',
    'T56.escalate': 'The TMB secretariat is told that ISO/CS has not answered yet.',
    'T57.remind': 'The twinned partner is asked to register as a P-member in the Global Directory.',
    'T57.withdraw': 'The evaluation ends: the P-membership was not confirmed.',
    'T58.reached': 'The notice has run out: the secretariat may change hands.',
    'T59.alert': 'ISO/CS is alerted that the change of office has not been confirmed.',
  },
  duties: {
    evidence: 'Give evidence, or close your part',
    'own-decision': 'Decide whether to go on as a P-member',
    submission: 'Submit the change to the deciding body',
    'body-decision': 'Record the decision of the body',
    'status-change': 'Register as a P-member and confirm it',
    'office-change': 'Confirm that the office has changed hands',
    'status-claim': 'Check what the twinned partner says of its P-membership',
  },
};

/** French sentences of the status-change evaluation. */
export const textsFr: Texts = {
  commands: {
    OpenEvaluation: 'Ouvrir une évaluation',
    ProvideEvidence: 'Apporter un élément de preuve',
    RecordGatheredEvidence: 'Enregistrer ce que montrent le registre et le journal',
    CloseEvidence: 'Clore votre partie des éléments de preuve',
    DecideOwnStatus: 'Décider de votre propre statut',
    SubmitToBody: 'Soumettre à l’organe compétent',
    GiveRelinquishNotice: 'Donner le préavis de renonciation au secrétariat',
    RecordBodyDecision: 'Enregistrer la décision de l’organe',
    ConfirmEffective: 'Confirmer que le changement a eu lieu',
    WithdrawEvaluation: 'Retirer l’évaluation',
  },
  events: {
    StatusChangeConfirmed: 'Le partenaire jumelé est membre (P) depuis le {since} ({source}).',
    StatusChangeClaimed:
      'Le partenaire jumelé déclare être membre (P) depuis le {since} ; le registre ne le montre pas encore.',
    TransitionProposed: 'L’évaluation {id} a été ouverte ({kind}).',
    EvidenceRecorded:
      'Un élément de preuve a été apporté à l’évaluation {evaluation} : {item} = {value}.',
    EvidenceClosed: 'La partie du {side} de l’évaluation {evaluation} est complète.',
    ReadinessReviewed: 'L’état de préparation a été examiné : {score} points sur 100.',
    TransitionSubmitted: 'L’évaluation {evaluation} a été soumise à l’organe compétent ({body}).',
    RelinquishNoticeGiven:
      'Le partenaire pilote renonce au secrétariat, qui peut changer de mains à partir du {earliest}.',
    TransitionApproved: 'Le changement a été approuvé ; il prend effet le {effectiveOn}.',
    TransitionRefused: 'Le changement n’a pas été approuvé (décision du {decidedOn}).',
    TransitionCompleted: 'Le changement a pris effet le {since}.',
    TransitionWithdrawn: 'L’évaluation {evaluation} s’est terminée sans décision ({reason}).',
  },
  timers: {
    'T53.remind': 'Un rappel est envoyé à ceux dont les éléments de preuve sont encore attendus.',
    'T53.review':
      'L’état de préparation est examiné avec ce qui est là ; ce qui manque compte pour 0.',
    'T54.remind': 'Un rappel est envoyé au partenaire jumelé, à qui il revient d’agir.',
    'T54.withdraw': 'L’évaluation se termine sans décision.',
    'T55.remind': 'Un rappel est envoyé au comité qui doit décider.',
    'T55.escalate': 'Le secrétariat du TMB est informé que l’organe n’a pas encore décidé.',
    'T56.escalate': 'Le secrétariat du TMB est informé que l’ISO/CS n’a pas encore répondu.',
    'T57.remind':
      'Le partenaire jumelé est prié de s’inscrire comme membre (P) dans le Répertoire général.',
    'T57.withdraw': 'L’évaluation se termine : le statut de membre (P) n’a pas été confirmé.',
    'T58.reached': 'Le préavis est écoulé : le secrétariat peut changer de mains.',
    'T59.alert': 'L’ISO/CS est alerté que le changement de titulaire n’a pas été confirmé.',
  },
  duties: {
    evidence: 'Apporter des éléments de preuve, ou clore votre partie',
    'own-decision': 'Décider de continuer comme membre (P) ou non',
    submission: 'Soumettre le changement à l’organe compétent',
    'body-decision': 'Enregistrer la décision de l’organe',
    'status-change': 'S’inscrire comme membre (P) et le confirmer',
    'office-change': 'Confirmer que la fonction a changé de titulaire',
    'status-claim': 'Vérifier ce que le partenaire jumelé déclare de son statut de membre (P)',
  },
};
