import type { Texts } from '../../kernel/definition.js';

/** English sentences of the approval and of the registration. */
export const textsEn: Texts = {
  commands: {
    ReturnForCompletion: 'Return the request to the partners',
    ApproveByTpm: 'Approve the request',
    RejectByTpm: 'Reject the request',
    RecordTpmAssessment: 'Record the assessment for the ballot',
    OpenTmbBallot: 'Open the TMB ballot',
    CastTmbVote: 'Vote',
    WithdrawTmbVote: 'Withdraw the vote',
    CloseTmbBallotEarly: 'Close the ballot early',
    RecordTmbDecision: 'Record the decision of the TMB',
    RecordCommitteeDecision: 'Record the decision of the committee',
    RegisterInGD: 'Register in the Global Directory',
  },
  events: {
    RequestReturned: 'The request was returned to the partners: {reason}.',
    TpmAssessmentRecorded: 'The TPM gave the assessment for the ballot.',
    TmbBallotOpened: 'TMB ballot {ballot} was opened; its last day is {closesOn}.',
    TmbVoteCast: 'ISO member {body} voted in ballot {ballot}: {choice}.',
    TmbVoteWithdrawn: 'ISO member {body} withdrew its vote in ballot {ballot}.',
    TmbBallotExtended: 'Too few had voted: ballot {ballot} was extended until {closesOn}.',
    TmbBallotClosed: 'Ballot {ballot} was closed: {outcome}.',
    TmbBallotCancelled: 'Ballot {ballot} was cancelled: {reason}.',
    CommitteeDecisionRecorded:
      'The decision of the committee of {decidedOn} was recorded (resolution {resolution}, {source}).',
    TwinningApproved: 'The twinning was approved on {decidedOn} (deciding body: {body}, {basis}).',
    TwinningRejected: 'The twinning was rejected on {decidedOn} (deciding body: {body}, {basis}).',
    ArrangementRegisteredInGd:
      'The twinning was registered on {registeredOn}; agreement and plan are due by {agreementDueOn}.',
    CommitteeNotified: 'The committee and its secretariat are to be informed: {about}.',
    RegistrationBlocked: 'The twinning cannot be registered: {codes}.',
    RegistrationUnblocked: 'The twinning can be registered again.',
  },
  timers: {
    'T5.escalate':
      'The TMB secretariat is told that nobody has checked if the request is complete.',
    'T6.remind': 'The TPM is reminded to decide on the request.',
    'T6.escalate': 'The TMB secretariat is told that the TPM has not decided.',
    'T7.remind': 'The TPM is reminded to give the assessment for the ballot.',
    'T7.escalate': 'The TMB secretariat is told that the assessment is missing.',
    'T8.alert': 'The TMB secretariat is reminded to open the ballot.',
    'T9.remind': 'The bodies that have not voted yet are reminded.',
    'T9.close': 'The ballot closes, or is extended once if too few have voted.',
    'T10.close': 'The extended ballot closes.',
    'T11.alert': 'The TMB secretariat is reminded to record the decision.',
    'T12.alert':
      'The TMB secretariat is reminded that a new ballot or the decision of a meeting is needed.',
    'T13.remind': 'The committee manager is reminded to record the decision of the committee.',
    'T13.tpm': 'The TPM is told that the committee has not decided.',
    'T13.escalate': 'The TMB secretariat is told that the committee has not decided.',
    'T14.remind': 'Both partners are reminded that the request waits for them.',
    'T14.withdraw': 'The request is withdrawn, because it was not completed in time.',
    'T15.alert':
      'The desk in charge is reminded to register the twinning; if it cannot be registered, the partners are told why.',
    'T16.lapse': 'The twinning lapses if it still cannot be registered.',
  },
  duties: {
    'review-request': 'Check the request and decide on it',
    assess: 'Check the request and give the assessment for the ballot',
    'open-ballot': 'Open the TMB ballot',
    'committee-decision': 'Have the committee decide and record its decision',
    vote: 'Vote on the twinning',
    decide: 'Record the decision of the TMB',
    register: 'Register the twinning in the Global Directory',
    'cure-registration': 'Remove what stands in the way of the registration',
    'returned-consent': 'Mend the returned request and consent to it',
    'returned-submit-request': 'Submit the mended request again',
  },
};

