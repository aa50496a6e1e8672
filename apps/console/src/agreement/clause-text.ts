type Value = Readonly<Record<string, unknown>>;
type Label = (name: string) => string;

const partOf = (value: unknown, label: Label, colon: string): string => {
  if (Array.isArray(value)) {
    return (value as readonly unknown[]).map((item) => partOf(item, label, colon)).join('\n');
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
  }
  return Object.entries(value as Value)
    .map(([name, part]) => {
      const text = partOf(part, label, colon);
      return Array.isArray(part) ? `${label(name)}\n${text}` : `${label(name)}${colon}${text}`;
    })
    .join('\n');
};

/** The value of a clause as one text, so that two versions can be compared word by word whatever their shape. */
export function clauseText(value: Value | null, label: Label, colon = ': '): string {
  if (value === null) return '';
  const [only, ...more] = Object.entries(value);
  const plain = only !== undefined && more.length === 0 && ['text', 'items'].includes(only[0]);
  return plain ? partOf(only[1], label, colon) : partOf(value, label, colon);
}
