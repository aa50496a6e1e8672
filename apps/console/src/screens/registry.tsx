import { useEffect, useState } from 'react';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Page } from '../parts/page.js';
import { pageIn, Pages } from '../parts/pages.js';
import { SearchField } from '../parts/search-field.js';
import { CommitteeItems, MemberItems } from '../registry/items.js';
import { keepsRegistry } from '../roles.js';
import { go, usePlace, withQuery } from '../router.js';

/** Members and committees, found without accents and by any part of their name. */
export default function RegistryScreen() {
  const { t, client, me } = useSignedIn();
  const { path, query } = usePlace();
  const q = query.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  // Changed by a link or by going back, not by typing: the field follows, and what it said before is not searched again.
  const [searched, setSearched] = useState(q);
  if (searched !== q) {
    setSearched(q);
    if (typed.trim() !== q.trim()) setTyped(q);
  }
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (typed !== q)
        go(path + withQuery(query, { q: typed, members: null, committees: null }), {
          replace: true,
        });
    }, 250);
    return () => {
      window.clearTimeout(timer);
    };
  }, [typed, q, path, query]);
  const ofMembers = pageIn(query, 'members');
  const ofCommittees = pageIn(query, 'committees');
  const members = useResource(`registry members ${q} ${String(ofMembers.from)}`, () =>
    answered(client.GET('/v1/registry/members', { params: { query: { q, ...ofMembers } } })),
  );
  const committees = useResource(`registry committees ${q} ${String(ofCommittees.from)}`, () =>
    answered(client.GET('/v1/registry/committees', { params: { query: { q, ...ofCommittees } } })),
  );
  return (
    <Page title={t.registry.title} lead={<p>{t.registry.lead}</p>}>
      <form
        role="search"
        onSubmit={(e) => {
          e.preventDefault();
        }}
      >
        <SearchField label={t.registry.search} value={typed} onChange={setTyped} />
      </form>
      <div className="beside">
        <section aria-labelledby="members">
          <h2 id="members">{t.registry.members}</h2>
          <Loaded of={members}>
            {({ items, total }) =>
              total === 0 ? (
                <Nothing title={t.registry.noMembers} in="search" />
              ) : (
                <>
                  <MemberItems items={items} />
                  <Pages name="members" label={t.registry.members} {...ofMembers} total={total} />
                </>
              )
            }
          </Loaded>
        </section>
        <section aria-labelledby="committees">
          <h2 id="committees">{t.registry.committees}</h2>
          <Loaded of={committees}>
            {({ items, total }) =>
              total === 0 ? (
                <Nothing title={t.registry.noCommittees} in="search" />
              ) : (
                <>
                  <CommitteeItems items={items} />
                  <Pages
                    name="committees"
                    label={t.registry.committees}
                    {...ofCommittees}
                    total={total}
                  />
                </>
              )
            }
          </Loaded>
        </section>
      </div>
      {keepsRegistry(me) && (
        <p>
          <Link to="/registry/import">{t.registry.importFile}</Link>
          {' · '}
          <Link to="/registry/import-members">{t.registry.importMembers}</Link>
        </p>
      )}
      <p className="quiet-text">{t.registry.source}</p>
    </Page>
  );
}
