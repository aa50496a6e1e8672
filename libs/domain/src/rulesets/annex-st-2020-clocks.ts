import { annexSt2020Readiness } from './annex-st-2020-readiness.js';

/**
 * The clocks and thresholds of an agreement's life under Annex ST and the Directives, 2020 edition: inactivity of
 * P-members, appeals, meetings, the times desks and partners have. Days, business days, weeks and months as the names
 * say; `source` and `design` as in `annex-st-2020.ts`.
 */
export const annexSt2020Clocks = {
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
    missed_dis_fdis_sr_mode: {
      value: 'REMINDER_FIRST',
      source: '1.7.5',
      note: 'STRICT changes the status when the ballot closes, without a reminder (OQ-11)',
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
    early_warning: {
      few_ballots: 10,
      missed_min: 1,
      missed_ratio: 0.1,
      rolling_months: 12,
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
    tc_decision_weeks: {
      value: 12,
      design: true,
    },
    tmb_admission_days: {
      value: 28,
      design: true,
    },
    tmb_decision_days: {
      value: 28,
      design: true,
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
    alert_every_days: 7,
    draft_idle_reminder_days: 60,
    draft_idle_withdraw_days: 180,
    partner_search_days: 30,
    completeness_business_days: 10,
    tpm_p_member_review_business_days: 15,
    tpm_p_member_review_second_reminder_business_days: 5,
    tpm_p_member_review_escalate_business_days: 10,
    tpm_ballot_assessment_business_days: 15,
    tpm_ballot_assessment_escalate_days: 7,
    committee_decision_days: 28,
    committee_decision_tpm_days: 42,
    committee_decision_escalate_days: 56,
    returned_withdraw_days: 60,
    gd_registration_business_days: 10,
    gd_registration_alert_every_business_days: 5,
    agreement_reminder_days: [30, 60, 75, 85],
    tpm_document_check_business_days: 10,
    annual_review_open_days_before: 30,
    annual_review_grace_days: 30,
    annual_review_late_days: 30,
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
    gd_removal_alert_every_days: 1,
    gd_removal_escalate_business_days: 20,
    closure_report_days: 60,
    closure_report_reminder_every_days: 30,
    follow_up_months: 12,
    follow_up_early_months: 1,
  },
  readiness: {
    source: 'design',
    recommend_at: 70,
    block_floor_percent: 40,
    evidence_reminder_days_before: 7,
    office_change_business_days: 10,
    weights: annexSt2020Readiness,
  },
  lifecycle_defaults: {
    design: true,
    invitation_days: 30,
    joint_act_days: 30,
    returns_max: 3,
    ballot_opening_business_days: 5,
    ballot_extension_days: 14,
    ballot_early_close_min_days: 14,
    ballot_quorum_gt: '1/2',
    ballot_majority_gt: '1/2',
    ballot_reminder_days: [14, 21, 26],
    ballot_no_decision_days: 28,
    decision_recording_business_days: 5,
    registration_backdate_business_days: 5,
    registration_cure_days: 60,
    deadline_exception_max_days: 30,
    deadline_exception_reminder_days_before: 7,
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
    tmb_transition_days: 28,
    committee_transition_days: [28, 56],
    p_confirmation_days: [30, 60, 180],
    new_rights_business_days: 15,
    term_check_months: {
      convenor: 6,
      chair: 12,
    },
    closure_waive_days: 180,
    returned_reminder_days: [30, 50],
    end_reminders: ['P12M', 'P6M', 'P3M', 'P30D'],
    holidays: { geneva: true, added: [] as readonly string[], removed: [] as readonly string[] },
  },
} as const;
