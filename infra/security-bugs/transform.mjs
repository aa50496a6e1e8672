// Compiles as the tests do, with the edits of one planted bug: the files themselves are never touched.
import swc from '@swc/jest';
import { createHash } from 'node:crypto';
import { BUGS } from './bugs.mjs';
import { planted } from './planted.mjs';

const bug = BUGS.find(({ name }) => name === process.env.TWINNING_SECURITY_BUG);
// Nothing compiled with a bug, or with an earlier form of it, may be found by another run.
const mark = createHash('sha256')
  .update(JSON.stringify(bug ?? null))
  .digest('hex');

export default {
  createTransformer(options) {
    const plain = swc.createTransformer(options);
    return {
      canInstrument: false,
      getCacheKey: (source, path, given) => `${plain.getCacheKey(source, path, given)}-${mark}`,
      process: (source, path, given) => plain.process(planted(bug, path, source), path, given),
      processAsync: (source, path, given) =>
        plain.processAsync(planted(bug, path, source), path, given),
    };
  },
};