/** French sentences of the approval and of the registration. */
export const textsFr: Texts = {
  commands: {
    ReturnForCompletion: 'Retourner la demande aux partenaires',
    ApproveByTpm: 'Approuver la demande',
    RejectByTpm: 'Rejeter la demande',
    RecordTpmAssessment: 'Enregistrer l’appréciation pour le vote',
    OpenTmbBallot: 'Ouvrir le vote du TMB',
    CastTmbVote: 'Voter',
    WithdrawTmbVote: 'Retirer le vote',
    CloseTmbBallotEarly: 'Clore le vote par anticipation',
    RecordTmbDecision: 'Enregistrer la décision du TMB',
    RecordCommitteeDecision: 'Enregistrer la décision du comité',
    RegisterInGD: 'Inscrire au Répertoire général',
  },
  events: {
    RequestReturned: 'La demande a été retournée aux partenaires : {reason}.',
    TpmAssessmentRecorded:
      'Le responsable de programme technique a remis son appréciation pour le vote.',
    TmbBallotOpened: 'Le vote {ballot} du TMB a été ouvert ; son dernier jour est le {closesOn}.',
    TmbVoteCast: 'Le membre de l’ISO {body} a voté (vote {ballot}) : {choice}.',
    TmbVoteWithdrawn: 'Le membre de l’ISO {body} a retiré sa voix (vote {ballot}).',
    TmbBallotExtended:
      'Faute d’un nombre suffisant de votants, le vote {ballot} a été prolongé jusqu’au {closesOn}.',
    TmbBallotClosed: 'Le vote {ballot} a été clos : {outcome}.',
    TmbBallotCancelled: 'Le vote {ballot} a été annulé : {reason}.',
    CommitteeDecisionRecorded:
      'La décision du comité du {decidedOn} a été enregistrée (résolution {resolution}, {source}).',
    TwinningApproved:
      'Le jumelage a été approuvé le {decidedOn} (instance compétente : {body}, {basis}).',
    TwinningRejected:
      'Le jumelage a été rejeté le {decidedOn} (instance compétente : {body}, {basis}).',
    ArrangementRegisteredInGd:
      'Le jumelage a été inscrit le {registeredOn} ; l’accord et le plan sont attendus au plus tard le {agreementDueOn}.',
    CommitteeNotified: 'Le comité et son secrétariat sont à informer : {about}.',
    RegistrationBlocked: 'Le jumelage ne peut pas être inscrit : {codes}.',
    RegistrationUnblocked: 'Le jumelage peut de nouveau être inscrit.',
  },
  timers: {
    'T5.escalate':
      'Le secrétariat du TMB apprend que personne n’a vérifié si la demande est complète.',
    'T6.remind': 'Le responsable de programme technique reçoit un rappel pour décider.',
    'T6.escalate':
      'Le secrétariat du TMB apprend que le responsable de programme technique n’a pas décidé.',
    'T7.remind':
      'Le responsable de programme technique reçoit un rappel pour donner son appréciation.',
    'T7.escalate': 'Le secrétariat du TMB apprend que l’appréciation manque.',
    'T8.alert': 'Le secrétariat du TMB reçoit un rappel pour ouvrir le vote.',
    'T9.remind': 'Les organismes qui n’ont pas encore voté reçoivent un rappel.',
    'T9.close': 'Le vote est clos, ou prolongé une fois si les votants sont trop peu nombreux.',
    'T10.close': 'Le vote prolongé est clos.',
    'T11.alert': 'Le secrétariat du TMB reçoit un rappel pour enregistrer la décision.',
    'T12.alert':
      'Le secrétariat du TMB est avisé qu’il faut un nouveau vote ou une décision prise en réunion.',
    'T13.remind':
      'Le responsable de comité reçoit un rappel pour enregistrer la décision du comité.',
    'T13.tpm': 'Le responsable de programme technique apprend que le comité n’a pas décidé.',
    'T13.escalate': 'Le secrétariat du TMB apprend que le comité n’a pas décidé.',
    'T14.remind': 'Un rappel est adressé aux deux partenaires, dont la demande attend la suite.',
    'T14.withdraw': 'La demande est retirée, car elle n’a pas été complétée à temps.',
    'T15.alert':
      'Un rappel d’inscrire le jumelage est envoyé ; si l’inscription est impossible, les partenaires apprennent pourquoi.',
    'T16.lapse': 'Le jumelage devient caduc s’il ne peut toujours pas être inscrit.',
  },
  duties: {
    'review-request': 'Examiner la demande et décider',
    assess: 'Examiner la demande et donner l’appréciation pour le vote',
    'open-ballot': 'Ouvrir le vote du TMB',
    'committee-decision': 'Obtenir la décision du comité et l’enregistrer',
    vote: 'Voter sur le jumelage',
    decide: 'Enregistrer la décision du TMB',
    register: 'Inscrire le jumelage au Répertoire général',
    'cure-registration': 'Lever ce qui empêche l’inscription',
    'returned-consent': 'Corriger la demande retournée et y consentir',
    'returned-submit-request': 'Renvoyer la demande corrigée',
  },
};
