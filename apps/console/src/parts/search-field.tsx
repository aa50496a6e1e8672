/** Words by which what is shown becomes less; no browser fills them in. */
export function SearchField({
  label,
  value,
  onChange,
  className = 'filter',
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly className?: string | undefined;
}) {
  return (
    <label className={className}>
      {label}
      <input
        type="search"
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}
