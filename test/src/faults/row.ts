import type { Scene, World } from './world.js';

/** A row of the fault table: how it is injected here, or why it cannot be. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** Injects the fault while clients are at work; throws when an extra criterion of the row does not hold. */
  readonly inject?: (scene: Scene) => Promise<void>;
  /** A scenario without clients, on a product that is thrown away afterwards. Answers violations. */
  readonly alone?: (world: World) => Promise<readonly string[]>;
  readonly skipped?: string;
  /** The product is thrown away afterwards. */
  readonly spoils?: boolean;
}

/** Throws when an extra criterion of a row does not hold. */
export function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
