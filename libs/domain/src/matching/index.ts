export * from './candidate.js';
export * from './components.js';
export * from './rank.js';
export * from './sentences.js';
