/** Events of lifecycle.md B7. */
export interface EvaluationEvents {
  /** The twinned member is P in the committee: by the registry, its own body or ISO/CS. */
  StatusChangeConfirmed: { member: number; source: string; since: string };
}
