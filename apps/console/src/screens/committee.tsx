import { useState } from 'react';
import { answered, useResource } from '../api.js';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Page } from '../parts/page.js';
import { CommitteeHistory } from '../registry/committee-history.js';
import { MemberItems, textOf, titleIn } from '../registry/items.js';
import { AgreementTable } from './agreements.js';

export default function CommitteeScreen({ id }: { readonly id: string }) {
  const { t, client, me, language, now } = useSignedIn();
  const [on, setOn] = useState(() => zurichDay(now()));
  const committee = useResource(`registry committee ${id} ${on}`, () =>
    answered(
      client.GET('/v1/registry/committees/{id}', {
        params: { path: { id: Number(id) }, query: { on } },
      }),
    ),
  );
  const members = useResource(`committee members ${id} ${on}`, () =>
    answered(
      client.GET('/v1/registry/committees/{id}/members', {
        params: { path: { id: Number(id) }, query: { on } },
      }),
    ),
  );
  const agreements = useResource(`committee agreements ${id} ${me.person} ${language}`, () =>
    answered(
      client.GET('/v1/agreements', { params: { query: { committee: Number(id), limit: 50 } } }),
    ),
  );
  return (
    <Page
      title={textOf(committee.data?.['reference']) || t.registry.committee}
      lead={<p>{titleIn(language, committee.data)}</p>}
    >
      <label className="filter">
        {t.registry.on}
        <input
          type="date"
          value={on}
          onChange={(e) => {
            if (e.target.value !== '') setOn(e.target.value);
          }}
        />
      </label>
      <div className="beside">
        {(['P', 'O'] as const).map((status) => (
          <section key={status} aria-labelledby={`members-${status}`}>
            <h2 id={`members-${status}`}>{t.registry[status]}</h2>
            <Loaded of={members}>
              {({ items }) => (
                <MemberItems items={items.filter((item) => item['status'] === status)} />
              )}
            </Loaded>
          </section>
        ))}
      </div>
      <CommitteeHistory id={id} />
      <section aria-labelledby="of-committee">
        <h2 id="of-committee">{t.registry.agreementsOf}</h2>
        <Loaded of={agreements}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing title={t.registry.none} in="twinnings" />
            ) : (
              <AgreementTable rows={items} />
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}
