import { annexSt2020Clocks } from './annex-st-2020-clocks.js';

/**
 * The numbers of Annex ST and the Directives, 2020 edition. `source` = clause of the ISO/IEC Directives Part 1,
 * Consolidated ISO Supplement 2020 (ST = Annex ST); `design` marks a default of this product. A new edition is a new
 * file with a new id: an agreement keeps the ruleset it was submitted under.
 */
export const annexSt2020 = {
  ...annexSt2020Clocks,
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
    sc_chair_majority_ge: {
      value: '2/3',
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
  p_member_entry: {
    value: 'P_AT_REGISTRATION',
    source: 'ST.2',
    note: 'both partners are P-members at submission (twinned: by registration), registration and acceptance, then continuously',
  },
  source_edition: 'ISO-SUPP-2020',
} as const;
