import { answered, useResource, type Resource } from '../api.js';
import { useEffect } from 'react';
import { useSignedIn } from '../console.js';
import { live } from '../live/store.js';
import type { AgreementAnswer } from './model.js';

/** Where an agreement is read: as one's own, or as a P-member of the committee that may appeal. */
export type Place = 'agreements' | 'appeals';

/** One agreement as this person sees it now. */
export function useAgreement(id: string, place: Place = 'agreements'): Resource<AgreementAnswer> {
  const { client, language, me } = useSignedIn();
  const params = { params: { path: { agreement: id } } };
  const agreement = useResource(`${place} ${id} ${me.person} ${language}`, () =>
    answered(
      place === 'agreements'
        ? client.GET('/v1/agreements/{agreement}', params)
        : client.GET('/v1/appeals/{agreement}', params),
    ),
  );
  const version = agreement.data?.version;
  useEffect(() => {
    if (version !== undefined) live.know(id, version);
  }, [id, version]);
  return agreement;
}
