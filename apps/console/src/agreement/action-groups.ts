/** What belongs together on a list of actions, in the order of the list. */
export const GROUPS = {
  request: [
    ...['EditRequest', 'InvitePartner', 'WithdrawInvitation', 'ConfirmPartner'],
    ...['DeclineInvitation', 'RequestPartnerSearch', 'AnswerPartnerSearch', 'ConsentToRequest'],
    ...['SubmitRequest', 'LeaveDraft', 'StartDraft'],
  ],
  decision: [
    ...['ApproveByTpm', 'ReturnForCompletion', 'RejectByTpm', 'RecordCommitteeDecision'],
    ...['OpenTmbBallot', 'CastTmbVote', 'WithdrawTmbVote', 'CloseTmbBallotEarly'],
    ...['RecordTmbDecision', 'RegisterInGD', 'RecordPrerequisiteFact', 'GrantDeadlineException'],
  ],
  terms: [
    ...['ProposeTerms', 'CounterTerms', 'WithdrawProposal', 'AcceptClause', 'RejectClause'],
    ...['CommentClause', 'TranslateClause', 'WaiveTranslation', 'AcceptTerms', 'ReopenTerms'],
    ...['SignAgreement', 'WithdrawSignature', 'SubmitSignedAgreement', 'AcceptDocuments'],
  ],
  work: [
    ...['RecordMeeting', 'RecordActivity', 'RecordTraining', 'RecordMilestone'],
    ...['UpdateTaskShare', 'CorrectRecord', 'RevisePlan'],
  ],
  review: [
    ...['SubmitAnnualAssessment', 'RecordPMemberFeedback', 'CompleteTpmSection'],
    ...['ConcludeAnnualReview', 'CompleteCorrectiveAction', 'RecordFollowUp'],
  ],
  people: [
    ...['DesignateSignatory', 'AcceptNomination', 'DeclineNomination', 'ConfirmNominee'],
    ...['ReplaceNominee', 'ReportVacancy', 'RecordReappointment', 'RecordSuccession'],
    ...['AttestSuccession', 'RecordRoleTransfer', 'ConfirmGdRolesRemoved'],
  ],
  problem: [
    ...['RaiseProblem', 'WithdrawProblem', 'AcknowledgeEscalation', 'ResolveEscalation'],
    ...['HandOverEscalation', 'DecideEscalation', 'RecordConciliation', 'BringToTmb'],
    ...['RequestImprovement', 'LodgeAppeal', 'AdmitAppeal', 'ReferAppeal', 'DecideAppeal'],
    ...['WithdrawAppeal'],
  ],
  evaluation: [
    ...['OpenEvaluation', 'ProvideEvidence', 'CloseEvidence', 'WithdrawEvaluation'],
    ...['RecordSelfAssessment', 'RecordTpmAssessment', 'SubmitToBody', 'RecordBodyDecision'],
    ...['DecideOwnStatus', 'GiveRelinquishNotice', 'ConfirmEffective'],
  ],
  change: [
    ...['OpenAmendment', 'WithdrawAmendment', 'AmendAgreement', 'SignAmendment'],
    ...['ConfirmPause', 'Suspend', 'Resume'],
    ...['MoveToRuleset', 'OverrideRenewal', 'RetractJointAct', 'DeclineJointAct'],
    ...['OpenCatchUp', 'CloseCatchUp'],
  ],
  end: [
    ...['FileClosureReport', 'CloseWithoutReport', 'GiveNoticeOfWithdrawal', 'RetractNotice'],
    ...['TerminateByMutualConsent', 'ConfirmImpossibility', 'Withdraw'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Group = keyof typeof GROUPS;

const NAMES = Object.keys(GROUPS) as Group[];

/** Actions by what they are about; groups without any are left out, an unknown action is about the change of things. */
export function grouped<A extends { readonly command: string }>(
  actions: readonly A[],
): readonly (readonly [Group, readonly A[]])[] {
  const groupOf = ({ command }: A): Group =>
    NAMES.find((name) => (GROUPS[name] as readonly string[]).includes(command)) ?? 'change';
  return NAMES.map(
    (name) => [name, actions.filter((action) => groupOf(action) === name)] as const,
  ).filter(([, found]) => found.length > 0);
}
