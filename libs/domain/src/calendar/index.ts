export * from './business-days.js';
export * from './day.js';
export * from './zurich.js';
