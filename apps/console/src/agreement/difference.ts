export interface Part {
  readonly kind: 'SAME' | 'NEW' | 'OLD';
  readonly text: string;
}

// Words with the blanks that follow them, so that joining all parts gives the text again.
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*|\s+/g) ?? [];
const LIMIT = 4_000_000;

function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i] as Uint16Array;
      const below = rows[i + 1] as Uint16Array;
      row[j] =
        a[i] === b[j]
          ? (below[j + 1] as number) + 1
          : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}

/** The words that stay, that are new and that are gone, in reading order: the old before the new. */
export function differenceOf(before: string, after: string): readonly Part[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  // Two very long texts: shown whole, rather than freezing a small computer.
  if (a.length * b.length > LIMIT) {
    return [
      { kind: 'OLD', text: before },
      { kind: 'NEW', text: after },
    ];
  }
  const lengths = commonLengths(a, b);
  const parts: { kind: Part['kind']; text: string }[] = [];
  const add = (kind: Part['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, fresh] = [a[i], b[j]];
    if (old !== undefined && old === fresh) {
      add('SAME', old);
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      add('OLD', old);
      i += 1;
    } else if (fresh !== undefined) {
      add('NEW', fresh);
      j += 1;
    }
  }
  return parts;
}
