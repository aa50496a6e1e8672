import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import { useTexts } from '../i18n/own-texts.js';
import { Empty, Moment } from '../parts/page.js';
import { givable, rolesOf, type GivenGrant } from './grants.js';
import type { PartProps } from './part.js';
import { RoleChoice } from './role-choice.js';
import { useRoleWords } from './role-words.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

type Person = PartProps['staff']['people'][number];
interface Doing {
  readonly what: 'CHANGE' | 'END';
  readonly who: Person;
}

/** Everybody of the body with their roles; its administrator changes them here. */
export function PeopleTable(props: PartProps) {
  const { body, staff, standing } = props;
  const { me } = useSignedIn();
  const x = useTexts(peopleTexts);
  const words = useRoleWords();
  const [doing, setDoing] = useState<Doing | null>(null);
  const may = givable(standing, body).length > 0;
  const close = () => {
    setDoing(null);
  };
  return (
    <section aria-label={x.title}>
      {staff.people.length === 0 ? (
        <Empty title={x.nobody} />
      ) : (
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{x.person}</th>
              <th scope="col">{x.roles}</th>
              <th scope="col">{x.state}</th>
              {may && <th scope="col">{x.change}</th>}
            </tr>
          </thead>
          <tbody>
            {staff.people.map((who) => (
              <tr key={who.person}>
                <th scope="row">
                  {who.name ?? who.person}
                  <br />
                  <span className="quiet-text">
                    {who.name !== null && who.person}
                    {who.email !== null && ` · ${who.email}`}
                  </span>
                </th>
                <td data-label={x.roles}>{words(who.grants)}</td>
                <td data-label={x.state}>
                  {x.states[who.state]}
                  <br />
                  <span className="quiet-text">
                    {x.since} <Moment at={who.since} />
                  </span>
                </td>
                {may && (
                  <td data-label={x.change}>
                    {who.state !== 'ENDED' && who.person !== me.person && (
                      <span className="row tight">
                        {(['CHANGE', 'END'] as const).map((what) => (
                          <button
                            key={what}
                            type="button"
                            className="quiet"
                            onClick={() => {
                              setDoing({ what, who });
                            }}
                          >
                            {what === 'CHANGE' ? x.change : x.end}{' '}
                            <span className="hidden">{who.person}</span>
                          </button>
                        ))}
                      </span>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="quiet-text">{x.outside}</p>
      {doing?.what === 'CHANGE' && (
        <ChangeRoles key={doing.who.person} {...props} who={doing.who} onClose={close} />
      )}
      {doing?.what === 'END' && (
        <EndPerson key={doing.who.person} {...props} who={doing.who} onClose={close} />
      )}
    </section>
  );
}

interface OfPerson extends PartProps {
  readonly who: Person;
  readonly onClose: () => void;
}

/** The grants as they were given: what nobody gave here is left as it is. */
const asGiven = (who: Person, body: number): readonly GivenGrant[] =>
  who.grants.flatMap(({ role, committees }) => {
    const known = rolesOf(body).find((each) => each === role);
    if (known === undefined) return [];
    return committees === undefined || committees === 'ALL'
      ? [{ role: known }]
      : [{ role: known, committees: committees as readonly number[] }];
  });

/** Takes the focus: the form opens below the list, away from the button that was pressed. */
function FormHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h3 tabIndex={-1} ref={heading}>
      {children}
    </h3>
  );
}

function ChangeRoles({ body, standing, who, onBegin, onDone, onClose }: OfPerson) {
  const { t } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { sent, busy, submit } = usePeopleCommand(body, onBegin);
  const [grants, setGrants] = useState(() => asGiven(who, body));
  const send = () => {
    void submit('change-roles', { person: who.person, grants }).then((done) => {
      if (!done) return;
      onClose();
      onDone();
    });
  };
  return (
    <form
      noValidate
      className="in-place"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormHeading>{x.changeOf(who.name ?? who.person)}</FormHeading>
      {sent !== null && <Outcome sent={sent} agreement={null} readVersion={null} onProved={send} />}
      <RoleChoice body={body} may={givable(standing, body)} grants={grants} onChange={setGrants} />
      <p className="row">
        <button className="primary" disabled={busy}>
          {busy ? t.form.sending : x.change}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {t.form.cancel}
        </button>
      </p>
    </form>
  );
}

function EndPerson({ body, who, onBegin, onDone, onClose }: OfPerson) {
  const { t } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { sent, busy, submit } = usePeopleCommand(body, onBegin);
  const send = () => {
    void submit('end-person', { person: who.person }).then((done) => {
      if (!done) return;
      onClose();
      onDone();
    });
  };
  return (
    <form
      noValidate
      className="in-place"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormHeading>{x.endOf(who.name ?? who.person)}</FormHeading>
      <p>{x.endLead}</p>
      {sent !== null && <Outcome sent={sent} agreement={null} readVersion={null} onProved={send} />}
      <p className="row">
        <button className="primary" disabled={busy}>
          {busy ? t.form.sending : x.endDo(who.person)}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {t.form.cancel}
        </button>
      </p>
    </form>
  );
}
