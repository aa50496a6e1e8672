import { useId } from 'react';
import { useSignedIn } from '../console.js';

interface Named {
  readonly person: string;
  readonly name: string | null;
}

/** One of the people of the body. */
export function PersonSelect({
  label,
  people,
  value,
  onPick,
}: {
  readonly label: string;
  readonly people: readonly Named[];
  readonly value: string;
  readonly onPick: (person: string) => void;
}) {
  const { t } = useSignedIn();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        required
        value={value}
        onChange={(e) => {
          onPick(e.target.value);
        }}
      >
        <option value="">{t.form.choose}</option>
        {people.map(({ person, name }) => (
          <option key={person} value={person}>
            {name === null ? person : `${name} (${person})`}
          </option>
        ))}
      </select>
    </div>
  );
}
