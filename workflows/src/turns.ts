/** Steps of a workflow that are carried out one after the other, in the order in which they came. */
export interface Turns {
  /** Carries the step out when all before it have ended, whether or not they failed; ends as it does. */
  take<T>(step: () => Promise<T>): Promise<T>;
  /** No step is under way or waits for its turn. */
  idle(): boolean;
}

/**
 * Two local activities that run side by side end in separate tasks at first and in one when the history is replayed, and
 * what follows them comes in another order.
 */
export function oneAtATime(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  return {
    take(step) {
      underWay += 1;
      const mine = last.then(step);
      last = mine.catch(() => undefined);
      void last.then(() => {
        underWay -= 1;
      });
      return mine;
    },
    idle: () => underWay === 0,
  };
}
