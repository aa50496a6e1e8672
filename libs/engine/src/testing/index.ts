export * from './engine-under-test.js';
