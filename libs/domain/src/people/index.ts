export * from './decide.js';
export * from './definition.js';
export { LONGEST_DELEGATION_DAYS } from './delegation.js';
export * from './events.js';
export { evolveStaff, foldStaff } from './evolve.js';
export * from './seats.js';
export * from './sentences.js';
export * from './standing.js';
export * from './state.js';
