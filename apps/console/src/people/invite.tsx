import { useState, type FormEvent } from 'react';
import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import { useTexts } from '../i18n/own-texts.js';
import { givable, type GivenGrant } from './grants.js';
import type { PartProps } from './part.js';
import { RoleChoice } from './role-choice.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

const FIELDS = ['person', 'name', 'email'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;
const NOTHING: Typed = { person: '', name: '', email: '' };

/** Draws a person into the body; it counts once the person has accepted. */
export function Invite({ body, standing, onBegin, onDone }: PartProps) {
  const { t } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { sent, busy, submit } = usePeopleCommand(body, onBegin);
  const [typed, setTyped] = useState(NOTHING);
  const [grants, setGrants] = useState<readonly GivenGrant[]>([]);
  const labels = { person: x.reference, name: x.name, email: x.email };
  const send = () => {
    const given = Object.fromEntries(
      FIELDS.map((name) => [name, typed[name].trim()] as const).filter(([, text]) => text !== ''),
    );
    void submit('invite-person', { ...given, grants }).then((done) => {
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
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        {sent !== null && (
          <Outcome sent={sent} agreement={null} readVersion={null} onProved={send} />
        )}
        {FIELDS.map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`invite-${name}`}>
              {labels[name]}
              {name !== 'person' && <span className="optional"> {t.form.optional}</span>}
            </label>
            {name === 'person' && (
              <p className="help" id="invite-help">
                {x.referenceHelp}
              </p>
            )}
            <input
              id={`invite-${name}`}
              type={name === 'email' ? 'email' : 'text'}
              aria-describedby={name === 'person' ? 'invite-help' : undefined}
              autoComplete="off"
              required={name === 'person'}
              title={name === 'person' ? x.referenceHelp : undefined}
              pattern={name === 'person' ? '[A-Za-z0-9._\\-]{1,64}' : undefined}
              maxLength={name === 'person' ? 64 : 200}
              value={typed[name]}
              onChange={(e) => {
                setTyped({ ...typed, [name]: e.target.value });
              }}
            />
          </div>
        ))}
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
