import type { Instant } from '../../calendar/zurich.js';
import type { Desk } from '../../kernel/vocabulary.js';
import type { Level } from './events.js';

export interface OversightState {
  readonly escalations: readonly Escalation[];
}

export interface Escalation {
  readonly id: string;
  readonly level: Level;
  readonly trigger: string;
  readonly owner: Desk;
  readonly open: boolean;
  /** When the item reached its present level or owner: the clock of T42–T45. */
  readonly since: Instant;
}

export const noOversight: OversightState = { escalations: [] };
