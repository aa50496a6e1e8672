import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Page } from '../parts/page.js';
import { countryIn } from '../registry/country.js';
import { textOf } from '../registry/items.js';
import { Memberships } from '../registry/memberships.js';
import { Suggested } from '../registry/suggested.js';
import { mayPropose } from '../roles.js';
import { useWords } from '../words.js';
import { AgreementTable } from './agreements.js';

/** A count, or a dash where the registry has none. */
const countOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '–');

export default function MemberScreen({ id }: { readonly id: string }) {
  const { t, client, me, language } = useSignedIn();
  const word = useWords();
  const member = useResource(`registry member ${id}`, () =>
    answered(client.GET('/v1/registry/members/{id}', { params: { path: { id: Number(id) } } })),
  );
  const agreements = useResource(`member agreements ${id} ${me.person} ${language}`, () =>
    answered(
      client.GET('/v1/agreements', { params: { query: { member: Number(id), limit: 50 } } }),
    ),
  );
  return (
    <Page title={textOf(member.data?.['acronym']) || t.registry.member}>
      <Loaded of={member}>
        {(fact) => (
          <dl className="facts">
            <div>
              <dt>{t.registry.country}</dt>
              <dd>{countryIn(language, textOf(fact['country'])) || '–'}</dd>
            </div>
            <div>
              <dt>{t.registry.category}</dt>
              <dd>{word(textOf(fact['category']), 'category')}</dd>
            </div>
            <div>
              <dt>{t.registry.pMemberships}</dt>
              <dd>{countOf(fact['pMemberships'])}</dd>
            </div>
            <div>
              <dt>{t.registry.secretariats}</dt>
              <dd>{countOf(fact['secretariats'])}</dd>
            </div>
          </dl>
        )}
      </Loaded>
      {mayPropose(me) && me.member === Number(id) && <Suggested />}
      <Memberships id={id} />
      <section aria-labelledby="of-member">
        <h2 id="of-member">{t.registry.agreementsOf}</h2>
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
      <p>
        <Link to="/registry">{t.registry.back}</Link>
      </p>
    </Page>
  );
}
