import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Empty, Loaded, Loading } from '../parts/page.js';
import { countryIn } from '../registry/country.js';
import { finderTexts } from './finder-texts.js';
import './finder.css';

const PartnershipMap = lazy(() => import('../programme/map.js'));

type Ranking = Schemas['Matching'];
type Component = Ranking['items'][number]['components'][number]['component'];
type Weights = Readonly<Record<Component, number>>;

interface Sought {
  readonly twinned: number;
  readonly committee: number;
  readonly type: Ranking['type'];
  /** Of a convenor, once it is named. */
  readonly workingGroup?: string;
}

const SETTLE_MS = 400;
const AT_ONCE = 10;
/** What the service ranks at the most; ISO has fewer members. */
const MOST = 200;

const inQuery = (weights: Partial<Weights>): string =>
  Object.entries(weights)
    .map(([component, weight]) => `${component}:${String(weight)}`)
    .join(',');

/** Possible leads, each with the reasons for its place; what counts is the person's to weigh. */
export default function PartnerFinder({
  sought,
  onPick,
}: {
  readonly sought: Sought;
  readonly onPick: (member: string) => void;
}) {
  const { client, language } = useSignedIn();
  const x = useTexts(finderTexts);
  const [weights, setWeights] = useState<Partial<Weights>>({});
  const [settled, setSettled] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(inQuery(weights));
    }, SETTLE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [weights]);
  const { twinned, committee, type, workingGroup = '' } = sought;
  const key = [twinned, committee, type, workingGroup, settled, language, limit].join(' ');
  const ranking = useResource(`matching ${key}`, () =>
    answered(
      client.GET('/v1/matching', {
        params: { query: { ...sought, limit, ...(settled !== '' && { weights: settled }) } },
      }),
    ),
  );
  // The list before stands until the next one is there: what the person holds stays in their hand.
  const last = useRef(ranking.data);
  if (ranking.data !== null) last.current = ranking.data;
  const shown = { ...ranking, data: last.current };
  return (
    <section aria-labelledby="finder">
      <h3 id="finder">{x.title}</h3>
      <p className="quiet-text">{x.lead}</p>
      <Loaded of={shown}>
        {(data) => (
          <>
            <WeightInputs
              weights={{ ...data.weights, ...weights }}
              onWeights={(changed) => {
                setWeights({ ...weights, ...changed });
              }}
            />
            {data.taken !== null ? (
              <Empty title={data.taken.title}>
                <p>{data.taken.help}</p>
              </Empty>
            ) : data.items.length === 0 ? (
              <Empty title={x.none} />
            ) : (
              <>
                <p className="quiet-text">{x.shown(data.items.length, data.candidates)}</p>
                <ol className="finder">
                  {data.items.map((item) => (
                    <Candidate key={item.member} item={item} onPick={onPick} />
                  ))}
                </ol>
                {data.items.length < data.candidates && limit < MOST && (
                  <button
                    type="button"
                    onClick={() => {
                      setLimit(Math.min(MOST, limit + AT_ONCE));
                    }}
                  >
                    {x.more}
                  </button>
                )}
              </>
            )}
            <OnMap data={data} />
            <Spread data={data} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Candidate({
  item,
  onPick,
}: {
  readonly item: Ranking['items'][number];
  readonly onPick: (member: string) => void;
}) {
  const { language } = useSignedIn();
  const x = useTexts(finderTexts);
  return (
    <li className="card">
      <div className="finder-head">
        <h4>
          {item.acronym}{' '}
          <span className="quiet-text">{countryIn(language, item.country ?? '')}</span>
        </h4>
        <span>
          <meter min={0} max={100} value={item.score} aria-hidden="true" />{' '}
          {x.score(Math.round(item.score))}
        </span>
        <button
          type="button"
          onClick={() => {
            onPick(String(item.member));
          }}
        >
          {x.choose} <span className="hidden">{item.acronym}</span>
        </button>
      </div>
      <ul aria-label={x.reasons}>
        {item.components.map(({ component, text }) => (
          <li key={component}>{text}</li>
        ))}
      </ul>
    </li>
  );
}

function WeightInputs({
  weights,
  onWeights,
}: {
  readonly weights: Weights;
  readonly onWeights: (changed: Partial<Weights>) => void;
}) {
  const { t } = useSignedIn();
  const x = useTexts(finderTexts);
  return (
    <details>
      <summary>{x.weights}</summary>
      <div className="filters">
        {(Object.keys(x.components) as Component[]).map((component) => (
          <label key={component} className="slider">
            {x.components[component]}
            {t.colon}
            {weights[component]}
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={weights[component]}
              onChange={(e) => {
                onWeights({ [component]: Number(e.target.value) });
              }}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

function OnMap({ data }: { readonly data: Ranking }) {
  const { client } = useSignedIn();
  const x = useTexts(finderTexts);
  const [shown, setShown] = useState(false);
  const id = String(data.twinned);
  const own = useResource(shown ? `registry member ${id}` : null, () =>
    answered(client.GET('/v1/registry/members/{id}', { params: { path: { id: Number(id) } } })),
  );
  if (!shown) {
    return (
      <p>
        <button
          type="button"
          onClick={() => {
            setShown(true);
          }}
        >
          {x.showMap}
        </button>
      </p>
    );
  }
  const country = own.data?.['country'];
  return (
    <Suspense fallback={<Loading />}>
      <PartnershipMap
        pairs={data.items.map((item) => ({
          lead: item.member,
          leadAcronym: item.acronym,
          leadCountry: item.country,
          twinned: data.twinned,
          twinnedAcronym: data.acronym,
          twinnedCountry: typeof country === 'string' ? country : null,
          count: 1,
          open: 0,
        }))}
      />
    </Suspense>
  );
}

/** Who was left out and why, how fair the list is, and where the data come from. */
function Spread({ data }: { readonly data: Ranking }) {
  const { t } = useSignedIn();
  const x = useTexts(finderTexts);
  return (
    <details>
      <summary>{x.regions}</summary>
      <ul>
        {data.regions.map(({ region, count, share }) => (
          <li key={region ?? ''}>
            {x.share(region ?? x.noRegion, count, Math.round(share * 100))}
          </li>
        ))}
      </ul>
      <ul>
        {data.excluded.map(({ code, count, title }) => (
          <li key={code}>{x.excluded(count, title)}</li>
        ))}
        {data.unwilling > 0 && <li>{x.unwilling(data.unwilling)}</li>}
      </ul>
      <p className="quiet-text">
        {x.data}
        {t.colon}
        {data.notices.join(' ')}
      </p>
    </details>
  );
}
