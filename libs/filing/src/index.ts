export * from './attachments.js';
export * from './content.js';
export * from './feeds.js';
export * from './migrate.js';
export * from './vault.js';
