import { useState } from 'react';
import type { AgreementAnswer, Happening } from '../agreement/model.js';
import { useTimeline } from '../agreement/use-timeline.js';
import { instantInWords } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded } from '../parts/page.js';
import { BesideButton } from './beside-button.js';
import { NamedChoice } from './named-choice.js';
import { TermsDifference } from './terms-difference.js';
import { textVersions } from './text-versions.js';
import { termsTexts } from './texts.js';

/** Null: each clause as its author wrote it. */
const LANGUAGES = [null, 'en', 'fr'] as const;

/** The whole text at any two moments beside each other; loaded when somebody asks. */
export function CompareTerms({ agreement }: { readonly agreement: AgreementAnswer }) {
  const x = useTexts(termsTexts);
  const timeline = useTimeline(agreement);
  return (
    <Loaded of={timeline}>
      {({ items }) => {
        const versions = textVersions(items);
        return versions.length < 2 ? (
          <p className="quiet-text">{x.oneVersion}</p>
        ) : (
          <Compared key={versions.length} agreement={agreement} versions={versions} />
        );
      }}
    </Loaded>
  );
}

function Compared({
  agreement,
  versions,
}: {
  readonly agreement: AgreementAnswer;
  readonly versions: readonly Happening[];
}) {
  const { language } = useSignedIn();
  const x = useTexts(termsTexts);
  const [[earlier, later], setPair] = useState<readonly [number, number]>([
    versions.length - 2,
    versions.length - 1,
  ]);
  const [beside, setBeside] = useState(false);
  const [written, setWritten] = useState(0);
  const names = versions.map(
    ({ version, occurredAt, text }) =>
      `${String(version)} – ${instantInWords(occurredAt, language)} – ${text}`,
  );
  const versionAt = (n: number) => versions[n]?.version ?? agreement.version;
  // What comes before is shown as what was before, whichever of the two was chosen first.
  const choose = (one: number, other: number) => {
    setPair([Math.min(one, other), Math.max(one, other)]);
  };
  return (
    <>
      <p>
        <NamedChoice
          label={x.from}
          names={names}
          chosen={earlier}
          onChoose={(n) => {
            choose(n, later);
          }}
        />{' '}
        <NamedChoice
          label={x.to}
          names={names}
          chosen={later}
          onChoose={(n) => {
            choose(earlier, n);
          }}
        />{' '}
        <NamedChoice
          label={x.inLanguage}
          names={[x.asWritten, x.languages.en, x.languages.fr]}
          chosen={written}
          onChoose={setWritten}
        />{' '}
        <BesideButton beside={beside} onChange={setBeside} />
      </p>
      <TermsDifference
        announced
        agreement={agreement}
        from={versionAt(earlier)}
        to={versionAt(later)}
        language={LANGUAGES[written] ?? null}
        beside={beside}
        alike={x.alike}
      />
    </>
  );
}
