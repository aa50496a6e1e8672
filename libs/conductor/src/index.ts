export * from './search-attributes.js';
export * from './sender.js';
