import { useState } from 'react';
import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import type { FieldFault } from '../forms/typed.js';
import { useTexts } from '../i18n/own-texts.js';
import type { PartProps } from './part.js';
import { PersonSelect } from './person-select.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

/** The administrator leaves the office to a colleague. */
export function HandOver({ body, staff, onBegin, onDone }: PartProps) {
  const { t, me, refreshMe } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { sent, busy, faults, submit } = usePeopleCommand(body, onBegin);
  const [to, setTo] = useState('');
  const heirs = staff.people.filter((p) => p.state === 'ACTIVE' && p.person !== me.person);
  const send = () => {
    const missing: FieldFault = { pointer: '/to', code: 'MISSING', said: x.choosePerson };
    void submit('hand-over', { to }, to === '' ? [missing] : []).then((done) => {
      if (!done) return;
      onDone();
      // Whoever hands over is no administrator any more.
      void refreshMe();
    });
  };
  return (
    <details className="people-form">
      <summary>{x.handOver}</summary>
      <p>{x.handOverLead}</p>
      {heirs.length === 0 ? (
        <p className="notice">{x.nobodyToHandOver}</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
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
              idOf={() => 'hand-over-to'}
              nameOf={() => x.handOverTo}
            />
          )}
          <PersonSelect
            id="hand-over-to"
            label={x.handOverTo}
            faults={faults}
            people={heirs}
            value={to}
            onPick={setTo}
          />
          <button className="primary" disabled={busy}>
            {busy ? t.form.sending : x.handOver}
          </button>
        </form>
      )}
    </details>
  );
}
