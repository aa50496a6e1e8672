import type { Schemas } from '../api.js';
import type { Standing } from './grants.js';

/** What every part of the page stands on. */
export interface PartProps {
  readonly body: number;
  readonly staff: Schemas['Staff'];
  readonly standing: Standing;
  /** A command is sent: what was said of the one before no longer stands. */
  readonly onBegin: () => void;
  /** A command was carried out: the list is read again. */
  readonly onDone: () => void;
}
