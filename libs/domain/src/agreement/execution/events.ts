/** Events of lifecycle.md B4. */
export interface ExecutionEvents {
  ArrangementSuspended: { causes: readonly string[] };
  ArrangementResumed: { causes: readonly string[] };
}
