export * from './claims.js';
export * from './development-key.js';
export * from './development-token.js';
export * from './issuer-terms.js';
export * from './people.js';
