export * from './example.js';
