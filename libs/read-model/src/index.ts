export * from './migrate.js';
export * from './project.js';
export * from './queries.js';
export type * from './schema.js';
