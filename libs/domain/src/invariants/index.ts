export { broken } from './broken.js';
export { Entropy } from './entropy.js';
export { payloadFor } from './payloads.js';
export { RandomStory, type Plot } from './random-story.js';
export { runs } from './runs.js';
