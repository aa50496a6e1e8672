import { useState } from 'react';
import { Accesses } from '../access/accesses.js';
import { Refusals } from '../access/refusals.js';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { PaperCheck } from '../papers/paper-check.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Page } from '../parts/page.js';
import { SearchField } from '../parts/search-field.js';
import { useSettled } from '../parts/settled.js';
import { readsAccesses } from '../roles.js';
import { go, usePlace, withQuery } from '../router.js';
import { CaseFiles } from '../record/case-check.js';
import { RecordCheck } from '../record/check.js';
import { Difference } from '../record/difference.js';
import '../record/record.css';
import { Travel } from '../record/travel.js';

const AT_ONCE = 200;

/** An agreement as it stood then, step by step, and the record proved in this very browser. */
export default function AuditScreen() {
  const { t, client, me, language } = useSignedIn();
  const { path, query } = usePlace();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const list = useResource(`audit list ${me.person} ${language} ${q}`, () =>
    answered(
      client.GET('/v1/agreements', {
        params: { query: { limit: AT_ONCE, ...(q !== '' && { q }) } },
      }),
    ),
  );
  const chosen = query.get('agreement');
  return (
    <Page title={t.audit.title} lead={<p>{t.audit.lead}</p>}>
      <section aria-labelledby="travel">
        <h2 id="travel">{t.audit.travel}</h2>
        <Loaded of={list}>
          {({ items, next }) =>
            items.length === 0 && q === '' ? (
              <Nothing title={t.agreements.empty} in="audit" />
            ) : (
              <>
                <SearchField label={t.agreements.search} value={typed} onChange={setTyped} />
                <p className="quiet-text" role="status">
                  {next === null ? t.audit.found(items.length) : t.audit.firstFound(items.length)}
                </p>
                <label className="filter">
                  {t.audit.which}
                  <select
                    value={chosen ?? ''}
                    onChange={(e) => {
                      const change = { agreement: e.target.value, version: null };
                      go(path + withQuery(query, change), { replace: true });
                    }}
                  >
                    <option value="">{t.form.choose}</option>
                    {chosen !== null && !items.some(({ id }) => id === chosen) && (
                      <option value={chosen}>{chosen.slice(0, 8)}</option>
                    )}
                    {items.map((item) => (
                      <option key={item.id} value={item.id}>
                        {item.leadAcronym ?? t.open} – {item.twinnedAcronym ?? t.open},{' '}
                        {item.committeeReference ?? '–'} ({item.statusText})
                      </option>
                    ))}
                  </select>
                </label>
              </>
            )
          }
        </Loaded>
        {chosen !== null && <Travel key={chosen} id={chosen} />}
      </section>
      <Difference key={chosen ?? ''} agreement={chosen} />
      <RecordCheck />
      <CaseFiles agreement={chosen} />
      <PaperCheck />
      {readsAccesses(me) && (
        <Accesses
          key={`access ${chosen ?? ''}`}
          agreement={chosen}
          agreements={list.data?.items ?? []}
        />
      )}
      {readsAccesses(me) && <Refusals />}
    </Page>
  );
}
