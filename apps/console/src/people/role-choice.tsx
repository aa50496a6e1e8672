import { useId, useState } from 'react';
import { CommitteePicker } from '../forms/pickers.js';
import { useTexts } from '../i18n/own-texts.js';
import { hasCommittees, rolesOf, type GivenGrant, type RoleName } from './grants.js';
import { peopleTexts } from './texts.js';

/** The roles of a person as boxes to tick; those that one may neither give nor take are shown, and stay. */
export function RoleChoice({
  body,
  may,
  grants,
  onChange,
}: {
  readonly body: number;
  readonly may: readonly RoleName[];
  readonly grants: readonly GivenGrant[];
  readonly onChange: (grants: readonly GivenGrant[]) => void;
}) {
  const x = useTexts(peopleTexts);
  return (
    <fieldset>
      <legend>{x.roles}</legend>
      <p className="help">{x.rolesHelp}</p>
      {rolesOf(body).map((role) => {
        const grant = grants.find((each) => each.role === role);
        return (
          <div key={role}>
            <label className="choice">
              <input
                type="checkbox"
                checked={grant !== undefined}
                disabled={!may.includes(role)}
                onChange={(e) => {
                  const others = grants.filter((each) => each.role !== role);
                  const added = hasCommittees(role) ? { role, committees: [] } : { role };
                  onChange(e.target.checked ? [...others, added] : others);
                }}
              />
              {x.roleNames[role]}
            </label>
            {grant !== undefined && hasCommittees(role) && (
              <Committees
                of={grant.committees ?? []}
                onChange={(committees) => {
                  onChange(grants.map((each) => (each === grant ? { role, committees } : each)));
                }}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Committees({
  of,
  onChange,
}: {
  readonly of: readonly number[];
  readonly onChange: (of: readonly number[]) => void;
}) {
  const x = useTexts(peopleTexts);
  const id = useId();
  const [adding, setAdding] = useState(of.length === 0);
  return (
    <div className="in-place" role="group" aria-labelledby={`${id}-name`}>
      <p id={`${id}-name`} className="label">
        {x.committees}
      </p>
      <p className="help">{x.committeesHelp}</p>
      <ul className="plain">
        {of.map((committee) => (
          <li key={committee}>
            <CommitteePicker
              id={`${id}-${String(committee)}`}
              value={String(committee)}
              onPick={() => {
                onChange(of.filter((each) => each !== committee));
              }}
            />
          </li>
        ))}
      </ul>
      {adding ? (
        <div className="field">
          <label htmlFor={`${id}-new`}>{x.addCommittee}</label>
          <CommitteePicker
            id={`${id}-new`}
            value=""
            onPick={(picked) => {
              const committee = Number(picked);
              if (!of.includes(committee)) onChange([...of, committee]);
              setAdding(false);
            }}
          />
        </div>
      ) : (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setAdding(true);
          }}
        >
          {x.addCommittee}
        </button>
      )}
    </div>
  );
}
