import { describe } from '@jest/globals';
import { everyStepOf } from './every-step.js';

// Apart from the other two types, so that both halves run at the same time.
describe('whatever anybody does, at whatever time', () => {
  everyStepOf(['CHAIR', 'SECRETARIAT']);
});
