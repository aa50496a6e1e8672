import { useId } from 'react';

/** One of several, by its name: a version of a text, the oldest first, or its language. */
export function NamedChoice({
  label,
  names,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: number;
  readonly onChoose: (n: number) => void;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>{' '}
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          onChoose(Number(event.currentTarget.value));
        }}
      >
        {names.map((name, n) => (
          <option key={n} value={n}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
