import type { Texts } from '../kernel/definition.js';

/** English sentences of the participation of a body in a committee (lifecycle.md B6). */
export const textsEn: Texts = {
  commands: {
    OpenParticipation: 'Open the record of participation',
    RecordBallotFact: 'Record a ballot',
    RecordVoteFact: 'Record a vote',
    RecordMeetingFact: 'Record a meeting',
    RecordExpertFact: 'Record an expert',
    RecordRegistryStatus: 'Record the status in the registry',
    DeclareInactivity: 'Declare persistent inactivity',
    NotifySecretaryGeneral: 'Notify the Secretary-General',
    SendStatusReminder: 'Send the reminder',
    AnswerReminder: 'Answer the reminder',
    RecordReminderResponse: 'Judge the answer to the reminder',
    ConfirmDowngrade: 'Confirm the change to O-member',
    DeclareStatus: 'Declare your status',
    RequestReinstatement: 'Ask to be P-member again',
    ConfirmReinstatement: 'Confirm the reinstatement',
  },
  events: {
    ParticipationOpened: 'The record of participation was opened.',
    RegistryStatusSeen: 'The registry shows the status {status} since {since}.',
    BallotRecorded: 'Ballot {ballot} ({kind}) was recorded; it closes on {closesOn}.',
    VoteRecorded: 'The body voted in ballot {ballot}: {choice}.',
    MeetingRecorded: 'Meeting {meeting} of {on} was recorded: {contributed}.',
    ExpertRecorded: 'It was recorded that expert {expert} {active}.',
    EarlyWarningRaised:
      'Warning: no vote in ballot {ballot}; {missed} of {due} ballots missed ({rule}).',
    YearEvaluated: 'The year {year} was evaluated: {verdict}.',
    PersistentInactivityDeclared:
      'The committee manager declared persistent inactivity: “{reasons}”.',
    InactivityNotified: 'The Secretary-General was notified of the inactivity ({rule}).',
    PStatusReminderSent: 'A reminder was sent ({rule}); the body may answer until {respondBy}.',
    ReminderAnswered: 'The body answered the reminder ({rule}): “{text}”.',
    ReminderResponseJudged:
      'The answer to the reminder was judged {satisfactory} ({rule}): “{reasons}”.',
    InactivityWatched:
      'The body stays P-member and is watched until the next vote or meeting ({rule}).',
    InactivityCaseClosed: 'The case of inactivity was closed ({rule}, {reason}).',
    PStatusDowngraded:
      'The body became O-member on {on} ({rule}); it may be P-member again from {earliestReinstatementOn} on.',
    PStatusGranted: 'The body has been P-member since {since} ({source}).',
    StatusRelinquished: 'The body stepped down to O-member on {since}.',
    ReinstatementRequested: 'The body asked to be P-member again.',
    PStatusReinstated: 'The body has been P-member again since {since} (reference {reference}).',
    ParticipationAlerted: 'Alert to {to}: {what}',
  },
  timers: {
    'T46.warn': 'The body is warned that it has not voted in ballot {subject}.',
    'T47.evaluate': 'The year {subject} is evaluated.',
    'T48.notify':
      'The TMB secretariat hears that the Secretary-General has not been notified ({subject}).',
    'T48.remind': 'The TMB secretariat hears that no reminder has been sent ({subject}).',
    'T49.expire': 'Without a satisfactory answer the status changes, or is watched ({subject}).',
    'T49.judge': 'ISO/CS is alerted that an answer waits for its judgement ({subject}).',
    'T49.watch': 'A further failing changes the status ({subject}).',
    'T50.alert': 'ISO/CS is alerted that the Global Directory does not show the change.',
    'T51.free': 'The body may be P-member again.',
    'T52.alert': 'ISO/CS is alerted that a reinstatement waits.',
  },
  duties: {},
};

