export * from './claims.js';
export * from './eligibility.js';
export * from './nominees.js';
export * from './pair.js';
export * from './prerequisites.js';
export * from './renewal.js';
export * from './subject.js';
export * from './working-group.js';
