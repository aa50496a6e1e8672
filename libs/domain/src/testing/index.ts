export * from './people.js';
export * from './story.js';
export { modelAnswer, modelRoles, type Answer } from '../policy/testing.js';
