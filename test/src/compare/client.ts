import { pause, type Random } from '../faults/random.js';
import type { Application } from './application.js';

const PATIENCE_MS = 90_000;
/** So many of the commands are sent once more after they were answered: the answer was lost on the way. */
const REPEATED = 0.2;

interface Told {
  readonly key: string;
  readonly saw: number;
  readonly heard: { readonly version: number } | 'refused';
}

/** What the clients of one agreement were told, and how often a repeat was answered otherwise. */
export interface Seen {
  readonly agreement: string;
  readonly told: readonly Told[];
  readonly unanswered: number;
  readonly otherwise: number;
}

/** One client at work on one agreement: it repeats each command under its key until it is answered. */
export async function work(
  application: Application,
  agreement: string,
  random: Random,
  isOver: () => boolean,
): Promise<Seen> {
  const told: Told[] = [];
  let unanswered = 0;
  let otherwise = 0;
  const persist = async <T>(ask: () => Promise<T | null>): Promise<T | null> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const answer = await ask();
      if (answer !== null) return answer;
      await pause(random.between(50, 250));
    }
    return null;
  };
  while (!isOver()) {
    const saw = await persist(() => application.read(agreement));
    if (saw === null) break;
    const key = random.key();
    const heard = await persist(() => application.send(agreement, key, saw));
    if (heard === null) unanswered += 1;
    else told.push({ key, saw, heard });
    const earlier = told.length > 0 && random.chance(REPEATED) ? random.pick(told) : null;
    if (earlier !== null && earlier.heard !== 'refused') {
      const again = await persist(() => application.send(agreement, earlier.key, earlier.saw));
      if (JSON.stringify(again) !== JSON.stringify(earlier.heard)) otherwise += 1;
    }
    await pause(random.between(0, 40));
  }
  return { agreement, told, unanswered, otherwise };
}
