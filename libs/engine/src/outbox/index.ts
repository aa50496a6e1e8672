export * from './check.js';
export * from './contact-key.js';
export * from './contacts.js';
export * from './deliveries.js';
export * from './enqueue.js';
export * from './notices.js';
export * from './settings.js';
