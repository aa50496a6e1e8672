import { useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { useConsole } from '../console.js';
import { Loading, Page } from '../parts/page.js';
import { SearchField } from '../parts/search-field.js';
import type { Texts } from '../i18n/en.js';

type Person = Schemas['People']['items'][number];

/** The issuers of an operator: one button, or one for each when there are several. */
function Issuers({ back }: { readonly back: string }) {
  const { t, client } = useConsole();
  const issuers = useResource('issuers', () => answered(client.GET('/v1/session/issuers')));
  const several = (issuers.data?.items ?? []).length > 1 ? issuers.data?.items : undefined;
  if (several === undefined) {
    return issuers.data === null && issuers.fault === null ? (
      <Loading />
    ) : (
      <a className="button primary" href={`/v1/session/login?returnTo=${back}`}>
        {t.signIn.elsewhere}
      </a>
    );
  }
  return (
    <>
      <p>{t.signIn.choose}</p>
      <ul className="people">
        {several.map(({ id, name }) => (
          <li key={id}>
            <a className="button" href={`/v1/session/login?issuer=${id}&returnTo=${back}`}>
              {name ?? t.signIn.home}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a demonstration person is, in the reader's language. */
function roleOf(t: Texts, person: Person): string {
  const [role] = person.roles;
  if (role === undefined) return t.roles.SIGNATORY;
  return role in t.roles ? t.roles[role as keyof Texts['roles']] : role;
}

const bodyOf = (person: Person): string => person.name.split(',')[0] ?? person.name;

/** One click signs a demonstration person in; elsewhere the way leads over the organisation's own sign-in. */
export default function SignInScreen() {
  const { t, client, signIn } = useConsole();
  const people = useResource('people', () => answered(client.GET('/v1/session/people')));
  const [failed, setFailed] = useState(false);
  const [filter, setFilter] = useState('');
  const back = encodeURIComponent(window.location.pathname + window.location.search);
  if (people.data === null) {
    return (
      <Page title={t.signIn.title}>
        {people.fault === null ? <Loading /> : <Issuers back={back} />}
      </Page>
    );
  }
  const desks = people.data.items.filter((p) => p.member === null);
  const wanted = filter.trim().toLowerCase();
  const bodies = new Map<string, Person[]>();
  for (const person of people.data.items.filter((p) => p.member !== null)) {
    const body = bodyOf(person);
    if (!body.toLowerCase().includes(wanted)) continue;
    bodies.set(body, [...(bodies.get(body) ?? []), person]);
  }
  const button = (person: Person, text: string, name: string) => (
    <button
      type="button"
      key={person.id}
      aria-label={name}
      onClick={() => {
        setFailed(false);
        signIn(person.id).catch(() => {
          setFailed(true);
        });
      }}
    >
      {text}
    </button>
  );
  return (
    <Page title={t.signIn.title} lead={<p>{t.signIn.lead}</p>}>
      {failed && (
        <div className="notice bad" role="alert">
          <h2>{t.awayTitle}</h2>
          <p>{t.away}</p>
        </div>
      )}
      <section aria-labelledby="desks">
        <h2 id="desks">{t.signIn.desks}</h2>
        <div className="people">{desks.map((p) => button(p, roleOf(t, p), roleOf(t, p)))}</div>
      </section>
      <section aria-labelledby="bodies">
        <h2 id="bodies">{t.signIn.bodies}</h2>
        <SearchField label={t.signIn.filter} value={filter} onChange={setFilter} />
        <div className="bodies">
          {[...bodies].map(([body, persons]) => (
            <div className="body-card" key={body}>
              <h3>{body}</h3>
              <div className="people">
                {persons.map((p) => button(p, roleOf(t, p), `${body}, ${roleOf(t, p)}`))}
              </div>
            </div>
          ))}
        </div>
      </section>
      <p className="quiet-text">
        {t.signIn.alsoElsewhere}{' '}
        <a href={`/v1/session/login?returnTo=${back}`}>{t.signIn.elsewhere}</a>
      </p>
    </Page>
  );
}
