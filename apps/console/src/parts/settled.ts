import { useEffect, useState } from 'react';

/** A text that follows what is typed after a pause, so that not every letter asks the service. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(text);
    }, 200);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
