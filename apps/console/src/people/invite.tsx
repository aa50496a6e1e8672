import { useState, type FormEvent } from 'react';
import { useSignedIn } from '../console.js';
import { described, FaultsAt } from '../forms/error-summary.js';
import { faultsWithin } from '../forms/faults.js';
import { Outcome } from '../forms/outcome.js';
import { PERSON, type FieldFault } from '../forms/typed.js';
import { useTexts } from '../i18n/own-texts.js';
import { givable, type GivenGrant } from './grants.js';
import type { PartProps } from './part.js';
import { RoleChoice } from './role-choice.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

const FIELDS = ['person', 'name', 'email'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;
const MOST = 200;
const NOTHING: Typed = { person: '', name: '', email: '' };

const idOf = (pointer: string): string => `invite${pointer.replaceAll('/', '-')}`;

/** Draws a person into the body; it counts once the person has accepted. */
export function Invite({ body, standing, onBegin, onDone }: PartProps) {
  const { t } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { sent, busy, faults, submit } = usePeopleCommand(body, onBegin);
  const [typed, setTyped] = useState(NOTHING);
  const [grants, setGrants] = useState<readonly GivenGrant[]>([]);
  const labels = { person: x.reference, name: x.name, email: x.email };
  const wrongWith = (name: (typeof FIELDS)[number]): readonly FieldFault[] => {
    const pointer = `/${name}`;
    const text = typed[name].trim();
    const { length } = [...text];
    if (name === 'person') {
      if (text === '') return [{ pointer, code: 'MISSING', said: x.enterReference }];
      return PERSON.test(text) ? [] : [{ pointer, code: 'INVALID', shape: 'PERSON' }];
    }
    if (length > MOST) return [{ pointer, code: 'TOO_LONG', max: MOST, length }];
    return name === 'email' && text !== '' && !/^\S+@\S+$/.test(text)
      ? [{ pointer, code: 'INVALID', said: x.noAddress }]
      : [];
  };
  const send = () => {
    const given = Object.fromEntries(
      FIELDS.map((name) => [name, typed[name].trim()] as const).filter(([, text]) => text !== ''),
    );
    void submit('invite-person', { ...given, grants }, FIELDS.flatMap(wrongWith)).then((done) => {
      if (!done) return;
      setTyped(NOTHING);
      setGrants([]);
      onDone();
    });
  };
  return (
    <details className="people-form">
      <summary>{x.invite}</summary>
      <p>{x.inviteLead}</p>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        {sent !== null && (
          <Outcome
            sent={sent}
            agreement={null}
            readVersion={null}
            onProved={send}
            idOf={idOf}
            nameOf={(pointer) => labels[FIELDS.find((name) => pointer === `/${name}`) ?? 'person']}
          />
        )}
        {FIELDS.map((name) => {
          const id = idOf(`/${name}`);
          const wrong = faultsWithin(faults, `/${name}`);
          return (
            <div className={wrong.length > 0 ? 'field wrong' : 'field'} key={name}>
              <label htmlFor={id}>
                {labels[name]}
                {name !== 'person' && <span className="optional"> {t.form.optional}</span>}
              </label>
              {name === 'person' && (
                <p className="help" id={`${id}-help`}>
                  {x.referenceHelp}
                </p>
              )}
              <FaultsAt faults={wrong} id={id} />
              <input
                id={id}
                {...described(id, wrong, name === 'person')}
                type={name === 'email' ? 'email' : 'text'}
                autoComplete="off"
                value={typed[name]}
                onChange={(e) => {
                  setTyped({ ...typed, [name]: e.target.value });
                }}
              />
            </div>
          );
        })}
        <RoleChoice
          body={body}
          may={givable(standing, body)}
          grants={grants}
          onChange={setGrants}
        />
        <button className="primary" disabled={busy}>
          {busy ? t.form.sending : x.invite}
        </button>
      </form>
    </details>
  );
}
