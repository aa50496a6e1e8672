import { answered, useResource, type Resource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import type { AgreementAnswer } from './model.js';

/** Everything that happened to the agreement up to the version that is shown. */
export function useTimeline(
  agreement: Pick<AgreementAnswer, 'id' | 'version'>,
): Resource<Schemas['Timeline']> {
  const { client, language } = useSignedIn();
  return useResource(`timeline ${agreement.id} ${String(agreement.version)} ${language}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/timeline', {
        params: { path: { agreement: agreement.id } },
      }),
    ),
  );
}
