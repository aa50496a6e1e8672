/** A string, which may hold digits, or a number. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/;

/**
 * Whether every number in the text of a `jsonb` is the one that its double says (RFC 8785). PostgreSQL keeps all digits of a
 * number, and whoever parses it drops those that a double cannot hold: in them a value could differ from what was committed.
 */
export function areNumbersExact(text: string): boolean {
  for (const [token] of text.matchAll(TOKEN)) {
    if (!token.startsWith('"') && token !== asNumeric(Number(token))) return false;
  }
  return true;
}

/** A double as `numeric` writes its shortest text: without an exponent, and zero without a sign. */
export function asNumeric(value: number): string {
  const shortest = JSON.stringify(value);
  const [, sign = '', whole = '', fraction = '', exponent] = NUMBER.exec(shortest) ?? [];
  if (exponent === undefined) return shortest;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
