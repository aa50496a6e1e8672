const mutantsOf = (files) =>
  Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => ({ file, source, ...mutant })),
  );

/** Mutants by what became of them; the score is of all that a test could have noticed. */
export function scoreOf(files) {
  const mutants = mutantsOf(files);
  const count = (...statuses) => mutants.filter((m) => statuses.includes(m.status)).length;
  const [killed, timedOut] = [count('Killed'), count('Timeout', 'RuntimeError')];
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
  const all = killed + timedOut + survived + uncovered;
  return {
    score: all === 0 ? 100 : (100 * (killed + timedOut)) / all,
    killed,
    timedOut,
    survived,
    uncovered,
    left: count('Ignored', 'CompileError'),
  };
}

/** What no test noticed, as `file:line what became of it: the text that stood there → the text in its place`. */
export const survivorsOf = (files) =>
  mutantsOf(files)
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ file, source, status, location: { start, end }, replacement }) => {
      const lines = source.split('\n').slice(start.line - 1, end.line);
      const last = lines.length - 1;
      lines[last] = lines[last].slice(0, end.column - 1);
      lines[0] = lines[0].slice(start.column - 1);
      const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 120);
      return `${file}:${String(start.line)} ${status}: ${short(lines.join(' '))} → ${short(replacement ?? '')}`;
    });

const PASSED = ['Survived', 'NoCoverage'];

/** Where changes stand that no spec has noticed yet, as `file:line-line`, each place once. */
export const linesOf = (files) => [
  ...new Set(
    mutantsOf(files)
      .filter(({ status }) => PASSED.includes(status))
      .map(
        ({ file, location: { start, end } }) => `${file}:${String(start.line)}-${String(end.line)}`,
      ),
  ),
];

const keyOf = ({ location, mutatorName, replacement }) =>
  JSON.stringify([location.start, location.end, mutatorName, replacement]);

/** The first judgement of each change, and where it let one pass, that of the second. */
export const judgedAgain = (first, second) =>
  Object.fromEntries(
    Object.entries(first).map(([file, { mutants, ...rest }]) => {
      const again = new Map((second[file]?.mutants ?? []).map((m) => [keyOf(m), m]));
      return [
        file,
        {
          ...rest,
          mutants: mutants.map((m) =>
            PASSED.includes(m.status)
              ? { ...m, status: again.get(keyOf(m))?.status ?? m.status }
              : m,
          ),
        },
      ];
    }),
  );
