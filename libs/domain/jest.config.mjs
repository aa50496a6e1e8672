import { availableParallelism } from 'node:os';
import base from '../../jest.base.mjs';

/** The random stories are the longest of all unit tests: on two cores both tell them, once the other packages are done. */
export default { ...base, maxWorkers: Math.max(2, availableParallelism() - 1) };
