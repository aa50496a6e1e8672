// Generated from the API: npm run generate.
export interface paths {
  '/checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same checkpoint, where C2SP tlog-tiles looks for it */
    get: operations['getTilesCheckpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process answers */
    get: operations['getLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the service stands on answers */
    get: operations['getReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tile/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A hash tile <L>/<N>[.p/<W>] of the record (C2SP tlog-tiles) */
    get: operations['getTile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Agreements that the caller may see, newest change first */
    get: operations['listAgreements'];
    put?: never;
    /**
     * StartDraft
     * @description Clause ST.5.2. Issued by: NSB_REP.
     */
    post: operations['startDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/catch-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OpenCatchUp
     * @description Clause lifecycle D22. Issued by: TMB_SEC, ISO_CS, TPM.
     */
    post: operations['openCatchUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One agreement now, or as of a version or a date, with the actions open to the caller */
    get: operations['getAgreement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/accept-clause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptClause
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['acceptClause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/accept-documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptDocuments
     * @description Clause ST.5.5. Issued by: TPM.
     */
    post: operations['acceptDocuments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/accept-nomination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptNomination
     * @description Clause ST.4(a). Issued by: NOMINEE, LEAD_REP, TWINNED_REP.
     */
    post: operations['acceptNomination'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/accept-terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptTerms
     * @description Clause ST.5.5. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['acceptTerms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/acknowledge-escalation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcknowledgeEscalation
     * @description Clause ST.5.8. Issued by: LEAD_REP, TWINNED_REP, TPM, TMB_SEC, COMMITTEE_MANAGER, ISO_CS.
     */
    post: operations['acknowledgeEscalation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/admit-appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AdmitAppeal
     * @description Clause DIR 5.3.4. Issued by: TMB_SEC.
     */
    post: operations['admitAppeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/amend-agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AmendAgreement
     * @description Clause ST.5.7. Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['amendAgreement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/answer-partner-search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AnswerPartnerSearch
     * @description Clause ST.5.3. Issued by: TPM, ISO_CS.
     */
    post: operations['answerPartnerSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/approve-by-tpm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ApproveByTpm
     * @description Clause ST.5.5. Issued by: TPM.
     */
    post: operations['approveByTpm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The files of an agreement that the caller may read */
    get: operations['listAttachments'];
    put?: never;
    /** Files a document; commands refer to it by its hash */
    post: operations['fileAttachment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/attachments/{hash}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of an agreement */
    get: operations['getAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/attest-succession': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AttestSuccession
     * @description Clause lifecycle B4. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['attestSuccession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/bring-to-tmb': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * BringToTmb
     * @description Clause ST.5.7. Issued by: TPM, TMB_SEC.
     */
    post: operations['bringToTmb'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One deadline of an agreement as iCalendar; its key is timer/step/subject */
    get: operations['getDeadlineFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/case-file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything recorded of an agreement in an archive that proves itself offline */
    get: operations['getCaseFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/cast-tmb-vote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CastTmbVote
     * @description Clause ST.5.5. Issued by: TMB_MEMBER, TMB_SEC.
     */
    post: operations['castTmbVote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/clauses/{clause}/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs between two versions of a clause, word by word */
    get: operations['getClauseDifference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/clauses/{clause}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every version of a clause: who proposed it, in answer to what, who accepted it */
    get: operations['getClauseHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/clauses/{clause}/origin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who proposed this sentence, when, in answer to what; of a translated one also who translated it */
    get: operations['getSentenceOrigin'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/close-catch-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CloseCatchUp
     * @description Clause lifecycle D22. Issued by: TMB_SEC, ISO_CS, TPM.
     */
    post: operations['closeCatchUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/close-evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CloseEvidence
     * @description Clause rules 6.3. Issued by: LEAD_REP, TWINNED_REP, TPM, COMMITTEE_MANAGER.
     */
    post: operations['closeEvidence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/close-tmb-ballot-early': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CloseTmbBallotEarly
     * @description Clause ST.5.5. Issued by: TMB_SEC.
     */
    post: operations['closeTmbBallotEarly'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/close-without-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CloseWithoutReport
     * @description Clause ST.5.7. Issued by: TPM.
     */
    post: operations['closeWithoutReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/comment-clause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CommentClause
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP, NOMINEE, TPM.
     */
    post: operations['commentClause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/complete-corrective-action': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CompleteCorrectiveAction
     * @description Clause ST.4(g). Issued by: LEAD_REP, TWINNED_REP, TPM.
     */
    post: operations['completeCorrectiveAction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/complete-tpm-section': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CompleteTpmSection
     * @description Clause ST.5.6. Issued by: TPM.
     */
    post: operations['completeTpmSection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/conclude-annual-review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConcludeAnnualReview
     * @description Clause ST.5.6. Issued by: TMB_SEC.
     */
    post: operations['concludeAnnualReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/confirm-effective': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmEffective
     * @description Clause DIR 1.7.3. Issued by: REGISTRY, TWINNED_MBUA, ISO_CS.
     */
    post: operations['confirmEffective'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/confirm-gd-roles-removed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmGdRolesRemoved
     * @description Clause ST.5.7. Issued by: ISO_CS, TPM.
     */
    post: operations['confirmGdRolesRemoved'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/confirm-impossibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmImpossibility
     * @description Clause lifecycle B4. Issued by: TPM, ISO_CS.
     */
    post: operations['confirmImpossibility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/confirm-nominee': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmNominee
     * @description Clause ST.5.4. Issued by: ISO_CS, COMMITTEE_MANAGER, TMB_SEC.
     */
    post: operations['confirmNominee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/confirm-partner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmPartner
     * @description Clause ST.5.3. Issued by: INVITED_REP, LEAD_REP, TWINNED_REP.
     */
    post: operations['confirmPartner'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/confirm-pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmPause
     * @description Clause lifecycle B4. Issued by: TPM.
     */
    post: operations['confirmPause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/consent-to-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConsentToRequest
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['consentToRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/correct-record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CorrectRecord
     * @description Clause ST.5.6. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['correctRecord'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/counter-terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CounterTerms
     * @description Clause ST.5.5. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['counterTerms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happens next and when if nobody acts */
    get: operations['getDeadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/decide-appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DecideAppeal
     * @description Clause DIR 5.3.5. Issued by: TMB_SEC, ISO_CS, COMMITTEE_MANAGER.
     */
    post: operations['decideAppeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/decide-escalation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DecideEscalation
     * @description Clause ST.5.7. Issued by: TMB_SEC.
     */
    post: operations['decideEscalation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/decide-own-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DecideOwnStatus
     * @description Clause DIR 1.7.3. Issued by: TWINNED_REP.
     */
    post: operations['decideOwnStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/decline-invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclineInvitation
     * @description Clause ST.4(a). Issued by: INVITED_REP, LEAD_REP, TWINNED_REP.
     */
    post: operations['declineInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/decline-joint-act': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclineJointAct
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['declineJointAct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/decline-nomination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclineNomination
     * @description Clause ST.4(a). Issued by: NOMINEE, LEAD_REP, TWINNED_REP.
     */
    post: operations['declineNomination'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/designate-signatory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DesignateSignatory
     * @description Clause OQ-19. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['designateSignatory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed between two versions, dates or sizes of the record, in sentences */
    get: operations['getDifference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/distribution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The distribution list of an agreement, and each time that it was sent */
    get: operations['getDistribution'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/edit-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * EditRequest
     * @description Clause ST.5.4. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['editRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events as they stand in the record */
    get: operations['getEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/file-closure-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * FileClosureReport
     * @description Clause ST.5.7. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['fileClosureReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/give-notice-of-withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GiveNoticeOfWithdrawal
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['giveNoticeOfWithdrawal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/give-relinquish-notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GiveRelinquishNotice
     * @description Clause DIR 1.9.3, 1.9.4. Issued by: LEAD_REP.
     */
    post: operations['giveRelinquishNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/grant-deadline-exception': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GrantDeadlineException
     * @description Clause OQ-5. Issued by: TMB_SEC.
     */
    post: operations['grantDeadlineException'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/hand-over-escalation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * HandOverEscalation
     * @description Clause ST.5.8. Issued by: LEAD_REP, TWINNED_REP, TPM, TMB_SEC, COMMITTEE_MANAGER, ISO_CS.
     */
    post: operations['handOverEscalation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/invite-partner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * InvitePartner
     * @description Clause ST.5.3. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['invitePartner'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/leave-draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * LeaveDraft
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['leaveDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/lodge-appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * LodgeAppeal
     * @description Clause DIR 5.1. Issued by: LEAD_REP, TWINNED_REP, MEMBER_REP.
     */
    post: operations['lodgeAppeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/move-to-ruleset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * MoveToRuleset
     * @description Clause lifecycle B4. Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['moveToRuleset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/open-amendment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OpenAmendment
     * @description Clause ST.5.7. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['openAmendment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/open-evaluation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OpenEvaluation
     * @description Clause rules 6.5. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['openEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/open-tmb-ballot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OpenTmbBallot
     * @description Clause ST.5.5. Issued by: TMB_SEC.
     */
    post: operations['openTmbBallot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/override-renewal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OverrideRenewal
     * @description Clause ST.5.7. Issued by: TMB_SEC.
     */
    post: operations['overrideRenewal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/papers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The papers that there are of an agreement, and those that were handed out */
    get: operations['listPapers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/papers/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A document as a tagged PDF: agreement, plan, annex, ballot-pack, annual-review, closure-report, evaluation-report, audit-account */
    get: operations['getPaper'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/propose-terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ProposeTerms
     * @description Clause ST.5.5. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['proposeTerms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/provide-evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ProvideEvidence
     * @description Clause rules 6.3. Issued by: LEAD_REP, TWINNED_REP, TPM, COMMITTEE_MANAGER.
     */
    post: operations['provideEvidence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/raise-problem': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RaiseProblem
     * @description Clause ST.5.8. Issued by: LEAD_REP, TWINNED_REP, NOMINEE, COMMITTEE_MANAGER, TPM.
     */
    post: operations['raiseProblem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordActivity
     * @description Clause ST.5.6. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['recordActivity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-body-decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordBodyDecision
     * @description Clause rules 6.5. Issued by: COMMITTEE_MANAGER, TMB_SEC, ISO_CS.
     */
    post: operations['recordBodyDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-committee-decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordCommitteeDecision
     * @description Clause ST.5.5. Issued by: COMMITTEE_MANAGER.
     */
    post: operations['recordCommitteeDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-conciliation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordConciliation
     * @description Clause DIR 5.3.4. Issued by: ISO_CS.
     */
    post: operations['recordConciliation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-follow-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordFollowUp
     * @description Clause ST.4(h). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['recordFollowUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-meeting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordMeeting
     * @description Clause ST.5.6. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['recordMeeting'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-milestone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordMilestone
     * @description Clause ST.4(g). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['recordMilestone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-p-member-feedback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordPMemberFeedback
     * @description Clause ST.5.6. Issued by: TPM.
     */
    post: operations['recordPMemberFeedback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-prerequisite-fact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordPrerequisiteFact
     * @description Clause ST.2. Issued by: REGISTRY, COMMITTEE_MANAGER, TPM, ISO_CS.
     */
    post: operations['recordPrerequisiteFact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-reappointment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordReappointment
     * @description Clause DIR 1.8.1, 1.12.1. Issued by: TMB_SEC, COMMITTEE_MANAGER.
     */
    post: operations['recordReappointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-role-transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordRoleTransfer
     * @description Clause ST.5.7. Issued by: TPM, ISO_CS.
     */
    post: operations['recordRoleTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-self-assessment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordSelfAssessment
     * @description Clause ST.5.2. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['recordSelfAssessment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-succession': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordSuccession
     * @description Clause lifecycle B4. Issued by: ISO_CS, TMB_SEC, COMMITTEE_MANAGER.
     */
    post: operations['recordSuccession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-tmb-decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordTmbDecision
     * @description Clause ST.5.5. Issued by: TMB_SEC.
     */
    post: operations['recordTmbDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-tpm-assessment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordTpmAssessment
     * @description Clause ST.5.5. Issued by: TPM.
     */
    post: operations['recordTpmAssessment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/record-training': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordTraining
     * @description Clause ST.5.6. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['recordTraining'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/refer-appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReferAppeal
     * @description Clause DIR 5.3.3. Issued by: ISO_CS, COMMITTEE_MANAGER.
     */
    post: operations['referAppeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/register-in-gd': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RegisterInGD
     * @description Clause ST.5.5. Issued by: TPM, ISO_CS, TMB_SEC.
     */
    post: operations['registerInGD'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/reject-by-tpm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RejectByTpm
     * @description Clause ST.5.5. Issued by: TPM.
     */
    post: operations['rejectByTpm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/reject-clause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RejectClause
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['rejectClause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/reopen-terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReopenTerms
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['reopenTerms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/replace-nominee': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReplaceNominee
     * @description Clause ST.5.4. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['replaceNominee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/report-vacancy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReportVacancy
     * @description Clause ST.5.4. Issued by: LEAD_REP, TWINNED_REP, COMMITTEE_MANAGER, TPM.
     */
    post: operations['reportVacancy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/request-improvement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RequestImprovement
     * @description Clause ST.5.5. Issued by: TPM.
     */
    post: operations['requestImprovement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/request-partner-search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RequestPartnerSearch
     * @description Clause ST.5.3. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['requestPartnerSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/resolve-escalation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ResolveEscalation
     * @description Clause ST.5.8. Issued by: LEAD_REP, TWINNED_REP, TPM, TMB_SEC, COMMITTEE_MANAGER, ISO_CS.
     */
    post: operations['resolveEscalation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume
     * @description Clause lifecycle B4. Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/retract-joint-act': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RetractJointAct
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['retractJointAct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/retract-notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RetractNotice
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['retractNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/return-for-completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReturnForCompletion
     * @description Clause ST.5.5. Issued by: TPM, TMB_SEC, COMMITTEE_MANAGER.
     */
    post: operations['returnForCompletion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/revise-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RevisePlan
     * @description Clause ST.5.5. Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['revisePlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/ruleset-move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What would change under another ruleset, before both partners move the agreement */
    get: operations['rulesetMove'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/sign-agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SignAgreement
     * @description Clause ST.5.5. Issued by: SIGNATORY, LEAD_REP, TWINNED_REP.
     */
    post: operations['signAgreement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/sign-amendment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SignAmendment
     * @description Clause ST.5.5. Issued by: SIGNATORY.
     */
    post: operations['signAmendment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/submit-annual-assessment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SubmitAnnualAssessment
     * @description Clause ST.5.6. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['submitAnnualAssessment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/submit-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SubmitRequest
     * @description Clause ST.5.4. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['submitRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/submit-signed-agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SubmitSignedAgreement
     * @description Clause ST.5.5. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['submitSignedAgreement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/submit-to-body': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SubmitToBody
     * @description Clause ST.5.7. Issued by: TWINNED_REP.
     */
    post: operations['submitToBody'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Suspend
     * @description Clause lifecycle B4. Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/terminate-by-mutual-consent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * TerminateByMutualConsent
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['terminateByMutualConsent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/terms/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs in the terms between two versions of the agreement, word by word */
    get: operations['getTermsDifference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/terms/starters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Suggestions to begin clauses with, in both languages; who takes one over proposes it for its own side */
    get: operations['listStarters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened, in sentences */
    get: operations['getTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/translate-clause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * TranslateClause
     * @description Clause rules 3.2. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['translateClause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/update-task-share': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * UpdateTaskShare
     * @description Clause DIR 1.9.2. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['updateTaskShare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How it stood after each of its events: heading, phase, moves; the first whole, then what differs */
    get: operations['getVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/waive-translation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WaiveTranslation
     * @description Clause rules 3.2. Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['waiveTranslation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/what-if': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What would happen: the rules run forward under suppositions, nothing is written */
    get: operations['whatIf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP. A joint act: it takes effect when both partners agree.
     */
    post: operations['withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-amendment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawAmendment
     * @description Clause ST.5.7. Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['withdrawAmendment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawAppeal
     * @description Clause DIR 5.1. Issued by: LEAD_REP, TWINNED_REP, MEMBER_REP.
     */
    post: operations['withdrawAppeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-evaluation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawEvaluation
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['withdrawEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawInvitation
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['withdrawInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-problem': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawProblem
     * @description Clause ST.5.8. Issued by: LEAD_REP, TWINNED_REP, NOMINEE, COMMITTEE_MANAGER, TPM.
     */
    post: operations['withdrawProblem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawProposal
     * @description Clause ST.4(a). Issued by: LEAD_REP, TWINNED_REP.
     */
    post: operations['withdrawProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-signature': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawSignature
     * @description Clause ST.4(a). Issued by: SIGNATORY, LEAD_REP, TWINNED_REP.
     */
    post: operations['withdrawSignature'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/agreements/{agreement}/withdraw-tmb-vote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawTmbVote
     * @description Clause ST.5.5. Issued by: TMB_MEMBER, TMB_SEC.
     */
    post: operations['withdrawTmbVote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/appeals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Decisions on agreements of others that the caller’s body may appeal against as a P-member of the committee, latest first, with its own appeals */
    get: operations['listAppealable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/appeals/{agreement}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of these agreements: its heading, its decisions and the appeals of the caller’s body; everything else is withheld */
    get: operations['getAppealable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who took confidential things out of the record, oldest or newest first; for auditors */
    get: operations['listAccesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who was refused what, by a rule or at the edge, oldest or newest first; for auditors */
    get: operations['listRefusals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of a body, their roles, and who stands in for whom (0: the desks of ISO) */
    get: operations['getStaff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/accept-invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptInvitation
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR, CENTRAL, SELF. Decided in the request.
     */
    post: operations['peopleAcceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/change-roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ChangeRoles
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR, CENTRAL. Decided in the request.
     */
    post: operations['peopleChangeRoles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/delegate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Delegate
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR, CENTRAL, SELF. Decided in the request.
     */
    post: operations['peopleDelegate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/end-delegation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * EndDelegation
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR, CENTRAL, SELF. Decided in the request.
     */
    post: operations['peopleEndDelegation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/end-person': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * EndPerson
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR, CENTRAL. Decided in the request.
     */
    post: operations['peopleEndPerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/hand-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * HandOver
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR. Decided in the request.
     */
    post: operations['peopleHandOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bodies/{body}/people/invite-person': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * InvitePerson
     * @description Clause rules 5.1. Issued by: ADMINISTRATOR, CENTRAL. Decided in the request.
     */
    post: operations['peopleInvitePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calendars/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The deadlines of a person as iCalendar; the address is the key */
    get: operations['getCalendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/commands/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A stored command and its outcome */
    get: operations['getCommand'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/commands/{id}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proof of what became of a command, accepted or refused, verifiable offline */
    get: operations['getCommandReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/desk/ballots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** TMB ballots that are open or wait for their decision, with pack and tally */
    get: operations['listBallots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/desk/cliff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What ends within so many months, and which roles fall vacant */
    get: operations['getCliff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/desk/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reminds those who owe these tasks; as a dry run says only what would happen */
    post: operations['sendReminders'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/desk/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Annual reviews that are not filed yet, and what they lack */
    get: operations['listReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed in all agreements that the caller may see, in sentences */
    get: operations['getProgrammeDifference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/escalations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open escalations that the caller may see, oldest first */
    get: operations['listEscalations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mail-settings/{secret}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How often an address of e-mail hears of what can wait; the secret comes with each message */
    get: operations['getMailSettings'];
    put?: never;
    /** Changes how often, and whether news that asks for nothing is sent */
    post: operations['changeMailSettings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mail-settings/{secret}/unsubscribe': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One click in a mail program (RFC 8058): no more news; what is owed is still sent */
    post: operations['unsubscribeFromNews'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/matching': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who could lead a twinning: ranked, each component of the score with its reason */
    get: operations['rankPartners'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who the caller is */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new private address of the caller’s deadlines; the one before ends */
    post: operations['openCalendar'];
    /** Ends the private address of the caller’s deadlines */
    delete: operations['revokeCalendar'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the caller is signed in to the console */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    /** Ends every session of the caller but the one that asks */
    delete: operations['endOtherSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/sessions/{session}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends one session of the caller */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the caller’s body is suggested to those who seek a lead */
    get: operations['getSuggestions'];
    put?: never;
    /** The caller’s body is suggested to those who seek a lead, as every body is at first */
    post: operations['acceptSuggestions'];
    /** The caller’s body is suggested to nobody; it may be invited all the same */
    delete: operations['declineSuggestions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/papers/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether a file is a paper of the record, and whether both partners signed its text */
    post: operations['checkPaper'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How a member takes part in a committee: facts, cases, deadlines, what happened */
    get: operations['getParticipation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/answer-reminder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AnswerReminder
     * @description Clause DIR 1.7.4, 1.7.5. Issued by: OWN_REP, OWN_MBUA. Decided in the request.
     */
    post: operations['participationAnswerReminder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/confirm-downgrade': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmDowngrade
     * @description Clause DIR 1.7.4, 1.7.5. Issued by: ISO_CS. Decided in the request.
     */
    post: operations['participationConfirmDowngrade'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/confirm-reinstatement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConfirmReinstatement
     * @description Clause DIR 1.7.4, 1.7.5. Issued by: ISO_CS. Decided in the request.
     */
    post: operations['participationConfirmReinstatement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/declare-inactivity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclareInactivity
     * @description Clause DIR 1.7.4. Issued by: COMMITTEE_MANAGER. Decided in the request.
     */
    post: operations['participationDeclareInactivity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/declare-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclareStatus
     * @description Clause DIR 1.7.3. Issued by: OWN_MBUA, OWN_REP, ISO_CS. Decided in the request.
     */
    post: operations['participationDeclareStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/notify-secretary-general': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * NotifySecretaryGeneral
     * @description Clause DIR 1.7.4. Issued by: COMMITTEE_MANAGER. Decided in the request.
     */
    post: operations['participationNotifySecretaryGeneral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/open-participation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OpenParticipation
     * @description Clause lifecycle B6. Issued by: COMMITTEE_MANAGER, ISO_CS, REGISTRY, SYSTEM. Decided in the request.
     */
    post: operations['participationOpenParticipation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/record-ballot-fact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordBallotFact
     * @description Clause DIR 1.7.1. Issued by: COMMITTEE_MANAGER, ISO_CS, REGISTRY. Decided in the request.
     */
    post: operations['participationRecordBallotFact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/record-expert-fact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordExpertFact
     * @description Clause DIR 1.12.1. Issued by: COMMITTEE_MANAGER, ISO_CS, REGISTRY. Decided in the request.
     */
    post: operations['participationRecordExpertFact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/record-meeting-fact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordMeetingFact
     * @description Clause DIR 1.7.4. Issued by: COMMITTEE_MANAGER, ISO_CS, REGISTRY. Decided in the request.
     */
    post: operations['participationRecordMeetingFact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/record-registry-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordRegistryStatus
     * @description Clause lifecycle D16. Issued by: REGISTRY, ISO_CS. Decided in the request.
     */
    post: operations['participationRecordRegistryStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/record-reminder-response': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordReminderResponse
     * @description Clause DIR 1.7.4, 1.7.5. Issued by: ISO_CS. Decided in the request.
     */
    post: operations['participationRecordReminderResponse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/record-vote-fact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordVoteFact
     * @description Clause DIR 1.7.1. Issued by: COMMITTEE_MANAGER, ISO_CS, REGISTRY, OWN_REP, OWN_MBUA. Decided in the request.
     */
    post: operations['participationRecordVoteFact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/request-reinstatement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RequestReinstatement
     * @description Clause DIR 1.7.4, 1.7.5. Issued by: OWN_MBUA, OWN_REP. Decided in the request.
     */
    post: operations['participationRequestReinstatement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/participation/{member}/{committee}/send-status-reminder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * SendStatusReminder
     * @description Clause DIR 1.7.4, 1.7.5. Issued by: ISO_CS. Decided in the request.
     */
    post: operations['participationSendStatusReminder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may do what: the policy that the service itself obeys, in words */
    get: operations['getPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/programme': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The programme in figures, of every agreement that the caller may see */
    get: operations['getProgramme'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/programme/tables': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same figures as a page of tables, for browsers without scripts */
    get: operations['getProgrammeTables'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/record/checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Size and root of the record, signed (C2SP checkpoint) */
    get: operations['getCheckpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/record/consistency': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proof that an earlier record is a prefix of a later one (RFC 9162) */
    get: operations['getConsistency'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/record/key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public key of the checkpoints */
    get: operations['getRecordKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/record/key-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the signing key changed: notes that lead from each key to the next, with the proofs of the changes up to a size */
    get: operations['getKeyChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/record/receipts/{index}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proof that an event stands in the record, verifiable offline */
    get: operations['getReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/committees': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Committees by reference or title, and how many there are */
    get: operations['searchCommittees'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/committees/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One committee as of a day */
    get: operations['getCommittee'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/committees/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reference, title, status and secretariat of a committee through time */
    get: operations['getCommitteeHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/committees/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** P- and O-members of a committee as of a day */
    get: operations['getCommitteeMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a file of ISO’s committees into the registry, whole or not at all
     * @description For the Central Secretariat. The file is that of ISO Open Data, as lines of JSON or as CSV, at most 32 MiB; it may be packed (Content-Encoding: gzip). The same file again changes nothing. With Accept: application/x-ndjson the answer is lines of JSON: PROGRESS with step, done and total, then RESULT or FAILED.
     */
    post: operations['importCommittees'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/imports/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a file of ISO’s members into the registry, whole or not at all
     * @description For the Central Secretariat. CSV in UTF-8 with the columns iso_member_id, acronym, country_en, country_alpha2 and category, and where there are such, new_rights and active (yes or no); it may be packed (Content-Encoding: gzip). The same file again changes nothing; one that is older than what is known of a member changes nothing in it.
     */
    post: operations['importMembers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** ISO members by acronym or country, in English or French, and how many there are */
    get: operations['searchMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/members/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One ISO member as of a day */
    get: operations['getMember'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/members/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where an ISO member takes or took part, and its category, through time */
    get: operations['getMemberHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/registry/membership': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a member was in a committee on a day, and when it changed */
    get: operations['getMembership'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/issuers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one may sign in: the home issuer (no name) and those of single bodies */
    get: operations['listIssuers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of a demonstration, who sign in with one click */
    get: operations['listPeople'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller owes, the most urgent first */
    get: operations['listTasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tasks/done': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller’s body, or at a desk the caller, has done, latest first */
    get: operations['listDone'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/updates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Server-sent events: which agreements that the caller may see have changed. The id is the index in the record; Last-Event-ID (or after) resumes behind it without loss */
    get: operations['streamUpdates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The words for every value (statuses, sides, evidence …), in English or French */
    get: operations['getWords'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Accepted: {
      /** Format: uuid */
      command: string;
      /** Format: uuid */
      agreement: string;
      /** @constant */
      status: 'ACCEPTED';
      version: number;
      /** Format: date-time */
      decidedAt: string;
      events: {
        index: number;
        type: string;
      }[];
      receipt: string;
      /** @description The receipt itself, for who sent the command, on the tree as the command left it: it is proof for ever. When the key is sent again it is the same, unless the record has another key or name since */
      proof?: components['schemas']['CommandReceipt'];
      /** @description Why this answer brings no receipt: the decision stands all the same */
      unproven?: {
        /** @enum {string} */
        code: 'NOT_SIGNED' | 'NOT_READY' | 'NOTHING_RECORDED';
        text: string;
      };
    };
    Stored: {
      /** Format: uuid */
      command: string;
      /** Format: uuid */
      agreement: string;
      /** @constant */
      status: 'STORED';
      at: string;
    };
    Problem: {
      type: string;
      status: number;
      code: string;
      title: string;
      detail: string;
      clause?: string;
      details: {
        [key: string]: unknown;
      };
      correlation: string;
      /** Format: uuid */
      command?: string;
      /** Format: uuid */
      agreement?: string;
      version?: number;
      recorded?: number | null;
      receipt?: string;
      /** @description The receipt itself, for who sent the command, on the tree as the command left it: it is proof for ever. When the key is sent again it is the same, unless the record has another key or name since */
      proof?: components['schemas']['CommandReceipt'];
      /** @description The receipts themselves, one for each entry */
      proofs?: components['schemas']['Receipt'][];
      /** @description Why this answer brings no receipt: the decision stands all the same */
      unproven?: {
        /** @enum {string} */
        code: 'NOT_SIGNED' | 'NOT_READY' | 'NOTHING_RECORDED';
        text: string;
      };
    };
    Me: {
      person: string;
      member: number | null;
      acronym: string | null;
      roles: {
        role: string;
        committees?: 'ALL' | number[];
        by?: {
          delegation: string;
          person: string;
          commands: 'ALL' | string[];
        };
      }[];
      stepUp: boolean;
      invitations: {
        body: number;
        acronym: string | null;
      }[];
      /** Format: date-time */
      now: string;
      entries: number;
    };
    Tasks: {
      counts: {
        all: number;
        soon: number;
        recent: number;
      };
      items: {
        /** Format: uuid */
        agreement: string;
        id: string;
        text: string;
        desk: string;
        member: number | null;
        committee: number | null;
        commands: string[];
        clause: string;
        /** Format: date-time */
        since: string;
        due: string | null;
        status: string | null;
        type: string | null;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
        otherwise: {
          /** Format: date-time */
          due: string;
          text: string;
        } | null;
        reminded: {
          /** Format: date-time */
          at: string;
          person: string;
        } | null;
      }[];
    };
    Issuers: {
      items: {
        id: string;
        name: string | null;
      }[];
    };
    Sessions: {
      items: {
        handle: string;
        current: boolean;
        device: string | null;
        /** Format: date-time */
        signedInAt: string;
        /** Format: date-time */
        lastUsedAt: string;
        /** Format: date-time */
        endsAt: string;
      }[];
    };
    SessionsEnded: {
      ended: number;
    };
    People: {
      items: {
        id: string;
        name: string;
        member: number | null;
        roles: string[];
      }[];
    };
    Policy: {
      roles: {
        role: string;
        text: string;
        grant: string | null;
        relation: string;
        relationText: string;
        reads: string[];
      }[];
      rules: {
        rule: string;
        text: string;
      }[];
      chapters: {
        chapter: string;
        title: string;
        lines: {
          command: string;
          action: string;
          clause: string;
          roles: string[];
          statuses: string[];
          phases: string[];
          types: string[];
          needs: string[];
        }[];
      }[];
    };
    Words: {
      [key: string]: {
        [key: string]: string;
      };
    };
    Items: {
      items: {
        [key: string]: unknown;
      }[];
    };
    Found: {
      items: {
        [key: string]: unknown;
      }[];
      total: number;
    };
    'Clause-objectives': {
      items: {
        id: string;
        text: string;
        indicator: string;
        baseline: string;
        target: string;
        /** Format: date */
        dueOn: string;
      }[];
    };
    'Clause-responsibilities': {
      lead: string[];
      twinned: string[];
    };
    'Clause-training': {
      items: {
        topic: string;
        provider: string;
        /** Format: date */
        date: string;
        /** @enum {string} */
        mode: 'ON_SITE' | 'REMOTE' | 'BLENDED';
        attendees: string;
      }[];
    };
    'Clause-meetings': {
      cadenceMonths: number;
      dates: string[];
    };
    /** @description x-minor-digits: digits behind the decimal sign by currency (ISO 4217), 2 where it says nothing. */
    'Clause-finance': {
      /** @enum {string} */
      variant: 'NONE' | 'LEAD_FUNDED' | 'THIRD_PARTY_FUNDED';
      amountMinor?: number;
      currency?: string;
      text?: string;
    };
    'Clause-dates': {
      /** Format: date */
      start: string;
      /** Format: date */
      end: string;
    };
    'Clause-work-packages': {
      items: {
        id: string;
        title: string;
        /** @enum {string} */
        owner: 'LEAD' | 'TWINNED';
        month: number;
        deliverable: string;
        indicator: string;
      }[];
    };
    'Clause-milestones': {
      items: {
        id: string;
        title: string;
        /** Format: date */
        dueOn: string;
      }[];
    };
    'Clause-task-share': {
      items: {
        id: string;
        task: string;
        percentByYear: number[];
      }[];
    };
    Done: {
      items: {
        /** Format: uuid */
        agreement: string;
        /** Format: uuid */
        command: string;
        type: string;
        text: string;
        person: string;
        /** Format: date-time */
        at: string;
        version: number;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
      }[];
      total: number;
    };
    Escalations: {
      items: {
        /** Format: uuid */
        agreement: string;
        id: string;
        level: string;
        trigger: string;
        owner: string;
        /** Format: date-time */
        since: string;
        status: string | null;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
        ageDays: number;
        next: {
          /** Format: date-time */
          due: string;
          clause: string;
          text: string;
        } | null;
      }[];
      total: number;
    };
    Reminders: {
      dryRun: boolean;
      reminded: number;
      items: {
        /** Format: uuid */
        agreement: string;
        id: string;
        /** @enum {string} */
        result: 'REMINDED' | 'SKIPPED';
        reason: ('GONE' | 'OWN' | 'RECENT') | null;
      }[];
    };
    Ballots: {
      items: {
        /** Format: uuid */
        agreement: string;
        statusText: string;
        typeText: string;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
        ballot: string;
        /** Format: date-time */
        openedAt: string;
        /** Format: date */
        closesOn: string;
        extended: boolean;
        closedAt: string | null;
        outcome: string | null;
        tally: {
          entitled: number;
          yes: number;
          no: number;
          abstain: number;
        };
        quorate: boolean;
        decided: boolean;
        waitingFor: string[];
        votes: {
          body: string;
          choice: string;
          comment: string | null;
        }[];
        assessment: {
          text: string;
          statistics: string;
        } | null;
        need: string | null;
      }[];
      total: number;
    };
    Reviews: {
      items: {
        /** Format: uuid */
        agreement: string;
        statusText: string;
        typeText: string;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
        year: number;
        /** Format: date */
        dueOn: string;
        stage: string;
        missing: string[];
        ratings: number[];
      }[];
      total: number;
    };
    Appealable: {
      items: {
        /** Format: uuid */
        agreement: string;
        typeText: string;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
        decisions: {
          id: string;
          kind: string;
          body: string;
          reference: string | null;
          /** Format: date */
          decidedOn: string;
          /** Format: date */
          until: string;
          final: boolean;
        }[];
        appeals: {
          id: string;
          decision: string | null;
          level: string;
          stage: string;
          /** Format: date-time */
          since: string;
        }[];
      }[];
    };
    Cliff: {
      /** Format: date */
      until: string;
      total: number;
      items: {
        /** Format: uuid */
        agreement: string;
        statusText: string;
        typeText: string;
        leadAcronym: string | null;
        twinnedAcronym: string | null;
        committeeReference: string | null;
        /** Format: date */
        end: string;
        roles: {
          /** @enum {string} */
          type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
          workingGroup: string | null;
          persons: {
            /** @enum {string} */
            side: 'LEAD' | 'TWINNED';
            person: string;
            vacant: boolean;
          }[];
          evaluation: {
            kind: string;
            stage: string;
          } | null;
        };
      }[];
    };
    MemberHistory: {
      standing: {
        /** Format: date */
        from: string;
        to: string | null;
        country: string | null;
        category: string;
        active: boolean;
      }[];
      memberships: {
        committee: number;
        reference: string;
        periods: {
          /** Format: date */
          from: string;
          to: string | null;
          /** @enum {string} */
          status: 'P' | 'O';
        }[];
      }[];
    };
    CommitteeHistory: {
      items: {
        /** Format: date */
        from: string;
        to: string | null;
        reference: string;
        titleEn: string;
        titleFr: string | null;
        status: string;
        secretariat: string | null;
      }[];
    };
    Programme: {
      agreements: number;
      funnel: {
        step: string;
        count: number;
      }[];
      phases: {
        /** @enum {string} */
        phase:
          | 'PROPOSAL'
          | 'PARTNER_SELECTION'
          | 'APPROVAL'
          | 'NEGOTIATION'
          | 'EXECUTION'
          | 'EVALUATION'
          | 'CLOSED';
        count: number;
      }[];
      types: {
        /** @enum {string} */
        type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
        count: number;
      }[];
      cycles: {
        id: string;
        n: number;
        median: number | null;
        p90: number | null;
      }[];
      changes: {
        kind: string;
        effective: number;
        approved: number;
        refused: number;
        open: number;
      }[];
      endings: {
        how: string;
        count: number;
      }[];
      partnerships: {
        lead: number;
        leadAcronym: string | null;
        leadCountry: string | null;
        twinned: number;
        twinnedAcronym: string | null;
        twinnedCountry: string | null;
        count: number;
        open: number;
      }[];
    };
    MailSettings: {
      /** @enum {string} */
      rhythm: 'instant' | 'daily' | 'weekly';
      news: boolean;
      /** @enum {string} */
      language: 'en' | 'fr';
    };
    TermsDifference: {
      /** Format: uuid */
      agreement: string;
      from: number;
      to: number;
      sameText: boolean;
      clauses: {
        clause: string;
        language: ('en' | 'fr') | null;
        /** @enum {string} */
        change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
        from: number | null;
        to: number | null;
        parts: {
          key: string;
          /** @enum {string} */
          change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
          from: number | null;
          to: number | null;
          pieces: {
            /** @enum {string} */
            kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
            text: string;
          }[];
        }[];
      }[];
    };
    Starters: {
      items: {
        clause: string;
        /** @enum {string} */
        language: 'en' | 'fr';
        value: {
          [key: string]: unknown;
        };
      }[];
    };
    ClauseHistory: {
      clause: string;
      versions: {
        side: ('LEAD' | 'TWINNED') | null;
        person: string | null;
        member: (number | string) | null;
        /** Format: date-time */
        at: string;
        version: number;
        index: number;
        hash: string;
        /** @enum {string} */
        language: 'en' | 'fr';
        value: {
          [key: string]: unknown;
        };
        proposal: string;
        answersTo: string | null;
        replaces: string | null;
        /** @enum {string} */
        standing: 'CURRENT' | 'REPLACED' | 'WITHDRAWN';
        accepted: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
        }[];
        agreed: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
        } | null;
        rejected: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
          reason: string;
        }[];
        difference: {
          key: string;
          /** @enum {string} */
          change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
          from: number | null;
          to: number | null;
          pieces: {
            /** @enum {string} */
            kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
            text: string;
          }[];
        }[];
      }[];
      translations: {
        side: ('LEAD' | 'TWINNED') | null;
        person: string | null;
        member: (number | string) | null;
        /** Format: date-time */
        at: string;
        version: number;
        index: number;
        ofHash: string;
        hash: string;
        /** @enum {string} */
        language: 'en' | 'fr';
        value: {
          [key: string]: unknown;
        };
        waived: boolean;
        withdrawn: boolean;
        difference: {
          key: string;
          /** @enum {string} */
          change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
          from: number | null;
          to: number | null;
          pieces: {
            /** @enum {string} */
            kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
            text: string;
          }[];
        }[];
      }[];
      comments: {
        side: ('LEAD' | 'TWINNED') | null;
        person: string | null;
        member: (number | string) | null;
        /** Format: date-time */
        at: string;
        version: number;
        index: number;
        text: string;
      }[];
    };
    SentenceOrigin: {
      sentence: string;
      stands: boolean;
      proposed: {
        side: ('LEAD' | 'TWINNED') | null;
        person: string | null;
        member: (number | string) | null;
        /** Format: date-time */
        at: string;
        version: number;
        index: number;
        hash: string;
        /** @enum {string} */
        language: 'en' | 'fr';
        value: {
          [key: string]: unknown;
        };
        proposal: string;
        answersTo: string | null;
        replaces: string | null;
        /** @enum {string} */
        standing: 'CURRENT' | 'REPLACED' | 'WITHDRAWN';
        accepted: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
        }[];
        agreed: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
        } | null;
        rejected: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
          reason: string;
        }[];
        difference: {
          key: string;
          /** @enum {string} */
          change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
          from: number | null;
          to: number | null;
          pieces: {
            /** @enum {string} */
            kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
            text: string;
          }[];
        }[];
      };
      translated: {
        side: ('LEAD' | 'TWINNED') | null;
        person: string | null;
        member: (number | string) | null;
        /** Format: date-time */
        at: string;
        version: number;
        index: number;
        ofHash: string;
        hash: string;
        /** @enum {string} */
        language: 'en' | 'fr';
        value: {
          [key: string]: unknown;
        };
        waived: boolean;
        withdrawn: boolean;
        difference: {
          key: string;
          /** @enum {string} */
          change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
          from: number | null;
          to: number | null;
          pieces: {
            /** @enum {string} */
            kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
            text: string;
          }[];
        }[];
      } | null;
      inAnswerTo: {
        side: ('LEAD' | 'TWINNED') | null;
        person: string | null;
        member: (number | string) | null;
        /** Format: date-time */
        at: string;
        version: number;
        index: number;
        hash: string;
        /** @enum {string} */
        language: 'en' | 'fr';
        value: {
          [key: string]: unknown;
        };
        proposal: string;
        answersTo: string | null;
        replaces: string | null;
        /** @enum {string} */
        standing: 'CURRENT' | 'REPLACED' | 'WITHDRAWN';
        accepted: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
        }[];
        agreed: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
        } | null;
        rejected: {
          side: ('LEAD' | 'TWINNED') | null;
          person: string | null;
          member: (number | string) | null;
          /** Format: date-time */
          at: string;
          version: number;
          index: number;
          reason: string;
        }[];
        difference: {
          key: string;
          /** @enum {string} */
          change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
          from: number | null;
          to: number | null;
          pieces: {
            /** @enum {string} */
            kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
            text: string;
          }[];
        }[];
      } | null;
    };
    Papers: {
      kinds: string[];
      items: {
        sha256: string;
        kind: string;
        language: string;
        version: number;
        textHash: string | null;
        index: number;
        /** Format: date-time */
        issuedAt: string;
      }[];
    };
    Distribution: {
      items: {
        recipient: string;
        /** @enum {string} */
        as: 'COPY' | 'INFORMATION';
        bodies: {
          id: number;
          acronym: string;
        }[];
        contacts: number;
      }[];
      sent: {
        about: string;
        /** Format: date-time */
        at: string;
        index: number;
        recipients: string[];
        messages: {
          waiting: number;
          sent: number;
          failed: number;
        };
        withoutMessage: string[];
      }[];
    };
    PaperCheck: {
      sha256: string;
      known: boolean;
      paper: {
        /** Format: uuid */
        agreement: string;
        sha256: string;
        kind: string;
        language: string;
        version: number;
        textHash: string | null;
        index: number;
        /** Format: date-time */
        issuedAt: string;
      } | null;
      bothSigned: boolean;
      current: boolean;
    };
    Attachments: {
      items: {
        sha256: string;
        purpose: string;
        type: string;
        bytes: number;
        person: string;
        member: number | null;
        onBehalfOf: string | null;
        /** Format: date-time */
        filedAt: string;
        erased: boolean;
      }[];
      purposes: ('CV' | 'STATEMENT' | 'AUTHORITY' | 'MINUTES' | 'EVIDENCE' | 'OTHER')[];
    };
    Attachment: {
      sha256: string;
      purpose: string;
      type: string;
      bytes: number;
    };
    CalendarAddress: {
      address: string;
    };
    ClauseDifference: {
      clause: string;
      from: string;
      to: string | null;
      parts: {
        key: string;
        /** @enum {string} */
        change: 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';
        from: number | null;
        to: number | null;
        pieces: {
          /** @enum {string} */
          kind: 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';
          text: string;
        }[];
      }[];
    };
    Consistency: {
      first: number;
      second: number;
      proof: string[];
    };
    Receipt: {
      index: number;
      leaf: string;
      proof: string[];
      checkpoint: string;
    };
    CommandReceipt: {
      /** Format: uuid */
      command: string;
      /** Format: uuid */
      agreement: string;
      accepted: boolean;
      events: {
        index: number;
        leaf: string;
        proof: string[];
        fields: {
          [key: string]: unknown;
        };
      }[];
      checkpoint: string;
      /** @description Of an accepted command that changed nothing: what the record signs of it */
      unchanged?: string;
    };
    Difference: {
      /** Format: uuid */
      agreement: string;
      from: {
        version: number;
        status:
          | (
              | 'DRAFT'
              | 'IN_REVIEW_TPM'
              | 'IN_COMMITTEE_DECISION'
              | 'IN_TMB_BALLOT'
              | 'RETURNED'
              | 'APPROVED'
              | 'AGREEMENT_PENDING'
              | 'AGREEMENT_IN_REVIEW'
              | 'ACTIVE'
              | 'ENDING'
              | 'SUSPENDED'
              | 'UNDER_TMB_REVIEW'
              | 'EXPIRED'
              | 'TERMINATED'
              | 'CANCELLED'
              | 'CLOSED'
              | 'LAPSED'
              | 'REJECTED'
              | 'WITHDRAWN'
            )
          | null;
      };
      to: {
        version: number;
        status:
          | (
              | 'DRAFT'
              | 'IN_REVIEW_TPM'
              | 'IN_COMMITTEE_DECISION'
              | 'IN_TMB_BALLOT'
              | 'RETURNED'
              | 'APPROVED'
              | 'AGREEMENT_PENDING'
              | 'AGREEMENT_IN_REVIEW'
              | 'ACTIVE'
              | 'ENDING'
              | 'SUSPENDED'
              | 'UNDER_TMB_REVIEW'
              | 'EXPIRED'
              | 'TERMINATED'
              | 'CANCELLED'
              | 'CLOSED'
              | 'LAPSED'
              | 'REJECTED'
              | 'WITHDRAWN'
            )
          | null;
      };
      changes: {
        about: string;
        text: string;
      }[];
      events: {
        version: number;
        index: number;
        /** Format: date-time */
        occurredAt: string;
        type: string;
        text: string;
      }[];
    };
    ProgrammeDifference: {
      items: {
        /** Format: uuid */
        agreement: string;
        /** @enum {string} */
        status:
          | 'DRAFT'
          | 'IN_REVIEW_TPM'
          | 'IN_COMMITTEE_DECISION'
          | 'IN_TMB_BALLOT'
          | 'RETURNED'
          | 'APPROVED'
          | 'AGREEMENT_PENDING'
          | 'AGREEMENT_IN_REVIEW'
          | 'ACTIVE'
          | 'ENDING'
          | 'SUSPENDED'
          | 'UNDER_TMB_REVIEW'
          | 'EXPIRED'
          | 'TERMINATED'
          | 'CANCELLED'
          | 'CLOSED'
          | 'LAPSED'
          | 'REJECTED'
          | 'WITHDRAWN';
        changes: {
          about: string;
          text: string;
        }[];
      }[];
    };
    Staff: {
      body: number;
      version: number;
      people: {
        person: string;
        name: string | null;
        email: string | null;
        /** @enum {string} */
        state: 'INVITED' | 'ACTIVE' | 'ENDED';
        grants: {
          role: string;
          committees?: 'ALL' | number[];
          by?: {
            delegation: string;
            person: string;
            commands: 'ALL' | string[];
          };
        }[];
        /** Format: date-time */
        since: string;
      }[];
      delegations: {
        id: string;
        from: string;
        to: string;
        grant: {
          role: string;
          committees?: 'ALL' | number[];
          by?: {
            delegation: string;
            person: string;
            commands: 'ALL' | string[];
          };
        };
        commands: 'ALL' | string[];
        commandTexts: string[];
        /** Format: date */
        start: string;
        /** Format: date */
        end: string;
        /** @enum {string} */
        reason: 'DELEGATION' | 'ABSENCE';
      }[];
      timeline: {
        index: number;
        version: number;
        type: string;
        /** Format: date-time */
        at: string;
        actor: {
          [key: string]: unknown;
        };
        onBehalfOf: (number | string) | null;
        text: string;
      }[];
    };
    PeopleAccepted: {
      /** Format: uuid */
      command: string;
      body: number;
      /** @constant */
      status: 'ACCEPTED';
      version: number;
      /** Format: date-time */
      decidedAt: string;
      events: {
        index: number;
        type: string;
      }[];
      receipts: string[];
      /** @description The receipts themselves, one for each entry */
      proofs?: components['schemas']['Receipt'][];
      /** @description Why this answer brings no receipt: the decision stands all the same */
      unproven?: {
        /** @enum {string} */
        code: 'NOT_SIGNED' | 'NOT_READY' | 'NOTHING_RECORDED';
        text: string;
      };
    };
    Refusals: {
      items: {
        index: number;
        subject: string;
        /** Format: date-time */
        at: string;
        person: string | null;
        body: number | null;
        onBehalfOf: string | null;
        code: string;
        title: string;
        command: string | null;
        route: string | null;
        agreement: string | null;
        last: boolean;
        count: number | null;
      }[];
    };
    Accesses: {
      items: {
        index: number;
        /** Format: uuid */
        agreement: string;
        kind: string;
        /** Format: date-time */
        at: string;
        person: string | null;
        body: number | null;
        onBehalfOf: string | null;
        details: {
          [key: string]: unknown;
        };
      }[];
    };
    AgreementPage: {
      items: {
        /** Format: uuid */
        id: string;
        version: number;
        /** @enum {string} */
        status:
          | 'DRAFT'
          | 'IN_REVIEW_TPM'
          | 'IN_COMMITTEE_DECISION'
          | 'IN_TMB_BALLOT'
          | 'RETURNED'
          | 'APPROVED'
          | 'AGREEMENT_PENDING'
          | 'AGREEMENT_IN_REVIEW'
          | 'ACTIVE'
          | 'ENDING'
          | 'SUSPENDED'
          | 'UNDER_TMB_REVIEW'
          | 'EXPIRED'
          | 'TERMINATED'
          | 'CANCELLED'
          | 'CLOSED'
          | 'LAPSED'
          | 'REJECTED'
          | 'WITHDRAWN';
        statusText: string;
        /** @enum {string} */
        phase:
          | 'PROPOSAL'
          | 'PARTNER_SELECTION'
          | 'APPROVAL'
          | 'NEGOTIATION'
          | 'EXECUTION'
          | 'EVALUATION'
          | 'CLOSED';
        phaseText: string;
        /** @enum {string} */
        type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
        workingGroup: string | null;
        typeText: string;
        lead: number | null;
        leadAcronym: string | null;
        twinned: number | null;
        twinnedAcronym: string | null;
        committee: number | null;
        committeeReference: string | null;
        start: string | null;
        end: string | null;
        nextDeadline: string | null;
        /** Format: date-time */
        updatedAt: string;
      }[];
      next: string | null;
    };
    Agreement: {
      /** Format: uuid */
      id: string;
      version: number;
      /** @enum {string} */
      status:
        | 'DRAFT'
        | 'IN_REVIEW_TPM'
        | 'IN_COMMITTEE_DECISION'
        | 'IN_TMB_BALLOT'
        | 'RETURNED'
        | 'APPROVED'
        | 'AGREEMENT_PENDING'
        | 'AGREEMENT_IN_REVIEW'
        | 'ACTIVE'
        | 'ENDING'
        | 'SUSPENDED'
        | 'UNDER_TMB_REVIEW'
        | 'EXPIRED'
        | 'TERMINATED'
        | 'CANCELLED'
        | 'CLOSED'
        | 'LAPSED'
        | 'REJECTED'
        | 'WITHDRAWN';
      statusText: string;
      /** @enum {string} */
      phase:
        | 'PROPOSAL'
        | 'PARTNER_SELECTION'
        | 'APPROVAL'
        | 'NEGOTIATION'
        | 'EXECUTION'
        | 'EVALUATION'
        | 'CLOSED';
      phaseText: string;
      /** @enum {string} */
      type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
      workingGroup: string | null;
      typeText: string;
      ruleset: string;
      catchUp: boolean;
      /** @enum {string} */
      initiator: 'LEAD' | 'TWINNED';
      lead: {
        member: number;
        acronym: string | null;
      } | null;
      twinned: {
        member: number;
        acronym: string | null;
      } | null;
      committee: {
        id: number;
        reference: string | null;
        title: string | null;
      } | null;
      requestHash: string;
      withheld: {
        section: string;
        text: string;
      }[];
      term: {
        /** Format: date */
        start: string;
        /** Format: date */
        end: string;
        /** Format: date-time */
        activatedAt: string;
        windowOpened: boolean;
      } | null;
      request: {
        [key: string]: unknown;
      };
      approval: {
        [key: string]: unknown;
      };
      negotiation: {
        [key: string]: unknown;
      };
      execution: {
        [key: string]: unknown;
      };
      oversight: {
        [key: string]: unknown;
      };
      evaluation: {
        [key: string]: unknown;
      };
      ending: {
        [key: string]: unknown;
      };
      jointActs: {
        kind: string;
        /** @enum {string} */
        side: 'LEAD' | 'TWINNED';
        contentHash: string | null;
        /** Format: date-time */
        proposedAt: string;
        content: {
          [key: string]: unknown;
        } | null;
        untranslated: string[];
      }[];
      duties: {
        id: string;
        desk: string;
        commands: string[];
        /** Format: date-time */
        since: string;
        due: string | null;
        clause: string;
        text: string;
      }[];
      nextDeadline: {
        timer: string;
        step: string;
        subject: string;
        /** Format: date-time */
        due: string;
        lastDay: string | null;
        zone: string;
        whose: string;
        clause: string;
        text: string;
      } | null;
      actions: {
        command: string;
        text: string;
        clause: string;
        allowed: boolean;
        refusal?: {
          code: string;
          title: string;
          help: string;
        };
        choices?: {
          field: string;
          values: {
            value: string;
            allowed: boolean;
            refusal?: {
              code: string;
              title: string;
              help: string;
            };
          }[];
        };
        known: {
          field: string;
          values: {
            value: string;
            text: string;
          }[];
        }[];
      }[];
    };
    Timeline: {
      items: {
        version: number;
        index: number;
        type: string;
        text: string;
        /** Format: date-time */
        occurredAt: string;
        /** Format: date-time */
        recordedAt: string;
        actor: {
          person: string | null;
          role: string;
          body: number | null;
        };
        name: string | null;
        onBehalfOf: (number | string) | null;
        command: string | null;
      }[];
    };
    Versions: {
      items: {
        version: number;
        changed: {
          [key: string]: unknown;
        };
      }[];
    };
    Deadlines: {
      items: {
        timer: string;
        step: string;
        subject: string;
        /** Format: date-time */
        due: string;
        lastDay: string | null;
        zone: string;
        whose: string;
        clause: string;
        text: string;
      }[];
    };
    Events: {
      items: {
        [key: string]: unknown;
      }[];
    };
    RulesetMove: {
      /** Format: uuid */
      agreement: string;
      version: number;
      /** @enum {string} */
      from: 'annex-st-2020' | 'brochure-2021';
      /** @enum {string} */
      to: 'annex-st-2020' | 'brochure-2021';
      rules: {
        rule: string;
        from: string;
        to: string;
      }[];
      prerequisites: {
        code: string;
        failsNow: boolean;
        failsThen: boolean;
      }[];
      clauses: string[];
      reopens: boolean;
      refusal: {
        code: string;
        clause: string;
        title: string;
        help: string;
      } | null;
      sentences: string[];
    };
    WhatIf: {
      /** Format: uuid */
      agreement: string;
      version: number;
      /** @enum {string} */
      scenario: 'NOBODY_ACTS' | 'REVIEW_NOT_FILED' | 'LEAD_LOSES_P';
      text: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      until: string;
      /** @enum {string} */
      ended: 'UNTIL' | 'NOTHING_LEFT' | 'LIMIT';
      endedText: string;
      moments: {
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        kind: 'DEADLINE' | 'COMMAND' | 'FACT';
        timer: string | null;
        whose: string;
        clause: string | null;
        text: string;
        events: {
          type: string;
          text: string;
        }[];
        refusal: {
          code: string;
          clause: string;
          title: string;
          help: string;
        } | null;
        /** @enum {string} */
        status:
          | 'DRAFT'
          | 'IN_REVIEW_TPM'
          | 'IN_COMMITTEE_DECISION'
          | 'IN_TMB_BALLOT'
          | 'RETURNED'
          | 'APPROVED'
          | 'AGREEMENT_PENDING'
          | 'AGREEMENT_IN_REVIEW'
          | 'ACTIVE'
          | 'ENDING'
          | 'SUSPENDED'
          | 'UNDER_TMB_REVIEW'
          | 'EXPIRED'
          | 'TERMINATED'
          | 'CANCELLED'
          | 'CLOSED'
          | 'LAPSED'
          | 'REJECTED'
          | 'WITHDRAWN';
        statusText: string;
        /** @enum {string} */
        phase:
          | 'PROPOSAL'
          | 'PARTNER_SELECTION'
          | 'APPROVAL'
          | 'NEGOTIATION'
          | 'EXECUTION'
          | 'EVALUATION'
          | 'CLOSED';
        again: number;
        /** Format: date-time */
        lastAt: string;
      }[];
      /** @enum {string} */
      status:
        | 'DRAFT'
        | 'IN_REVIEW_TPM'
        | 'IN_COMMITTEE_DECISION'
        | 'IN_TMB_BALLOT'
        | 'RETURNED'
        | 'APPROVED'
        | 'AGREEMENT_PENDING'
        | 'AGREEMENT_IN_REVIEW'
        | 'ACTIVE'
        | 'ENDING'
        | 'SUSPENDED'
        | 'UNDER_TMB_REVIEW'
        | 'EXPIRED'
        | 'TERMINATED'
        | 'CANCELLED'
        | 'CLOSED'
        | 'LAPSED'
        | 'REJECTED'
        | 'WITHDRAWN';
      statusText: string;
      /** @enum {string} */
      phase:
        | 'PROPOSAL'
        | 'PARTNER_SELECTION'
        | 'APPROVAL'
        | 'NEGOTIATION'
        | 'EXECUTION'
        | 'EVALUATION'
        | 'CLOSED';
      phaseText: string;
    };
    Suggestions: {
      member: number;
      suggested: boolean;
    };
    Matching: {
      /** Format: date */
      on: string;
      twinned: number;
      acronym: string;
      /** @enum {string} */
      type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
      typeText: string;
      committee: number;
      weights: {
        experience: number;
        interest: number;
        language: number;
        region: number;
        load: number;
        history: number;
      };
      candidates: number;
      items: {
        rank: number;
        member: number;
        acronym: string;
        country: string | null;
        score: number;
        components: {
          /** @enum {string} */
          component: 'experience' | 'interest' | 'language' | 'region' | 'load' | 'history';
          weight: number;
          value: number | null;
          points: number;
          of: number;
          reason: string;
          facts: {
            [key: string]: unknown;
          };
          text: string;
        }[];
      }[];
      regions: {
        region: string | null;
        count: number;
        share: number;
      }[];
      excluded: {
        code: string;
        count: number;
        title: string;
      }[];
      taken: {
        code: string;
        bodies: string | null;
        until: string | null;
        title: string;
        help: string;
      } | null;
      unwilling: number;
      notices: string[];
    };
    Member: {
      [key: string]: unknown;
    };
    Committee: {
      [key: string]: unknown;
    };
    Membership: {
      member: number;
      committee: number;
      /** Format: date */
      on: string;
      status: ('P' | 'O') | null;
      history: {
        /** Format: date */
        from: string;
        to: string | null;
        /** @enum {string} */
        status: 'P' | 'O';
      }[];
    };
    RegistryImport: {
      committees: number;
      members: number;
      memberships: number;
      changes: {
        oToP: number;
        pToO: number;
        joinedP: number;
        joinedO: number;
        leftP: number;
        leftO: number;
        secretariatMoved: number;
        committeesCreated: number;
        committeesDissolved: number;
      };
      /** Format: date */
      date: string;
      dryRun: boolean;
      skipped: {
        line: number;
        field: string | null;
        reason: string;
        value: string | null;
        id: number | null;
        text: string;
      }[];
      skippedCount: number;
      leftOut: number;
      attribution: string;
    };
    MemberImport: {
      members: number;
      changed: number;
      /** Format: date */
      date: string;
      dryRun: boolean;
      justified: boolean;
      warnings: {
        line: number;
        member: number;
        code: string;
        value: string | null;
      }[];
      warningsCount: number;
      skipped: {
        line: number;
        field: string | null;
        reason: string;
        value: string | null;
        id: number | null;
        text: string;
      }[];
      skippedCount: number;
    };
    Participation: {
      member: number;
      committee: number;
      version: number;
      status: ('P' | 'O') | null;
      since: string | null;
      inRegistry: ('P' | 'O') | null;
      barredUntil: string | null;
      inactivity: {
        /** @enum {string} */
        verdict: 'OK' | 'WARN' | 'NOTIFY';
        findings: {
          rule: string;
          verdict: string;
          due: number;
          missed: number;
        }[];
      };
      cases: {
        [key: string]: unknown;
      }[];
      ballots: {
        [key: string]: unknown;
      }[];
      meetings: {
        [key: string]: unknown;
      }[];
      experts: string[];
      deadlines: {
        [key: string]: unknown;
      }[];
      timeline: {
        index: number;
        version: number;
        type: string;
        /** Format: date-time */
        at: string;
        /** Format: date-time */
        recordedAt: string;
        text: string;
      }[];
      withheld: ('experts' | 'cases' | 'deadlines' | 'timeline')[];
    };
    ParticipationAccepted: {
      /** Format: uuid */
      command: string;
      member: number;
      committee: number;
      /** @constant */
      status: 'ACCEPTED';
      version: number;
      /** Format: date-time */
      decidedAt: string;
      events: {
        index: number;
        type: string;
      }[];
      receipts: string[];
      /** @description The receipts themselves, one for each entry */
      proofs?: components['schemas']['Receipt'][];
      /** @description Why this answer brings no receipt: the decision stands all the same */
      unproven?: {
        /** @enum {string} */
        code: 'NOT_SIGNED' | 'NOT_READY' | 'NOTHING_RECORDED';
        text: string;
      };
    };
    Health: {
      status: string;
      record?: string;
      conductor?: string;
      reasons?: {
        reason: string;
        count: number;
        text: string;
      }[];
    };
  };
  responses: {
    /** @description Carried out; the events stand in the record. */
    Accepted: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Accepted'];
      };
    };
    /** @description Stored; it will be carried out when the conductor is back. */
    Stored: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Stored'];
      };
    };
    /** @description Malformed, or fields that are wrong (INVALID_INPUT). */
    Malformed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No valid token, or a fresh proof of the person is needed (STEP_UP_REQUIRED). */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not this role or not this body (FORBIDDEN_ROLE, PROXY_FORBIDDEN). */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Nothing that the caller may see. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not in this status (WRONG_STATUS), or a claim is taken (SLOT_TAKEN). */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Changed since it was read (VERSION_CONFLICT, TEXT_CHANGED). */
    Changed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not JSON. */
    Unsupported: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Larger than 64 KiB. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A rule of the agreement refuses it, or COMMAND_ID_REUSED. */
    Refused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Idempotency-Key or If-Match is missing. */
    Required: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many requests, refusals or bad tokens; Retry-After says for how long. */
    TooMany: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The record is away; nothing was stored. */
    Away: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description The command id: new for each command, the same to repeat one. */
    IdempotencyKey: string;
    /** @description ETag of the agreement as it was read, e.g. "12". */
    IfMatch: string;
    /** @description en or fr */
    AcceptLanguage: string;
    /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
    OccurredOn: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getTilesCheckpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getLive: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getReady: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getTile: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listAgreements: {
    parameters: {
      query?: {
        status?: string;
        phase?: string;
        type?: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
        committee?: number;
        member?: number;
        q?: string;
        limit?: number;
        cursor?: string;
        asOf?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgreementPage'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  startDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "side": "LEAD",
         *       "type": "P_MEMBER",
         *       "committee": 47878
         *     }
         */
        'application/json': {
          /** @enum {string} */
          side: 'LEAD' | 'TWINNED';
          /** @enum {string} */
          type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
          committee?: number | null;
          workingGroup?: string | null;
          /** @enum {string} */
          ruleset?: 'annex-st-2020' | 'brochure-2021';
        };
      };
    };
    responses: {
      /** @description Opened; the events stand in the record. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  openCatchUp: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Opened; the events stand in the record. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getAgreement: {
    parameters: {
      query?: {
        version?: number;
        asOf?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agreement'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  acceptClause: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clause: string;
          hash: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  acceptDocuments: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  acceptNomination: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  acceptTerms: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          documentHash: string;
          planHash: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  acknowledgeEscalation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          escalation: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  admitAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          appeal: string;
          admitted: boolean;
          reference?: string;
          reasons?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  amendAgreement: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** Format: date */
          end?: string;
          /** @enum {string} */
          language?: 'en' | 'fr';
          clauses?: {
            clause: string;
            text: string;
          }[];
          objectives?: {
            items: {
              id: string;
              text: string;
              indicator: string;
              baseline: string;
              target: string;
              /** Format: date */
              dueOn: string;
            }[];
          };
          responsibilities?: {
            lead: string[];
            twinned: string[];
          };
          training?: {
            items: {
              topic: string;
              provider: string;
              /** Format: date */
              date: string;
              /** @enum {string} */
              mode: 'ON_SITE' | 'REMOTE' | 'BLENDED';
              attendees: string;
            }[];
          };
          meetings?: {
            cadenceMonths: number;
            dates: string[];
          };
          finance?: {
            /** @enum {string} */
            variant: 'NONE' | 'LEAD_FUNDED' | 'THIRD_PARTY_FUNDED';
            amountMinor?: number;
            currency?: string;
            text?: string;
          };
          /** @enum {string} */
          type?: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
          lead?: number;
          twinned?: number;
          committee?: number;
          workingGroup?: string;
          /** Format: date */
          start?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  answerPartnerSearch: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          candidates: {
            member: number;
            reasons: string;
          }[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  approveByTpm: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "remarks": "A good match."
         *     }
         */
        'application/json': {
          remarks?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listAttachments: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attachments'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  fileAttachment: {
    parameters: {
      query: {
        purpose: 'CV' | 'STATEMENT' | 'AUTHORITY' | 'MINUTES' | 'EVIDENCE' | 'OTHER';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Found. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attachment'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /** @description The file is not taken. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
        hash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  attestSuccession: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  bringToTmb: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text?: string;
          cause?: string;
          escalation?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getDeadlineFile: {
    parameters: {
      query: {
        key: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCaseFile: {
    parameters: {
      query?: {
        withhold?: string;
        since?: string;
        documents?: 'all' | 'none';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  castTmbVote: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          body?: number;
          /** @enum {string} */
          choice: 'APPROVE' | 'DISAPPROVE' | 'ABSTAIN';
          comment?: string;
          reference?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getClauseDifference: {
    parameters: {
      query: {
        from: string;
        to?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
        clause: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClauseDifference'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getClauseHistory: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
        clause: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClauseHistory'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getSentenceOrigin: {
    parameters: {
      query: {
        sentence: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
        clause: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SentenceOrigin'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  closeCatchUp: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  closeEvidence: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  closeTmbBallotEarly: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  closeWithoutReport: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  commentClause: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clause: string;
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  completeCorrectiveAction: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          action: string;
          text?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  completeTpmSection: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          year: number;
          /** @example As agreed with our partner. */
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  concludeAnnualReview: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          year: number;
          /** @enum {string} */
          outcome: 'SATISFACTORY' | 'SATISFACTORY_WITH_ACTIONS' | 'UNSATISFACTORY';
          comment?: string;
          actions?: {
            /** @enum {string} */
            side: 'LEAD' | 'TWINNED' | 'BOTH';
            text: string;
            /** Format: date */
            dueOn: string;
          }[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  confirmEffective: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation?: string;
          /** Format: date */
          since: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  confirmGdRolesRemoved: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  confirmImpossibility: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          fact: 'COMMITTEE_DISSOLVED' | 'WG_DISBANDED' | 'MEMBERSHIP_ENDED' | 'NO_SUCCESSOR';
          reference: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  confirmNominee: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          side: 'LEAD' | 'TWINNED';
          person: string;
          confirmed: boolean;
          reference?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  confirmPartner: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  confirmPause: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          confirmed: boolean;
          reason?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  consentToRequest: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *     }
         */
        'application/json': {
          hash: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  correctRecord: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          of: string;
          reason: string;
          /** Format: date */
          on?: string;
          struck?: boolean;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  counterTerms: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          answersTo?: string;
          changes: {
            clause: string;
            ofHash: string | null;
            /** @enum {string} */
            language: 'en' | 'fr';
            /** @description The value of the clause: {text} or its structure. */
            value: Record<string, never>;
          }[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getDeadlines: {
    parameters: {
      query?: {
        version?: number;
        asOf?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deadlines'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  decideAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          appeal: string;
          /** @enum {string} */
          outcome: 'UPHELD' | 'DISMISSED' | 'REMITTED';
          reference?: string;
          reasons?: string;
          order?: {
            /** @enum {string} */
            action:
              | 'CONTINUE'
              | 'CONTINUE_WITH_ACTIONS'
              | 'CONTINUE_WITH_WAIVER'
              | 'SUSPEND'
              | 'CANCEL';
            /** Format: date */
            until?: string;
            rule?: string;
            actions?: {
              /** @enum {string} */
              side: 'LEAD' | 'TWINNED' | 'BOTH';
              text: string;
              /** Format: date */
              dueOn: string;
            }[];
            comment?: string;
          };
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  decideEscalation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          action:
            | 'CONTINUE'
            | 'CONTINUE_WITH_ACTIONS'
            | 'CONTINUE_WITH_WAIVER'
            | 'SUSPEND'
            | 'CANCEL';
          /** Format: date */
          until?: string;
          rule?: string;
          actions?: {
            /** @enum {string} */
            side: 'LEAD' | 'TWINNED' | 'BOTH';
            text: string;
            /** Format: date */
            dueOn: string;
          }[];
          comment?: string;
          reference?: string;
          /** Format: date */
          decidedOn: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  decideOwnStatus: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation: string;
          /** @enum {string} */
          decision: 'DECLARE_P' | 'NOT_NOW';
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  declineInvitation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Our mirror committee has no capacity this year."
         *     }
         */
        'application/json': {
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  declineJointAct: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          kind: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  declineNomination: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  designateSignatory: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
          authority?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getDifference: {
    parameters: {
      query: {
        from: string;
        to?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Difference'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getDistribution: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Distribution'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  editRequest: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "goals": "Two experts of our own take part in the working groups.",
         *       "outcome": "Participating member within two years.",
         *       "plannedStart": "2027-06-01",
         *       "plannedMonths": 36
         *     }
         */
        'application/json': {
          need?: string | null;
          competence?: string | null;
          goals?: string | null;
          outcome?: string | null;
          plannedStart?: string | null;
          plannedMonths?: number | null;
          leadContact?: string | null;
          twinnedContact?: string | null;
          declaredIntent?: boolean;
          justifications?: {
            check: string;
            text: string;
          }[];
          nominees?: {
            /** @enum {string} */
            side: 'LEAD' | 'TWINNED';
            person: string;
            cv: string | null;
            delegate: boolean;
            categoryC: boolean;
          }[];
          /** @enum {string} */
          type?: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
          committee?: number | null;
          workingGroup?: string | null;
          /** @enum {string} */
          initiatorSide?: 'LEAD' | 'TWINNED';
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getEvents: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Events'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  fileClosureReport: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example As agreed with our partner. */
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  giveNoticeOfWithdrawal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  giveRelinquishNotice: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  grantDeadlineException: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          newDue: string;
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  handOverEscalation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          escalation: string;
          /** @enum {string} */
          to: 'TPM' | 'TMB_SEC' | 'COMMITTEE_MANAGER' | 'ISO_CS';
          /** @enum {string} */
          level?: 'L1' | 'L2' | 'L3';
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  invitePartner: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "member": 1725,
         *       "replyBy": "2027-03-01"
         *     }
         */
        'application/json': {
          member: number;
          /** Format: date */
          replyBy?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  leaveDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          why?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  lodgeAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decision?: string;
          inaction?: {
            /** @enum {string} */
            body: 'TPM' | 'COMMITTEE' | 'TMB';
            text: string;
          };
          /** @example As agreed with our partner. */
          grounds?: string;
          documents?: string[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  moveToRuleset: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  openAmendment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  openEvaluation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'O_TO_P' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT' | 'LEADERSHIP' | 'EXIT';
          /** @enum {string} */
          target?: 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
          workingGroup?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  openTmbBallot: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entitled?: number[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  overrideRenewal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listPapers: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Papers'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getPaper: {
    parameters: {
      query?: {
        language?: 'en' | 'fr' | 'both';
        version?: number;
        year?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
        kind: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  proposeTerms: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          changes: {
            clause: string;
            ofHash: string | null;
            /** @enum {string} */
            language: 'en' | 'fr';
            /** @description The value of the clause: {text} or its structure. */
            value: Record<string, never>;
          }[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  provideEvidence: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation: string;
          item: string;
          value: number;
          reference?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  raiseProblem: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** @enum {string} */
          to?: 'TPM' | 'TMB_SEC';
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordActivity: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          on: string;
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordBodyDecision: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation: string;
          approved: boolean;
          resolution?: string;
          yes?: number;
          no?: number;
          /** Format: date */
          decidedOn: string;
          /** Format: date */
          effectiveOn?: string;
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordCommitteeDecision: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          resolution?: string;
          /** @enum {string} */
          source: 'CIB' | 'MEETING';
          yes?: number;
          no?: number;
          /** @enum {string} */
          approved: 'YES' | 'NO';
          /** Format: date */
          decidedOn: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordConciliation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          appeal: string;
          /** @enum {string} */
          step: 'HEARD' | 'REPORTED';
          /** Format: date */
          on: string;
          recommendation?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordFollowUp: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example As agreed with our partner. */
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordMeeting: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          on: string;
          /** @enum {string} */
          mode: 'IN_PERSON' | 'REMOTE';
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordMilestone: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          item: string;
          /** Format: date */
          on: string;
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordPMemberFeedback: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          year: number;
          survey: {
            score: number;
            answers: number;
            reference: string;
          } | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordPrerequisiteFact: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule:
            | 'NOT_P_MEMBER_LEAD'
            | 'NOT_P_MEMBER_TWINNED'
            | 'NOT_IN_COMMITTEE_TWINNED'
            | 'LEAD_NOT_CONVENOR'
            | 'LEAD_NOT_CHAIR'
            | 'LEAD_NOT_SECRETARIAT'
            | 'COMMITTEE_NOT_ACTIVE'
            | 'WG_DISBANDED'
            | 'MEMBER_NOT_ACTIVE'
            | 'NOT_FULL_MEMBER'
            | 'NEW_RIGHTS_ONLY_P';
          /** @enum {string} */
          side: 'LEAD' | 'TWINNED';
          broken: boolean;
          /** Format: date */
          since: string;
          reference?: string | null;
          holder?: number | null;
          regained?: {
            /** Format: date */
            since: string;
            reference: string;
          } | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordReappointment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          side: 'LEAD' | 'TWINNED';
          termEnd: string | null;
          reference?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordRoleTransfer: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          body: 'PARENT_COMMITTEE' | 'TMB' | 'ISO_CS';
          reference?: string | null;
          /** Format: date */
          decidedOn: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordSelfAssessment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "part": "NEED",
         *       "answers": [
         *         {
         *           "question": "What can you not do today?",
         *           "answer": "Comment on drafts in time."
         *         }
         *       ]
         *     }
         */
        'application/json': {
          /** @enum {string} */
          part: 'NEED' | 'RESOURCES';
          answers: {
            question: string;
            answer: string;
          }[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordSuccession: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          body?: {
            old: number;
            new: number;
          };
          committee?: {
            old: number;
            new: number;
          };
          workingGroup?: {
            old: string;
            new: string;
          };
          reference?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordTmbDecision: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          basis: 'BALLOT' | 'MEETING';
          /** @enum {string} */
          approved: 'YES' | 'NO';
          reference?: string;
          /** Format: date */
          decidedOn: string;
          reasons?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordTpmAssessment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example As agreed with our partner. */
          text: string;
          statistics?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  recordTraining: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          on: string;
          text: string;
          people: number;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  referAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          appeal: string;
          comments?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  registerInGD: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "language": "en"
         *     }
         */
        'application/json': {
          /** Format: date */
          registeredOn?: string;
          /** @enum {string} */
          language?: 'en' | 'fr';
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  rejectByTpm: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reasons": "The lead takes no part in the committee’s work."
         *     }
         */
        'application/json': {
          reasons?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  rejectClause: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clause: string;
          hash: string;
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  reopenTerms: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          parts: ('AGREEMENT' | 'PLAN')[];
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  replaceNominee: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
          cv?: string | null;
          statement?: string | null;
          delegate: boolean;
          categoryC: boolean;
          termEnd?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  reportVacancy: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          side: 'LEAD' | 'TWINNED';
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  requestImprovement: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          points: string[];
          parts: ('AGREEMENT' | 'PLAN')[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  requestPartnerSearch: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mode": "SEARCH",
         *       "criteria": "A French-speaking lead in food products."
         *     }
         */
        'application/json': {
          /** @enum {string} */
          mode: 'SEARCH' | 'CONTACT';
          criteria: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  resolveEscalation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          escalation: string;
          outcome: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  resume: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  retractJointAct: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          kind: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  retractNotice: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  returnForCompletion: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "INCOMPLETE",
         *       "points": [
         *         "Say what resources the lead gives."
         *       ]
         *     }
         */
        'application/json': {
          /** @enum {string} */
          reason: 'INCOMPLETE' | 'NEEDS_CHANGE' | 'NOMINEE_REFUSED';
          points: string[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  revisePlan: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          milestones?: {
            items: {
              id: string;
              title: string;
              /** Format: date */
              dueOn: string;
            }[];
          };
          workPackages?: {
            items: {
              id: string;
              title: string;
              /** @enum {string} */
              owner: 'LEAD' | 'TWINNED';
              month: number;
              deliverable: string;
              indicator: string;
            }[];
          };
          tasks?: {
            items: {
              id: string;
              task: string;
              percentByYear: number[];
            }[];
          };
          meetingDates?: string[];
          /** @enum {string} */
          language?: 'en' | 'fr';
          translation?: {
            milestones?: {
              items: {
                id: string;
                title: string;
                /** Format: date */
                dueOn: string;
              }[];
            };
            workPackages?: {
              items: {
                id: string;
                title: string;
                /** @enum {string} */
                owner: 'LEAD' | 'TWINNED';
                month: number;
                deliverable: string;
                indicator: string;
              }[];
            };
            tasks?: {
              items: {
                id: string;
                task: string;
                percentByYear: number[];
              }[];
            };
          };
          withoutTranslation?: boolean;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  rulesetMove: {
    parameters: {
      query: {
        to: 'annex-st-2020' | 'brochure-2021';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RulesetMove'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  signAgreement: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          documentHash: string;
          originalNo: number;
          key?: string;
          signature?: string;
          passkey?: {
            credential: string;
            publicKey: string;
            authenticatorData: string;
            clientData: string;
            signature: string;
          };
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  signAmendment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          hash: string;
          key?: string;
          signature?: string;
          passkey?: {
            credential: string;
            publicKey: string;
            authenticatorData: string;
            clientData: string;
            signature: string;
          };
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  submitAnnualAssessment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          year: number;
          rating: number;
          /** @example As agreed with our partner. */
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  submitRequest: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  submitSignedAgreement: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  submitToBody: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation: string;
          /** @enum {string} */
          body: 'OWN' | 'COMMITTEE' | 'TC' | 'TMB' | 'ISO_CS';
          contested?: boolean;
          papers: {
            title: string;
            hash: string;
          }[];
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  suspend: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          until: string;
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  terminateByMutualConsent: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getTermsDifference: {
    parameters: {
      query: {
        from: number;
        to?: number;
        document?: 'AGREEMENT' | 'PLAN';
        language?: 'en' | 'fr';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TermsDifference'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listStarters: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Starters'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getTimeline: {
    parameters: {
      query?: {
        version?: number;
        asOf?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  translateClause: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clause: string;
          ofHash: string;
          /** @enum {string} */
          language: 'en' | 'fr';
          /** @description The value of the clause: {text} or its structure. */
          value: Record<string, never>;
          replaces?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  updateTaskShare: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          item: string;
          share: number;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getVersions: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Versions'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  waiveTranslation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          language: 'en' | 'fr';
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  whatIf: {
    parameters: {
      query?: {
        scenario?: 'NOBODY_ACTS' | 'REVIEW_NOT_FILED' | 'LEAD_LOSES_P';
        on?: string;
        until?: string;
        steps?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhatIf'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdraw: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': {
          why?: string | null;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawAmendment: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          appeal: string;
          why?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawEvaluation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluation: string;
          why?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawInvitation: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          member: number;
          why?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawProblem: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          escalation: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawProposal: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          proposal: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawSignature: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          why?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  withdrawTmbVote: {
    parameters: {
      query?: never;
      header: {
        /** @description ETag of the agreement as it was read, e.g. "12". */
        'If-Match': components['parameters']['IfMatch'];
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description When it happened, while an agreement with a past is entered (catch-up mode). */
        'Twinning-Occurred-On'?: components['parameters']['OccurredOn'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          body?: number;
          reference?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Accepted'];
      202: components['responses']['Stored'];
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Changed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listAppealable: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appealable'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getAppealable: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        agreement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agreement'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listAccesses: {
    parameters: {
      query?: {
        agreement?: string;
        from?: number;
        before?: number;
        order?: 'oldest' | 'newest';
        limit?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accesses'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listRefusals: {
    parameters: {
      query?: {
        from?: number;
        before?: number;
        order?: 'oldest' | 'newest';
        limit?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusals'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getStaff: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        body: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Staff'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleAcceptInvitation: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleChangeRoles: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
          grants: {
            /** @enum {string} */
            role:
              | 'NSB_REP'
              | 'MBUA'
              | 'TMB_MEMBER'
              | 'TPM'
              | 'COMMITTEE_MANAGER'
              | 'TMB_SEC'
              | 'ISO_CS'
              | 'AUDITOR';
            committees?: number[];
          }[];
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleDelegate: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from?: string;
          to: string;
          /** @enum {string} */
          role:
            | 'NSB_REP'
            | 'MBUA'
            | 'TMB_MEMBER'
            | 'TPM'
            | 'COMMITTEE_MANAGER'
            | 'TMB_SEC'
            | 'ISO_CS'
            | 'AUDITOR';
          commands?: string[];
          /** Format: date */
          start: string;
          /** Format: date */
          end: string;
          /** @enum {string} */
          reason: 'DELEGATION' | 'ABSENCE';
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleEndDelegation: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          delegation: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleEndPerson: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleHandOver: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  peopleInvitePerson: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        /** @description ISO member id, or 0 for the desks of ISO */
        body: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
          grants: {
            /** @enum {string} */
            role:
              | 'NSB_REP'
              | 'MBUA'
              | 'TMB_MEMBER'
              | 'TPM'
              | 'COMMITTEE_MANAGER'
              | 'TMB_SEC'
              | 'ISO_CS'
              | 'AUDITOR';
            committees?: number[];
          }[];
          name?: string;
          email?: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCalendar: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCommand: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCommandReceipt: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandReceipt'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listBallots: {
    parameters: {
      query?: {
        limit?: number;
        from?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ballots'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCliff: {
    parameters: {
      query?: {
        limit?: number;
        from?: number;
        months?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cliff'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  sendReminders: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: {
            /** Format: uuid */
            agreement: string;
            id: string;
          }[];
          dryRun: boolean;
        };
      };
    };
    responses: {
      /** @description What became of each task. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Reminders'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      428: components['responses']['Required'];
    };
  };
  listReviews: {
    parameters: {
      query?: {
        limit?: number;
        from?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Reviews'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getProgrammeDifference: {
    parameters: {
      query: {
        from: string;
        to?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgrammeDifference'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listEscalations: {
    parameters: {
      query?: {
        limit?: number;
        from?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Escalations'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getMailSettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        secret: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailSettings'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  changeMailSettings: {
    parameters: {
      query?: {
        rhythm?: 'instant' | 'daily' | 'weekly';
        news?: 'true' | 'false';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        secret: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailSettings'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  unsubscribeFromNews: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        secret: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailSettings'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  rankPartners: {
    parameters: {
      query: {
        twinned: number;
        committee: number;
        type: 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
        workingGroup?: string;
        on?: string;
        limit?: number;
        weights?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Matching'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  openCalendar: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarAddress'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  revokeCalendar: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listSessions: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sessions'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  endOtherSessions: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionsEnded'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        session: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getSuggestions: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Suggestions'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  acceptSuggestions: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Suggestions'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  declineSuggestions: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Suggestions'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  checkPaper: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaperCheck'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /** @description The file is not taken. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getParticipation: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Participation'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationAnswerReminder: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule: 'PM-8(a)' | 'PM-8(b)' | 'PM-10';
          /** @example As agreed with our partner. */
          text: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationConfirmDowngrade: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule: 'PM-8(a)' | 'PM-8(b)' | 'PM-10';
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationConfirmReinstatement: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          since: string;
          reference: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationDeclareInactivity: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reasons: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationDeclareStatus: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          status: 'P' | 'O';
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationNotifySecretaryGeneral: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule: 'PM-8(a)' | 'PM-8(b)' | 'PM-10';
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationOpenParticipation: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRecordBallotFact: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ballot: string;
          /** @enum {string} */
          kind: 'CIB' | 'NP' | 'CD' | 'DIS' | 'FDIS' | 'SR';
          /** Format: date */
          closesOn: string;
          guide: boolean;
          reference: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRecordExpertFact: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          expert: string;
          active: boolean;
          reference: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRecordMeetingFact: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          meeting: string;
          /** Format: date */
          on: string;
          contributed: boolean;
          reference: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRecordRegistryStatus: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          status: ('P' | 'O') | null;
          /** Format: date */
          since: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRecordReminderResponse: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule: 'PM-8(a)' | 'PM-8(b)' | 'PM-10';
          satisfactory: boolean;
          reasons: string;
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRecordVoteFact: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ballot: string;
          /** @enum {string} */
          choice: 'YES' | 'NO' | 'ABSTAIN';
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationRequestReinstatement: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  participationSendStatusReminder: {
    parameters: {
      query?: never;
      header: {
        /** @description The command id: new for each command, the same to repeat one. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        member: number;
        committee: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule: 'PM-8(a)' | 'PM-8(b)' | 'PM-10';
        };
      };
    };
    responses: {
      /** @description Carried out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParticipationAccepted'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['Unsupported'];
      422: components['responses']['Refused'];
      428: components['responses']['Required'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getProgramme: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Programme'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getProgrammeTables: {
    parameters: {
      query?: {
        language?: 'en' | 'fr';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCheckpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getConsistency: {
    parameters: {
      query: {
        first: number;
        second: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Consistency'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getRecordKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getKeyChanges: {
    parameters: {
      query?: {
        size?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Items'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getReceipt: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        index: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  searchCommittees: {
    parameters: {
      query?: {
        q?: string;
        limit?: number;
        from?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Found'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCommittee: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Committee'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCommitteeHistory: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommitteeHistory'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getCommitteeMembers: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Items'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  importCommittees: {
    parameters: {
      query?: {
        /** @description The day of the data, when they carry none */
        asOf?: string;
        /** @description Take the good rows although there are bad ones */
        skipBad?: 'true' | 'false';
        /** @description Only say what would change */
        dryRun?: 'true' | 'false';
        /** @description Many committees that a file of all does not name have really ended */
        dissolve?: 'true' | 'false';
        /** @description Whether committees that the file does not name have ended (WHOLE), or stay as they are */
        coverage?: 'WHOLE' | 'SOME_COMMITTEES';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-ndjson': string;
        'text/csv': string;
      };
    };
    responses: {
      /** @description What the import did, or would do. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegistryImport'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description Larger than 32 MiB, unpacked (SNAPSHOT_TOO_LARGE). */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Neither lines of JSON nor CSV. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not taken (IMPORT_REFUSED); the details list the bad rows. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['TooMany'];
      /** @description The address is too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      503: components['responses']['Away'];
    };
  };
  importMembers: {
    parameters: {
      query?: {
        /** @description The day on which the file was true; today when absent */
        asOf?: string;
        /** @description Take the good rows although there are bad ones */
        skipBad?: 'true' | 'false';
        /** @description Only say what would change */
        dryRun?: 'true' | 'false';
        /** @description Why members of an unknown category are taken in; kept with each of them */
        justification?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description What the import did, or would do. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberImport'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description Larger than 32 MiB, unpacked (SNAPSHOT_TOO_LARGE). */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not CSV. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not taken (IMPORT_REFUSED); the details list the bad rows. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['TooMany'];
      /** @description The address is too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      503: components['responses']['Away'];
    };
  };
  searchMembers: {
    parameters: {
      query?: {
        q?: string;
        limit?: number;
        from?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Found'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getMember: {
    parameters: {
      query?: {
        on?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getMemberHistory: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberHistory'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getMembership: {
    parameters: {
      query: {
        member: number;
        committee: number;
        on?: string;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Membership'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listIssuers: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issuers'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listPeople: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['People'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listTasks: {
    parameters: {
      query?: {
        limit?: number;
        asOf?: string;
        of?: 'me' | 'others';
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tasks'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  listDone: {
    parameters: {
      query?: {
        limit?: number;
        from?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Done'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  streamUpdates: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': {
            id?: string;
            event?: string;
            data?: string;
            retry?: number;
          };
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
  getWords: {
    parameters: {
      query?: never;
      header?: {
        /** @description en or fr */
        'Accept-Language'?: components['parameters']['AcceptLanguage'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Words'];
        };
      };
      400: components['responses']['Malformed'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Away'];
    };
  };
}
