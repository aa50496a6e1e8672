import { lazy, Suspense, useEffect, useState } from 'react';

const CalendarSection = lazy(() => import('../calendar-feed/section.js'));

const LATER_MS = 2_000;

/** Last on the page, and on a slow line last on the way: fetched a while after the tasks can be read. */
export function CalendarLater({ usable }: { readonly usable: boolean }) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!usable) return;
    const timer = window.setTimeout(() => {
      setWanted(true);
    }, LATER_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [usable]);
  return (
    wanted && (
      <Suspense fallback={null}>
        <CalendarSection />
      </Suspense>
    )
  );
}
