import { Fault } from '../messages/say.mjs';
import { Stopped } from './session.mjs';

const PATIENCE = 90_000;

/** Waits until the API reaches the record, Temporal and a worker. Throws `Fault` with its last answer when it does not. */
export async function ready({ url, logs, isOver, patience = PATIENCE }) {
  let answer = '–';
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (isOver()) throw new Stopped();
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      const body = await response.text();
      answer = `${String(response.status)} ${body.slice(0, 300)}`;
      // 200 is also said by an API that reads but carries nothing out. What lay undone while nothing ran, `reasons`, is
      // made up for by what has just started.
      if (response.ok && JSON.parse(body).conductor === 'ok') return;
    } catch (error) {
      answer = error.cause?.message ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Fault('notReady', { seconds: patience / 1000, answer, logs });
}
