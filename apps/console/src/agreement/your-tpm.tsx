import { useConsole } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import type { AgreementAnswer } from './model.js';
import { agreementTexts } from './texts.js';
import { useTimeline } from './use-timeline.js';
import { whoActed } from './who-acted.js';

/** The technical programme manager who last acted here, and how to reach the desk: in the same place on every view. */
export function YourTpm({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t } = useConsole();
  const x = useTexts(agreementTexts).people;
  const timeline = useTimeline(agreement);
  const tpm = whoActed(timeline.data?.items ?? []).find(({ role }) => role === 'TPM');
  return (
    <p className="your-tpm">
      {x.tpm}
      {t.colon}
      <strong>{tpm?.person ?? x.tpmUnknown}</strong> · <a href="mailto:tmb@iso.org">tmb@iso.org</a>
    </p>
  );
}
