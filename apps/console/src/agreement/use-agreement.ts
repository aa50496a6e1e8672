import { answered, useResource, type Resource } from '../api.js';
import { useSignedIn } from '../console.js';
import type { AgreementAnswer } from './model.js';

/** One agreement as this person sees it now. */
export function useAgreement(id: string): Resource<AgreementAnswer> {
  const { client, language, me } = useSignedIn();
  return useResource(`agreement ${id} ${me.person} ${language}`, () =>
    answered(client.GET('/v1/agreements/{agreement}', { params: { path: { agreement: id } } })),
  );
}
