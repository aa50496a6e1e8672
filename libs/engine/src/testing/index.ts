export * from './engine-under-test.js';
export * from './agreement-in-force.js';
export * from './approved-chair.js';
export * from './conductor-in-memory.js';
export * from './papers.js';
export * from './soft-passkey.js';
