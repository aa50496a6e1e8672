import { lazy, Suspense } from 'react';
import { useConsole } from '../console.js';
import { Unfold } from './unfold.js';
import { Explained } from './explained.js';
import { Loading } from './page.js';

const SaidUnder = lazy(() => import('../rules/said-under.js'));

/** Where a rule comes from, its special words explained, and what it says when somebody unfolds it. */
export function Source({ text, clause }: { readonly text: string; readonly clause: string }) {
  const { t } = useConsole();
  return (
    <>
      <Explained text={text} />
      <Unfold summary={t.ruleSays}>
        {() => (
          <Suspense fallback={<Loading />}>
            <SaidUnder source={clause} />
          </Suspense>
        )}
      </Unfold>
    </>
  );
}
