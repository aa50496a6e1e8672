import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { readsAccesses } from '../roles.js';
import type { AgreementAnswer } from './model.js';
import { agreementTexts } from './texts.js';
import { useTimeline } from './use-timeline.js';
import { whoActed } from './who-acted.js';

/** Where everybody reaches the desk. */
const DESK = 'tmb@iso.org';

/**
 * The technical programme manager who last acted here, and how to reach them: in the same place on every view. Names and
 * addresses are shown to those who read ISO's own list; for others the record's reference and the desk's address stand.
 */
export function YourTpm({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t, client, me, language } = useSignedIn();
  const x = useTexts(agreementTexts).people;
  const timeline = useTimeline(agreement);
  const tpm = whoActed(timeline.data?.items ?? []).find(({ role }) => role === 'TPM');
  const staff = useResource(readsAccesses(me) ? `people 0 ${me.person} ${language}` : null, () =>
    answered(client.GET('/v1/bodies/{body}/people', { params: { path: { body: 0 } } })),
  );
  const known = staff.data?.people.find(({ person }) => person === tpm?.person);
  const address = known?.email ?? DESK;
  return (
    <p className="your-tpm">
      {x.tpm}
      {t.colon}
      <strong>
        {known?.name ?? tpm?.person ?? (timeline.data === null ? '…' : x.tpmUnknown)}
      </strong>{' '}
      · <a href={`mailto:${address}`}>{address}</a>
    </p>
  );
}
