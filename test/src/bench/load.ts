/** What a number of callers, each waiting for its answer, got through in a time. */
export interface Load {
  readonly callers: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Lets `callers` call again and again for `seconds`; `call` gets the caller's number. */
export async function load(
  callers: number,
  seconds: number,
  call: (caller: number) => Promise<void>,
): Promise<Load> {
  const durations: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < end) {
        const start = performance.now();
        await call(caller);
        durations.push(performance.now() - start);
      }
    }),
  );
  const passed = (performance.now() - began) / 1_000;
  durations.sort((a, b) => a - b);
  const at = (share: number) => durations[Math.floor((durations.length - 1) * share)] ?? 0;
  return { callers, perSecond: durations.length / passed, p50: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const spread = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;
