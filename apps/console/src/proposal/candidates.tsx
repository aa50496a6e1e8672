import { useState } from 'react';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { Loaded } from '../parts/page.js';
import { countryIn } from '../registry/country.js';
import { textOf } from '../registry/items.js';

const AT_FIRST = 12;

/**
 * Bodies that take part in the committee: P-members, of which one may lead; or observers, of which one may be helped to
 * become more.
 */
export function Candidates({
  committee,
  seeks,
  onPick,
}: {
  readonly committee: string;
  readonly seeks: 'P' | 'O';
  readonly onPick: (member: string) => void;
}) {
  const { t, client, me, language } = useSignedIn();
  const [all, setAll] = useState(false);
  const members = useResource(`candidates ${committee}`, () =>
    answered(
      client.GET('/v1/registry/committees/{id}/members', {
        params: { path: { id: Number(committee) } },
      }),
    ),
  );
  return (
    <section aria-labelledby="candidates">
      <h3 id="candidates">{t.proposal.candidates}</h3>
      <Loaded of={members}>
        {({ items }) => {
          const found = items.filter(
            (item) => item['status'] === seeks && item['id'] !== me.member,
          );
          return found.length === 0 ? (
            <p>{t.proposal.noCandidates}</p>
          ) : (
            <>
              <p className="quiet-text">{t.proposal.candidatesOf(found.length)}</p>
              <ul className="candidates">
                {found.slice(0, all ? undefined : AT_FIRST).map((item) => (
                  <li key={String(item['id'])}>
                    <button
                      type="button"
                      onClick={() => {
                        onPick(String(item['id']));
                      }}
                    >
                      {String(item['acronym'])}
                    </button>{' '}
                    <span className="quiet-text">
                      {countryIn(language, textOf(item['country']))} –{' '}
                      {seeks === 'P' ? t.proposal.becauseP : t.proposal.becauseO}
                    </span>
                  </li>
                ))}
              </ul>
              {!all && found.length > AT_FIRST && (
                <button
                  type="button"
                  onClick={() => {
                    setAll(true);
                  }}
                >
                  {t.proposal.allCandidates(found.length)}
                </button>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
