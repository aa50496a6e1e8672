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
