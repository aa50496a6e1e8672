export { ALL_COMMANDS } from './commands.js';
export { rulesDocument } from './document.js';
export { namedFiles } from './numbered/gaps.js';
export { gapsOf, type Places, type Proof } from './places.js';
export { ruleTexts, type RuleTexts } from './reading.js';
