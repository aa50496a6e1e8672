/**
 * What each thing shown earns in a readiness review (rules.md 6.3, 6.5), by kind: `points` from the value `full` on. A
 * design of this product; each kind adds up to 100.
 */
export const annexSt2020Readiness = {
  O_TO_P: {
    NMC_SET_UP: { points: 10, full: 1 },
    NMC_STAKEHOLDER_CATEGORIES: { points: 5, full: 3 },
    NMC_MINUTES: { points: 5, full: 2 },
    NMC_PROCEDURE: { points: 5, full: 1 },
    MEETING_ATTENDED: { points: 10, full: 1 },
    COMMENT_SETS: { points: 10, full: 2 },
    CIB_PERCENT: { points: 10, full: 80 },
    STD_PERCENT: { points: 10, full: 100 },
    EXPERT_NAMED: { points: 10, full: 1 },
    EXPERT_ACTIVE: { points: 5, full: 1 },
    DIRECTIVES_TRAINING: { points: 5, full: 1 },
    BALLOTING_TRAINING: { points: 5, full: 1 },
    STAFF_FTE_PERCENT: { points: 5, full: 20 },
    BUDGET_NOTE: { points: 5, full: 1 },
  },
  CONVENOR: {
    WG_MEETINGS_LED: { points: 25, full: 3 },
    COMMENT_RESOLUTION: { points: 15, full: 1 },
    PROJECT_ON_SCHEDULE: { points: 30, full: 1 },
    WG_SURVEY: { points: 30, full: 35 },
  },
  CHAIR: {
    PLENARY_CHAIRED: { points: 25, full: 1 },
    SESSIONS_CHAIRED: { points: 25, full: 2 },
    CONSENSUS_RECORD: { points: 20, full: 1 },
    CHAIR_SURVEY: { points: 30, full: 35 },
  },
  SECRETARIAT: {
    TASKS_UNAIDED_PERCENT: { points: 40, full: 80 },
    AGENDAS_IN_TIME: { points: 10, full: 1 },
    MINUTES_IN_TIME: { points: 10, full: 1 },
    MANAGER_TRAINED: { points: 20, full: 1 },
    BUDGET_SIGNED: { points: 10, full: 1 },
    SERVICE_AGREEMENT: { points: 10, full: 1 },
  },
  LEADERSHIP: {
    REVIEWS_AT_TARGET: { points: 60, full: 2 },
    PERSON_NAMED: { points: 20, full: 1 },
    STAFF_FTE_PERCENT: { points: 10, full: 20 },
    BUDGET_NOTE: { points: 10, full: 1 },
  },
  EXIT: {
    CIB_PERCENT: { points: 30, full: 80 },
    STD_PERCENT: { points: 30, full: 100 },
    NMC_ACTIVE: { points: 40, full: 1 },
  },
} as const;
