/** A checkpoint that this browser has seen and verified: the next one must contain it. */
export interface LastCheck {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly at: string;
}

// Not a draft: it outlives the sign-out, because whoever checks wants to notice a record that was changed meanwhile.
const KEPT = 'twinning.checkpoint.';

const isLastCheck = (value: unknown): value is LastCheck =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  Number.isSafeInteger(value.size) &&
  'root' in value &&
  typeof value.root === 'string' &&
  'at' in value &&
  typeof value.at === 'string';

export function lastCheck(origin: string): LastCheck | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEPT + origin) ?? 'null');
    return isLastCheck(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepCheck(check: LastCheck): void {
  try {
    window.localStorage.setItem(KEPT + check.origin, JSON.stringify(check));
  } catch {
    // Then the next check is a first one again.
  }
}
