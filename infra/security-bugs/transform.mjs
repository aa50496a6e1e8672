// Compiles as the tests do, with the edits of one planted bug: the files themselves are never touched.
import swc from '@swc/jest';
import { BUGS } from './bugs.mjs';
import { planted } from './planted.mjs';

const bug = BUGS.find(({ name }) => name === process.env.TWINNING_SECURITY_BUG);

export default {
  createTransformer(options) {
    const plain = swc.createTransformer(options);
    return {
      canInstrument: false,
      // Nothing compiled with a bug may be found by another run.
      getCacheKey: (source, path, given) =>
        `${plain.getCacheKey(source, path, given)}-${encodeURIComponent(bug?.name ?? 'none')}`,
      process: (source, path, given) => plain.process(planted(bug, path, source), path, given),
      processAsync: (source, path, given) =>
        plain.processAsync(planted(bug, path, source), path, given),
    };
  },
};
