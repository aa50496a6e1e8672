import type { RefusalCode } from '../kernel/refusals.js';

/** What a refused person reads: what was wrong, and what to do; `{field}` takes a detail of the refusal. */
export interface RefusalWording {
  readonly title: string;
  readonly help: string;
}

export type RefusalWordings = Readonly<Record<RefusalCode, RefusalWording>>;
/** The wordings of some codes; the languages' tables put them together and are complete by type. */
export type SomeRefusalWordings = Readonly<Partial<RefusalWordings>>;
