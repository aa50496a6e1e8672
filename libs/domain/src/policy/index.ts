export * from './appellants.js';
export * from './document.js';
export * from './reads.js';
export * from './relations.js';
export * from './table.js';
export * from './views.js';
export * from './visibility.js';
export * from './withheld.js';
export { chapterLabels, sectionLabels } from './words.js';
