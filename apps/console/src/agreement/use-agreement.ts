import { answered, useResource, type Resource } from '../api.js';
import { useEffect } from 'react';
import { useSignedIn } from '../console.js';
import { live } from '../live/store.js';
import type { AgreementAnswer } from './model.js';

/** One agreement as this person sees it now. */
export function useAgreement(id: string): Resource<AgreementAnswer> {
  const { client, language, me } = useSignedIn();
  const agreement = useResource(`agreement ${id} ${me.person} ${language}`, () =>
    answered(client.GET('/v1/agreements/{agreement}', { params: { path: { agreement: id } } })),
  );
  const version = agreement.data?.version;
  useEffect(() => {
    if (version !== undefined) live.know(id, version);
  }, [id, version]);
  return agreement;
}
