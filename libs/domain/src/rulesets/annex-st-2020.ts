/**
 * The numbers of Annex ST and the Directives, 2020 edition. `source` = clause of the ISO/IEC Directives Part 1,
 * Consolidated ISO Supplement 2020 (ST = Annex ST); `design` marks a default of this product. A new edition is a new
 * file with a new id: an agreement keeps the ruleset it was submitted under.
 */
export const annexSt2020 = {
  ruleset_version: 'annex-st-2020',
  note: 'Constants of the ruleset. source = clause of the ISO/IEC Directives Part 1, Consolidated ISO Supplement 2020 (ST = Annex ST); design = true marks a default of this project, not an ISO rule.',
  types: ['P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'],
  routing: {
    P_MEMBER: {
      decider: 'TPM',
      submit_to: 'TPM',
      copy_to: ['COMMITTEE_SECRETARIAT'],
    },
    CONVENOR: {
      decider: 'PARENT_COMMITTEE',
      submit_to: 'PARENT_COMMITTEE_SECRETARIAT',
      copy_to: ['TPM'],
    },
    CHAIR: {
      decider: 'TMB',
      submit_to: 'TMB_SECRETARIAT',
      ballot_days: 28,
    },
    SECRETARIAT: {
      decider: 'TMB',
      submit_to: 'TMB_SECRETARIAT',
      ballot_days: 28,
    },
    source: 'ST.5.2, ST.5.4, ST.5.5',
  },
  duration: {
    max_years: {
      value: 5,
      source: 'ST.5.5, ST.5.7',
    },
    renewable: {
      value: false,
      source: 'ST.5.7',
    },
    agreement_due_months_after_registration: {
      value: 3,
      source: 'ST.5.5',
    },
  },
  suggested_experience: {
    SECRETARIAT: {
      metric: 'secretariats',
      lead_min: 5,
      twinned_max_exclusive: 5,
    },
    CHAIR: {
      metric: 'chairs_or_convenors',
      lead_min: 5,
      twinned_max_exclusive: 5,
    },
    CONVENOR: {
      metric: 'chairs_or_convenors',
      lead_min: 5,
      twinned_max_exclusive: 5,
    },
    P_MEMBER: {
      metric: 'p_memberships',
      lead_min: 100,
      twinned_max_exclusive: 100,
    },
    enforcement: 'warning_with_justification (design)',
    source: 'ST.3',
  },
  limits: {
    twinned_secretariat_per_committee: {
      value: 1,
      source: '1.9.2',
    },
    twinned_chair_per_committee: {
      value: 1,
      source: '1.8.3',
    },
    twinned_convenor_per_wg: {
      value: 1,
      source: '1.12.1',
    },
    p_member_partners_per_lead_per_committee: {
      value: 1,
      source: '1.7',
    },
    p_member_leads_per_twinned_per_committee: {
      value: 1,
      design: true,
    },
    soft_open_as_lead: {
      value: 5,
      design: true,
    },
    soft_open_as_twinned: {
      value: 3,
      design: true,
    },
    open_invitations: {
      value: 5,
      design: true,
    },
    invitation_max_days: {
      value: 60,
      design: true,
    },
    invitation_reminder_days_before: {
      value: 7,
      design: true,
    },
  },
  terms: {
    chair_max_years: {
      value: 6,
      source: '1.8.1',
    },
    chair_cumulative_max_years: {
      value: 9,
      source: '1.8.1',
    },
    chair_elect_max_years_ahead: {
      value: 1,
      source: '1.8.1',
    },
    convenor_term_years: {
      value: 3,
      source: '1.12.1',
      note: 'ends at the next plenary after the term; unlimited reappointment',
    },
    secretariat_reconfirmation_years: {
      value: 5,
      source: '1.9.1',
    },
    secretariat_relinquish_notice_months: {
      value: 12,
      source: '1.9.3, 1.9.4',
    },
  },
  p_member_compliance: {
    cib_missed_ratio_gt: {
      value: 0.2,
      source: '1.7.4',
    },
    cib_missed_min: {
      value: 2,
      source: '1.7.4',
    },
    cib_period: 'calendar_year',
    successive_meetings_without_contribution: {
      value: 2,
      source: '1.7.4',
    },
    meeting_rule_requires_no_experts: {
      value: true,
      source: '1.7.4',
    },
    missed_dis_fdis_sr_triggers_reminder: {
      value: 1,
      source: '1.7.5',
    },
    regain_after_months: {
      value: 12,
      source: '1.7.4, 1.7.5',
      grant: 'mandatory',
    },
    response_window_days_after_reminder: {
      value: 30,
      design: true,
    },
  },
  appeals: {
    window_weeks: {
      value: 12,
      source: '5.1.1',
    },
    sg_referral_weeks: {
      value: 4,
      source: '5.3.3, 5.4',
    },
    conciliation_hearing_weeks: {
      value: 12,
      source: '5.3.4',
    },
    conciliation_report_weeks: {
      value: 12,
      source: '5.3.4',
    },
    council_decision_weeks: {
      value: 12,
      source: '5.4',
    },
  },
  meetings: {
    agenda_weeks_before: {
      value: 16,
      source: '4.2.1.3',
    },
    documents_weeks_before: {
      value: 6,
      source: '4.2.1.3, SK',
    },
    decisions_posted_hours_after: {
      value: 48,
      source: '1.9.2',
    },
    minutes_weeks_after: {
      value: 4,
      source: '1.9.2',
    },
  },
  agreement: {
    originals: {
      value: 2,
      source: 'template instructions',
    },
    lead_sends_copy_to: {
      value: 'TPM',
      source: 'template instructions',
    },
    meeting_cadence_months: {
      value: 3,
      source: 'template instructions (encouraged)',
    },
    review_cadence_months: {
      value: 12,
      source: 'ST.5.6',
    },
  },
  sla_defaults: {
    design: true,
    draft_idle_reminder_days: 60,
    draft_idle_withdraw_days: 180,
    partner_search_days: 30,
    completeness_business_days: 10,
    tpm_p_member_review_business_days: 15,
    tpm_ballot_assessment_business_days: 15,
    committee_decision_days: 28,
    committee_decision_escalate_days: 56,
    returned_withdraw_days: 60,
    gd_registration_business_days: 10,
    agreement_reminder_days: [30, 60, 75, 85],
    tpm_document_check_business_days: 10,
    annual_review_open_days_before: 30,
    annual_review_grace_days: 30,
    tpm_section_business_days: 15,
    tmb_sec_filing_business_days: 15,
    prerequisite_cure_days: 60,
    tmb_escalation_days: 28,
    unilateral_notice_days: 60,
    ending_window_months: {
      default: 12,
      P_MEMBER: 3,
    },
    gd_removal_business_days: 5,
    closure_report_days: 60,
    follow_up_months: 12,
  },
  p_member_entry: {
    value: 'P_AT_REGISTRATION',
    source: 'ST.2',
    note: 'both partners are P-members at submission (twinned: by registration), registration and acceptance, then continuously',
  },
  readiness: {
    source: 'design',
    recommend_at: 70,
    block_floor_percent: 40,
    evidence_reminder_days_before: 7,
    office_change_business_days: 10,
  },
  source_edition: 'ISO-SUPP-2020',
  lifecycle_defaults: {
    design: true,
    invitation_days: 30,
    joint_act_days: 30,
    returns_max: 3,
    ballot_opening_business_days: 5,
    ballot_extension_days: 14,
    ballot_early_close_min_days: 14,
    ballot_quorum_gt: '1/2',
    decision_recording_business_days: 5,
    registration_backdate_business_days: 5,
    registration_cure_days: 60,
    deadline_exception_max_days: 30,
    unanswered_proposal_days: 14,
    meeting_tolerance_days: 15,
    corrective_action_max_days: 90,
    pause_max_days: 180,
    pause_every_days: 365,
    pause_confirmation_business_days: 10,
    nominee_confirmation_days: [28, 56],
    plenary_unknown_months: 6,
    tmb_suspension_max_days: 180,
    amendment_sign_days: 60,
    succession_attest_days: 60,
    impossibility_business_days: 15,
    ack_business_days: 5,
    l2_business_days: 15,
    l3_business_days: 15,
    reminder_task_business_days: 10,
    evidence_days: 30,
    own_decision_days: [30, 90],
    p_confirmation_days: [30, 60, 180],
    new_rights_business_days: 15,
    term_check_months: {
      convenor: 6,
      chair: 12,
    },
    closure_waive_days: 180,
    returned_reminder_days: [30, 50],
    end_reminders: ['P12M', 'P6M', 'P3M', 'P30D'],
    holidays: 'Geneva public holidays, configurable',
  },
} as const;
