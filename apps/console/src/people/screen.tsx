import { useEffect, useRef, useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { MemberPicker } from '../forms/pickers.js';
import { useTexts } from '../i18n/own-texts.js';
import { Empty, Failed, Loading, Moment, Page } from '../parts/page.js';
import { invitationsOf, isNobodys } from '../roles.js';
import { go, usePlace, withQuery } from '../router.js';
import { Accept } from './accept.js';
import { Delegations } from './delegations.js';
import { ISO_DESKS, standingIn } from './grants.js';
import { HandOver } from './hand-over.js';
import { Invite } from './invite.js';
import { PeopleTable } from './people-table.js';
import './people.css';
import { peopleTexts } from './texts.js';

export type Staff = Schemas['Staff'];

/** Who of a body may act, with which role, who stands in for whom, and how that came about. */
export default function PeopleScreen() {
  const { me } = useSignedIn();
  const x = useTexts(peopleTexts);
  const { query } = usePlace();
  const asked = query.get('body');
  const [invitation] = invitationsOf(me);
  const own = me.member ?? (isNobodys(me) ? (invitation?.body ?? ISO_DESKS) : ISO_DESKS);
  const body = asked !== null && /^\d{1,10}$/.test(asked) ? Number(asked) : own;
  const looksAround = me.roles.some(({ role }) => role === 'ISO_CS' || role === 'AUDITOR');
  const invitedBy = invitationsOf(me).find((each) => each.body === body)?.acronym ?? null;
  const of = body === ISO_DESKS ? x.desks : body === me.member ? (me.acronym ?? x.body) : invitedBy;
  return (
    <Page title={of === null ? x.title : x.titleOf(of)} lead={<p>{x.lead}</p>}>
      {looksAround && <WhichBody body={body} />}
      <People key={body} body={body} />
    </Page>
  );
}

/** The Central Secretariat and auditors look after more bodies than their own. */
function WhichBody({ body }: { readonly body: number }) {
  const x = useTexts(peopleTexts);
  const { path, query } = usePlace();
  const [searching, setSearching] = useState(body !== ISO_DESKS);
  const show = (next: string | null) => {
    go(path + withQuery(query, { body: next }), { replace: true });
  };
  return (
    <fieldset>
      <legend>{x.which}</legend>
      {([false, true] as const).map((member) => (
        <label key={String(member)} className="choice">
          <input
            type="radio"
            name="which-body"
            checked={searching === member}
            onChange={() => {
              setSearching(member);
              if (!member) show(null);
            }}
          />
          {member ? x.ofMember : x.ownDesks}
        </label>
      ))}
      {searching && (
        <div className="field">
          <label htmlFor="body-member">{x.chooseMember}</label>
          <MemberPicker
            id="body-member"
            value={body === ISO_DESKS ? '' : String(body)}
            onPick={show}
          />
        </div>
      )}
    </fieldset>
  );
}

function People({ body }: { readonly body: number }) {
  const { client, me, language } = useSignedIn();
  const x = useTexts(peopleTexts);
  const [done, setDone] = useState(false);
  const staff = useResource(`people ${String(body)} ${me.person} ${language}`, () =>
    answered(client.GET('/v1/bodies/{body}/people', { params: { path: { body } } })),
  );
  if (staff.data === null) {
    if (staff.fault === null) return <Loading />;
    return staff.fault.status === 404 ? (
      <Empty title={x.away} />
    ) : (
      <Failed fault={staff.fault} retry={staff.reload} />
    );
  }
  const onDone = () => {
    setDone(true);
    staff.reload();
  };
  const onBegin = () => {
    setDone(false);
  };
  const standing = standingIn(me, body);
  const all = { body, staff: staff.data, standing, onBegin, onDone };
  return (
    <>
      <Done done={done} />
      <Accept {...all} />
      <PeopleTable {...all} />
      {(standing === 'ADMINISTRATOR' || standing === 'CENTRAL') && <Invite {...all} />}
      <Delegations {...all} />
      {standing === 'ADMINISTRATOR' && <HandOver {...all} />}
      <History staff={staff.data} />
    </>
  );
}

/** Takes the focus: the command was sent from further down. */
function Done({ done }: { readonly done: boolean }) {
  const x = useTexts(peopleTexts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done) box.current?.focus();
  }, [done]);
  return (
    <div role="status" tabIndex={-1} ref={box}>
      {done && <p className="notice good">{x.done}</p>}
    </div>
  );
}

function History({ staff }: { readonly staff: Staff }) {
  const x = useTexts(peopleTexts);
  return (
    <section aria-labelledby="people-history">
      <h2 id="people-history">{x.history}</h2>
      {staff.timeline.length === 0 ? (
        <p className="quiet-text">{x.historyNone}</p>
      ) : (
        <ol className="plain" reversed>
          {staff.timeline.toReversed().map((event) => {
            const who = personIn(event.actor);
            return (
              <li key={event.index}>
                {event.text}{' '}
                <span className="quiet-text">
                  <Moment at={event.at} />
                  {who !== null && ` · ${x.by(who)}`}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

const personIn = (actor: unknown): string | null => {
  const { person } = (actor ?? {}) as { readonly person?: unknown };
  return typeof person === 'string' ? person : null;
};
