import { lazy, Suspense } from 'react';
import { useSignedIn } from '../console.js';
import { Loading, Page } from '../parts/page.js';
import { PHASES } from '../agreement/phase-list.js';

const RuleBook = lazy(() => import('../rules/book.js'));

/** The lifecycle, the four types, the words and the rules, in plain language. */
export default function HelpScreen() {
  const { t } = useSignedIn();
  return (
    <Page title={t.help.title} lead={<p>{t.help.lead}</p>}>
      <section aria-labelledby="phases">
        <h2 id="phases">{t.agreement.lifecycle}</h2>
        <dl className="answers">
          {PHASES.map((phase) => (
            <div key={phase}>
              <dt>{t.phases[phase]}</dt>
              <dd>{t.help.phases[phase]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="types">
        <h2 id="types">{t.help.types}</h2>
        <dl className="answers">
          {Object.values(t.types).map((type) => (
            <div key={type.name}>
              <dt>{type.name}</dt>
              <dd>{type.help}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="words">
        <h2 id="words">{t.help.words}</h2>
        <dl className="answers">
          {t.help.glossary.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Suspense fallback={<Loading />}>
        <RuleBook />
      </Suspense>
    </Page>
  );
}
