import base from '../../jest.int.mjs';

/** Each spec has a database of its own, and waits more than it reckons: two at a time. */
export default { ...base, maxWorkers: 2 };
