import { useConsole } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Loaded } from '../parts/page.js';
import { saidUnder } from './clauses.js';
import { useRules } from './use-rules.js';
import { ruleWords } from './words.js';

/** What the rules say under a source, in the product's own words; where they say nothing, which steps it opens. */
export default function SaidUnder({ source }: { readonly source: string }) {
  const { t } = useConsole();
  const x = useTexts(ruleWords);
  const texts = useRules();
  return (
    <Loaded of={texts}>
      {(all) => {
        const { rules, steps } = saidUnder(all, source);
        return (
          <div className="said-under">
            {rules.length === 0 ? (
              <p>{steps.length === 0 ? x.silent : x.nothing}</p>
            ) : (
              <ul>
                {rules.map(([id, of, text]) => (
                  <li key={id}>
                    {text} <span className="quiet-text">({of})</span>
                  </li>
                ))}
              </ul>
            )}
            {rules.length === 0 && steps.length > 0 && (
              <p>
                {x.steps}
                {t.colon}
                {steps.join(' · ')}
              </p>
            )}
            <p>
              <Link to={`/help?rule=${encodeURIComponent(source)}`}>{x.more}</Link>
            </p>
          </div>
        );
      }}
    </Loaded>
  );
}