/** Phrases françaises de la participation d’un organisme à un comité. */
export const textsFr: Texts = {
  commands: {
    OpenParticipation: 'Ouvrir le dossier de participation',
    RecordBallotFact: 'Enregistrer un vote ouvert',
    RecordVoteFact: 'Enregistrer une voix',
    RecordMeetingFact: 'Enregistrer une réunion',
    RecordExpertFact: 'Enregistrer un expert',
    RecordRegistryStatus: 'Enregistrer le statut au registre',
    DeclareInactivity: 'Déclarer l’inactivité persistante',
    NotifySecretaryGeneral: 'Avertir le Secrétaire général',
    SendStatusReminder: 'Envoyer le rappel',
    AnswerReminder: 'Répondre au rappel',
    RecordReminderResponse: 'Apprécier la réponse au rappel',
    ConfirmDowngrade: 'Confirmer le passage au statut de membre (O)',
    DeclareStatus: 'Déclarer votre statut',
    RequestReinstatement: 'Demander à redevenir membre (P)',
    ConfirmReinstatement: 'Confirmer le rétablissement',
  },
  events: {
    ParticipationOpened: 'Le dossier de participation a été ouvert.',
    RegistryStatusSeen: 'Le registre montre le statut {status} depuis le {since}.',
    BallotRecorded: 'Le vote {ballot} ({kind}) a été enregistré ; il se clôt le {closesOn}.',
    VoteRecorded: 'L’organisme a voté dans le vote {ballot} : {choice}.',
    MeetingRecorded: 'La réunion {meeting} du {on} a été enregistrée : {contributed}.',
    ExpertRecorded: 'Il a été enregistré que l’expert {expert} {active}.',
    EarlyWarningRaised:
      'Avertissement : pas de voix dans le vote {ballot} ; votes manqués : {missed} sur {due} ({rule}).',
    YearEvaluated: 'L’année {year} a été évaluée : {verdict}.',
    PersistentInactivityDeclared:
      'Le responsable de comité a déclaré l’inactivité persistante : « {reasons} ».',
    InactivityNotified: 'Le Secrétaire général a été averti de l’inactivité ({rule}).',
    PStatusReminderSent:
      'Un rappel a été envoyé ({rule}) ; l’organisme peut répondre jusqu’au {respondBy}.',
    ReminderAnswered: 'L’organisme a répondu au rappel ({rule}) : « {text} ».',
    ReminderResponseJudged:
      'La réponse au rappel a été jugée {satisfactory} ({rule}) : « {reasons} ».',
    InactivityWatched:
      'L’organisme reste membre (P) et est suivi jusqu’au prochain vote ou à la prochaine réunion ({rule}).',
    InactivityCaseClosed: 'Le cas d’inactivité a été clos ({rule}, {reason}).',
    PStatusDowngraded:
      'L’organisme est devenu membre (O) le {on} ({rule}) ; il peut redevenir membre (P) à partir du {earliestReinstatementOn}.',
    PStatusGranted: 'L’organisme est membre (P) depuis le {since} ({source}).',
    StatusRelinquished: 'L’organisme est passé de lui-même au statut de membre (O) le {since}.',
    ReinstatementRequested: 'L’organisme a demandé à redevenir membre (P).',
    PStatusReinstated:
      'L’organisme est de nouveau membre (P) depuis le {since} (référence {reference}).',
    ParticipationAlerted: 'Alerte (destinataire : {to}) : {what}',
  },
  timers: {
    'T46.warn': 'L’organisme est averti qu’il n’a pas voté dans le vote {subject}.',
    'T47.evaluate': 'L’année {subject} est évaluée.',
    'T48.notify':
      'Le secrétariat du TMB apprend que le Secrétaire général n’a pas été averti ({subject}).',
    'T48.remind': 'Le secrétariat du TMB apprend qu’aucun rappel n’a été envoyé ({subject}).',
    'T49.expire':
      'Sans réponse satisfaisante, le statut change ou l’organisme est suivi ({subject}).',
    'T49.judge': 'L’ISO/CS est alertée qu’une réponse attend d’être appréciée ({subject}).',
    'T49.watch': 'Un nouveau manquement change le statut ({subject}).',
    'T50.alert': 'L’ISO/CS est alertée que le Répertoire général ne montre pas le changement.',
    'T51.free': 'L’organisme peut redevenir membre (P).',
    'T52.alert': 'L’ISO/CS est alertée qu’un rétablissement attend.',
  },
  duties: {},
};
