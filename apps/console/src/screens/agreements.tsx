import lists from 'virtual:lists';
import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Day, DueDate, Empty, Loaded, Page } from '../parts/page.js';
import { PHASES } from '../agreement/phase-list.js';
import { mayPropose } from '../roles.js';
import { go, usePlace, withQuery } from '../router.js';

type Row = Schemas['AgreementPage']['items'][number];

/** Every agreement that the person may see, by phase, type, committee or member. */
export function AgreementsScreen() {
  const { t, client, me, language } = useSignedIn();
  const { path, query } = usePlace();
  // Where each page began that was turned to: reload, back and a shared address come to the same page.
  const cursors = query.getAll('after');
  const cursor = cursors.at(-1);
  const pageFrom = (all: readonly string[]): string => {
    const other = new URLSearchParams(query);
    other.delete('after');
    for (const each of all) other.append('after', each);
    const text = other.toString();
    return text === '' ? path : `${path}?${text}`;
  };
  const filter = {
    phase: query.get('phase') ?? undefined,
    type: lists.types.find((type) => type === query.get('type')),
    member: Number(query.get('member')) || undefined,
    committee: Number(query.get('committee')) || undefined,
    q: query.get('q')?.trim() || undefined,
  };
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const list = useResource(`agreements ${me.person} ${language} ${query.toString()}`, () =>
    answered(
      client.GET('/v1/agreements', {
        params: {
          query: {
            limit: 20,
            ...(filter.phase !== undefined && { phase: filter.phase }),
            ...(filter.type !== undefined && { type: filter.type }),
            ...(filter.member !== undefined && { member: filter.member }),
            ...(filter.committee !== undefined && { committee: filter.committee }),
            ...(filter.q !== undefined && { q: filter.q }),
            ...(cursor !== undefined && { cursor }),
          },
        },
      }),
    ),
  );
  const change = (name: string, value: string) => {
    go(path + withQuery(query, { [name]: value, after: null }));
  };
  return (
    <Page
      title={t.agreements.title}
      lead={
        <p>
          {t.agreements.lead}
          {mayPropose(me) && (
            <>
              {' '}
              <Link to="/appeals">{t.agreements.appeals}</Link>
            </>
          )}
        </p>
      }
    >
      <form
        className="filters"
        role="search"
        aria-label={t.agreements.filters}
        onSubmit={(e) => {
          e.preventDefault();
          const words = new FormData(e.currentTarget).get('q');
          change('q', typeof words === 'string' ? words.trim() : '');
        }}
      >
        <label>
          {t.agreements.search}
          <input key={filter.q} type="search" name="q" autoComplete="off" defaultValue={filter.q} />
        </label>
        <button type="submit">{t.agreements.find}</button>
        <label>
          {t.agreements.phase}
          <select
            value={filter.phase ?? ''}
            onChange={(e) => {
              change('phase', e.target.value);
            }}
          >
            <option value="">{t.agreements.all}</option>
            {PHASES.map((phase) => (
              <option key={phase} value={phase}>
                {t.phases[phase]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.agreements.type}
          <select
            value={filter.type ?? ''}
            onChange={(e) => {
              change('type', e.target.value);
            }}
          >
            <option value="">{t.agreements.all}</option>
            {lists.types.map((type) => (
              <option key={type} value={type}>
                {t.types[type].name}
              </option>
            ))}
          </select>
        </label>
        {(filter.member ?? filter.committee ?? filter.q) !== undefined && (
          <Link to="/agreements">{t.agreements.clear}</Link>
        )}
      </form>
      <Loaded of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t.agreements.empty}>
              <p>{isFiltered ? t.agreements.emptyFiltered : t.agreements.emptyWhy}</p>
              <p>
                {isFiltered ? (
                  <Link to="/agreements">{t.agreements.clear}</Link>
                ) : mayPropose(me) ? (
                  <Link to="/new">{t.nav.propose}</Link>
                ) : (
                  <Link to="/registry">{t.nav.registry}</Link>
                )}
              </p>
            </Empty>
          ) : (
            <>
              <AgreementTable rows={items} />
              <nav className="row" aria-label={t.agreements.pages}>
                {cursors.length > 0 && (
                  <Link to={pageFrom(cursors.slice(0, -1))}>{t.agreements.newer}</Link>
                )}
                {next !== null && (
                  <Link to={pageFrom([...cursors, next])}>{t.agreements.older}</Link>
                )}
              </nav>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

export function AgreementTable({
  rows,
  ofOneCommittee = false,
}: {
  readonly rows: readonly Row[];
  /** It stands above the table, and several such tables have their columns in line. */
  readonly ofOneCommittee?: boolean;
}) {
  const { t } = useSignedIn();
  return (
    <table className={ofOneCommittee ? 'stacked even' : 'stacked'}>
      <thead>
        <tr>
          <th scope="col">{t.agreements.partners}</th>
          {!ofOneCommittee && <th scope="col">{t.agreements.committee}</th>}
          <th scope="col">{t.agreements.type}</th>
          <th scope="col">{t.agreements.status}</th>
          <th scope="col">{t.agreements.term}</th>
          <th scope="col">{t.agreements.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" data-label={t.agreements.partners}>
              <Link to={`/agreements/${row.id}`}>
                {row.leadAcronym ?? t.open} – {row.twinnedAcronym ?? t.open}
              </Link>
            </th>
            {!ofOneCommittee && (
              <td data-label={t.agreements.committee}>
                <span className="reference">{row.committeeReference ?? '–'}</span>
                {row.workingGroup !== null && ` · ${row.workingGroup}`}
              </td>
            )}
            <td data-label={t.agreements.type}>
              {row.typeText}
              {ofOneCommittee && row.workingGroup !== null && ` · ${row.workingGroup}`}
            </td>
            <td data-label={t.agreements.status}>
              <span className={`status status-${row.phase.toLowerCase()}`}>{row.statusText}</span>
            </td>
            <td data-label={t.agreements.term}>
              {row.start === null || row.end === null ? (
                '–'
              ) : (
                <>
                  <Day day={row.start} /> – <Day day={row.end} />
                </>
              )}
            </td>
            <td data-label={t.agreements.next}>
              {row.nextDeadline === null ? '–' : <DueDate at={row.nextDeadline} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
