export { agreement } from './agreement.js';
export { statusChangeEvaluation } from './evaluation.js';
