export * from './difference/clauses.js';
export * from './difference/text.js';
export * from './difference/units.js';
export * from './history/clause.js';
export * from './history/sentence.js';
export * from './pdf/blocks.js';
export * from './pdf/render.js';
export * from './papers/paper.js';
export {
  PAPER_KINDS,
  type Leaf,
  type PaperKind,
  type PaperLanguage,
  type PaperSource,
  type ToldStep,
} from './papers/source.js';
export * from './calendar/calendar.js';
export * from './calendar/sequence.js';
