import { useState } from 'react';
import { answered, useResource } from '../api.js';
import { useConsole } from '../console.js';
import { useSettled } from '../parts/settled.js';
import { countryIn } from '../registry/country.js';

interface PickerProps {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  /** The id as text; empty when nothing is picked. */
  readonly value: string;
  readonly onPick: (id: string) => void;
}

interface Hit {
  readonly id: number;
  readonly text: string;
}

/** Search, then choose: a text field and the matches below it as plain buttons. */
function Picker({
  value,
  onPick,
  hits,
  chosen,
  total,
  query,
  onQuery,
  ...input
}: PickerProps & {
  readonly hits: readonly Hit[] | null;
  readonly chosen: string | null;
  /** How many there are, of which the hits are the closest. */
  readonly total: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const { t } = useConsole();
  // Nothing is offered before something is looked for: what is below on the page stays in sight.
  const found = query.trim() === '' ? null : hits;
  if (value !== '') {
    return (
      <div className="picked">
        <output id={input.id}>{chosen ?? value}</output>
        <button
          type="button"
          className="quiet"
          aria-describedby={input['aria-describedby']}
          onClick={() => {
            onPick('');
          }}
        >
          {t.form.pickAnother}
        </button>
      </div>
    );
  }
  return (
    <div className="picker">
      <input
        {...input}
        type="search"
        autoComplete="off"
        value={query}
        onChange={(e) => {
          onQuery(e.target.value);
        }}
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return;
          // Somebody who searches has not finished the form.
          e.preventDefault();
          if (found?.length === 1) onPick(String(found[0]?.id));
        }}
      />
      <p className="quiet-text" role="status">
        {found === null
          ? ''
          : total > found.length
            ? t.form.firstOf(found.length, total)
            : t.form.found(found.length)}
      </p>
      <ul className="hits">
        {(found ?? []).map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              onClick={() => {
                onPick(String(hit.id));
              }}
            >
              {hit.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export function MemberPicker(props: PickerProps) {
  const { client, language } = useConsole();
  const [query, setQuery] = useState('');
  const q = useSettled(query);
  const { data } = useResource(props.value === '' ? `members ${q}` : null, () =>
    answered(client.GET('/v1/registry/members', { params: { query: { q, limit: 8 } } })),
  );
  const one = useResource(props.value === '' ? null : `member ${props.value}`, () =>
    answered(
      client.GET('/v1/registry/members/{id}', { params: { path: { id: Number(props.value) } } }),
    ),
  );
  const hits = data?.items.map((item) => ({
    id: Number(item['id']),
    text: [textIn(item['acronym']), countryIn(language, textIn(item['country']))]
      .filter(Boolean)
      .join(' – '),
  }));
  const chosen = one.data === null ? null : textIn(one.data['acronym']);
  return (
    <Picker
      {...props}
      hits={hits ?? null}
      chosen={chosen}
      total={data?.total ?? 0}
      query={query}
      onQuery={setQuery}
    />
  );
}

export function CommitteePicker(props: PickerProps) {
  const { client, language } = useConsole();
  const [query, setQuery] = useState('');
  const q = useSettled(query);
  const { data } = useResource(props.value === '' ? `committees ${q}` : null, () =>
    answered(client.GET('/v1/registry/committees', { params: { query: { q, limit: 8 } } })),
  );
  const one = useResource(props.value === '' ? null : `committee ${props.value}`, () =>
    answered(
      client.GET('/v1/registry/committees/{id}', { params: { path: { id: Number(props.value) } } }),
    ),
  );
  const nameOf = (item: Readonly<Record<string, unknown>>) => {
    const title = textIn(language === 'fr' ? item['titleFr'] : null) || textIn(item['titleEn']);
    return `${textIn(item['reference'])} – ${title}`;
  };
  const hits = data?.items.map((item) => ({ id: Number(item['id']), text: nameOf(item) }));
  return (
    <Picker
      {...props}
      hits={hits ?? null}
      chosen={one.data === null ? null : nameOf(one.data)}
      total={data?.total ?? 0}
      query={query}
      onQuery={setQuery}
    />
  );
}
