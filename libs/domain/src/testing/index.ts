export * from './people.js';
export * from './story.js';
