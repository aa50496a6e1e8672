import { useSignedIn } from '../console.js';
import { described, FaultsAt } from '../forms/error-summary.js';
import type { FieldFault } from '../forms/typed.js';

interface Named {
  readonly person: string;
  readonly name: string | null;
}

/** One of the people of the body. */
export function PersonSelect({
  id,
  label,
  faults,
  people,
  value,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly faults: readonly FieldFault[];
  readonly people: readonly Named[];
  readonly value: string;
  readonly onPick: (person: string) => void;
}) {
  const { t } = useSignedIn();
  return (
    <div className={faults.length > 0 ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <FaultsAt faults={faults} id={id} />
      <select
        id={id}
        {...described(id, faults)}
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
