export * from './scenarios.js';
export * from './sentences.js';
export * from './simulate.js';
export * from './supposed.js';
export * from './ruleset-move.js';
export * from './ruleset-move-sentences.js';
