/** Levels of nesting that a body may have; commands have at most six. */
export const MAX_DEPTH = 32;

// A file's bytes are one value.
const isNested = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/** Whether a parsed body is nested deeper than `max`. Walks without recursion: depth is what is feared. */
export function isTooDeep(body: unknown, max = MAX_DEPTH): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > max) return true;
    level = level.flatMap((value): unknown[] => (isNested(value) ? Object.values(value) : []));
  }
  return false;
}
