export * from './check.js';
export * from './contacts.js';
export * from './deliveries.js';
export * from './enqueue.js';
export * from './notices.js';
