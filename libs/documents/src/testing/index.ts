export * from './example.js';
export * from './bare.js';
