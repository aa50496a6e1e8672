/** Where a command writes: sentences for people, one JSON value at the end for programs (`--json`). */
export class Output {
  constructor(
    readonly json: boolean,
    private readonly out: NodeJS.WritableStream = process.stdout,
    private readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stderr,
  ) {}

  say(line: string): void {
    if (!this.json) this.out.write(`${line}\n`);
  }

  /** The result: with `--json` alone on standard output. */
  result(value: unknown, text: () => string): void {
    this.out.write(`${this.json ? JSON.stringify(value) : text()}\n`);
  }

  /** A progress bar on standard error when somebody watches; silent otherwise. */
  progress(label: string): (done: number, total: number) => void {
    let last = -1;
    return (done, total) => {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
      if (this.err.isTTY !== true || percent === last) return;
      last = percent;
      const width = 30;
      const full = Math.floor((percent * width) / 100);
      const bar = '█'.repeat(full) + '░'.repeat(width - full);
      this.err.write(
        `\r${label} ${bar} ${String(percent).padStart(3)} %${percent === 100 ? '\n' : ''}`,
      );
    };
  }
}

/** Columns aligned by their longest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
