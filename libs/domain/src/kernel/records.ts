/** Changes to plain-JSON records and lists without touching the original. */
export const byId = {
  without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
    return Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));
  },
};

/** The list with the items that match replaced by `change(item)`. */
export const changeWhere = <T>(
  items: readonly T[],
  matches: (item: T) => boolean,
  change: (item: T) => T,
): readonly T[] => items.map((item) => (matches(item) ? change(item) : item));
