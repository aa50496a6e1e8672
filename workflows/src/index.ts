export { agreement } from './agreement.js';
export { tmbBallot } from './ballot.js';
export { statusChangeEvaluation } from './evaluation.js';
