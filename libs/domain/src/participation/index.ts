export * from './bar.js';
export * from './decide.js';
export * from './definition.js';
export * from './events.js';
export * from './evolve.js';
export * from './inactivity.js';
export * from './state.js';
export * from './timers.js';
