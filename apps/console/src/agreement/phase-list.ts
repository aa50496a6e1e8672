import lists from 'virtual:lists';
import type { Phase } from './phases.js';

/** The phases in their order, as the API's document lists them. */
export const PHASES: readonly Phase[] = lists.phases;
