import swc from '@swc/jest';
import { createHash } from 'node:crypto';

/** A transformer for Jest: compiles as the tests do, with the edits of one bug. The files themselves are never touched. */
export function transformerWith(bug) {
  // Nothing compiled with a bug, or with an earlier form of it, may be found by another run.
  const mark = createHash('sha256')
    .update(JSON.stringify(bug ?? null))
    .digest('hex');
  return {
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
}

/** The source of a file with the edits of a bug; throws when a piece does not stand there exactly once. */
export function planted(bug, path, source) {
  let text = source;
  for (const [file, from, to] of bug?.edits ?? []) {
    if (!path.replaceAll('\\', '/').endsWith(`/${file}`)) continue;
    if (text.split(from).length !== 2) {
      throw new Error(
        `"${bug.name}" no longer fits ${file}: its piece stands there ${String(text.split(from).length - 1)} times.`,
      );
    }
    text = text.replace(from, () => to);
  }
  return text;
}
