export * from './desk.js';
export * from './lead-records.js';
export * from './migrate.js';
export * from './participation.js';
export * from './programme.js';
export * from './project.js';
export * from './queries.js';
export * from './reading-as.js';
export type * from './schema.js';
