// The settings of a reader's transaction (`readingAs`) as policies ask for them. A sub-select without outer columns is
// evaluated once per query; a bare call, and a cast outside, once per row.
const setting = (name: string): string => `nullif(current_setting('twinning.${name}', true), '')`;

/** A setting as text; NULL where there is none. */
export const given = (name: string): string => `(SELECT ${setting(name)})`;

/** Whether the setting says: all of them. */
export const isAll = (name: string): string => `(SELECT ${setting(name)} = '*')`;

export const number = (name: string): string => `(SELECT ${setting(name)}::integer)`;

// The second cast changes nothing: without it `= ANY ((SELECT …))` would look for the list among the rows.
/** A list of committees; NULL where it is all of them. */
export const listed = (name: string): string =>
  `(SELECT nullif(${setting(name)}, '*')::integer[])::integer[]`;

/** Whether a list of committees has this one. */
export const covers = (name: string, committee = 'committee'): string =>
  `(${isAll(name)} OR ${committee} = ANY (${listed(name)}))`;
