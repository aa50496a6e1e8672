export * from './search-attributes.js';
export * from './replay-runs.js';
export * from './sender.js';
export * from './connection.js';
export * from './tls.js';
export * from './deployment.js';
export * from './namespace-owner.js';
