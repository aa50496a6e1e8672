import { INVARIANTS, RACES } from './races.js';
import { CLOCKS } from './clocks.js';
import { gapsOfNumbered, type Named } from './numbered/gaps.js';

/** A test that shows a rule: its file from the root of the sources, and its titles from the outermost inwards. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** Where the rules stand in the code and which tests show them, as read from the sources. */
export interface Places {
  readonly commands: Readonly<
    Record<string, { file: string; codes: readonly string[]; proof: Proof | null }>
  >;
  /** By the id of a clock, a race or an invariant. `file` is null when no code names it. */
  readonly rules: Readonly<Record<string, { file: string | null; proofs: readonly Proof[] }>>;
  readonly refusals: Readonly<Record<string, Proof | null>>;
  /** The clauses that the code refuses under; `*` is that of the command. */
  readonly clauses: Readonly<Record<string, readonly string[]>>;
  readonly named: Named;
}

const ids = [...Object.keys(CLOCKS), ...Object.keys(RACES), ...Object.keys(INVARIANTS)];

/** Codes of whoever takes a command in, before the domain decides. */
const BEFORE_DECIDING: Readonly<Record<string, string>> = {
  COMMAND_ID_REUSED: 'lifecycle B',
  VERSION_CONFLICT: 'lifecycle B',
};

/** The clauses of a refusal; none is a gap. */
export const clausesOf = (places: Places, code: string): readonly string[] => {
  const { [code]: early } = BEFORE_DECIDING;
  return early === undefined ? (places.clauses[code] ?? []) : [early];
};

/** What the rule book leaves open, as sentences: rules without code or test, and tests of rules that do not exist. */
export function gapsOf(
  places: Places,
  commands: readonly string[],
  codes: readonly string[],
): readonly string[] {
  return [
    ...commands
      .filter((name) => places.commands[name] === undefined)
      .map((name) => `The command ${name} is not found in the code.`),
    ...commands
      .filter((name) => places.commands[name]?.proof === null)
      .map((name) => `No test names the command ${name}.`),
    ...codes
      .filter((code) => (places.refusals[code] ?? null) === null)
      .map((code) => `No test names the refusal ${code}.`),
    ...codes
      .filter((code) => clausesOf(places, code).length === 0)
      .map((code) => `No clause is named with the refusal ${code}.`),
    ...gapsOfNumbered(places.named),
    ...ids
      .filter((id) => (places.rules[id]?.proofs ?? []).length === 0)
      .map((id) => `No test names ${id}.`),
    ...ids
      .filter((id) => !id.startsWith('F') && (places.rules[id]?.file ?? null) === null)
      .map((id) => `No code names ${id}.`),
    ...Object.entries(places.rules)
      .filter(([id]) => !ids.includes(id))
      .map(([id, { proofs }]) => `There is no ${id}: ${proofs[0]?.file ?? ''} names it.`),
  ];
}
