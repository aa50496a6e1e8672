export * from './address.js';
export * from './read.js';
export * from './serve.js';
