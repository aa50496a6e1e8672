export * from './example.js';
export * from './bare.js';
export * from './life.js';
export * from './pages.js';
