import { useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded } from '../parts/page.js';
import { NamedChoice } from './named-choice.js';
import { Parts } from './pieces.js';
import { termsTexts } from './texts.js';

type Version = Schemas['ClauseHistory']['versions'][number];

/** Any two versions of a clause beside each other, whoever wrote them and however far apart they are. */
export function CompareVersions({
  agreement,
  clause,
  versions,
  beside,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
  readonly versions: readonly Version[];
  readonly beside: boolean;
}) {
  const x = useTexts(termsTexts);
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(versions.length - 1);
  const names = versions.map((_, n) => x.version(n + 1));
  return (
    <section aria-label={x.compare}>
      <h4>{x.compare}</h4>
      <p>
        <NamedChoice label={x.from} names={names} chosen={from} onChoose={setFrom} />{' '}
        <NamedChoice label={x.to} names={names} chosen={to} onChoose={setTo} />
      </p>
      <Compared
        agreement={agreement}
        clause={clause}
        from={versions[from]}
        to={versions[to]}
        beside={beside}
      />
    </section>
  );
}

function Compared({
  agreement,
  clause,
  from,
  to,
  beside,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
  readonly from: Version | undefined;
  readonly to: Version | undefined;
  readonly beside: boolean;
}) {
  const { client } = useSignedIn();
  const x = useTexts(termsTexts);
  const hashes = { from: from?.hash ?? '', to: to?.hash ?? '' };
  const found = useResource(`compare ${agreement.id} ${clause} ${hashes.from} ${hashes.to}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/clauses/{clause}/difference', {
        params: { path: { agreement: agreement.id, clause }, query: hashes },
      }),
    ),
  );
  const differing = (found.data?.parts ?? []).filter(({ change }) => change !== 'SAME').length;
  // The sentence alone is announced: the difference is read by whoever goes there.
  return (
    <>
      <p className="quiet-text" role="status">
        {found.data !== null && (differing === 0 ? x.alike : x.differs(differing))}
      </p>
      <Loaded of={found}>
        {({ parts }) => <Parts parts={parts} lang={to?.language ?? 'en'} beside={beside} />}
      </Loaded>
    </>
  );
}
