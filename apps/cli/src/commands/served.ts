import { Failure } from '../failure.js';

/** How often a record that is asked too much is waited for. */
const PATIENCE = 20;

/** What a record serves to everybody. Where it asks for patience (429, 503), this waits as long as it says and asks again. */
export async function served(url: string, path: string): Promise<Buffer> {
  for (let left = PATIENCE; ; left -= 1) {
    const response = await asked(url, path);
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    const wait = Number(response.headers.get('retry-after'));
    const isBusy = [429, 503].includes(response.status) && wait > 0 && wait <= 120;
    if (!isBusy || left === 0)
      throw new Failure((m) => m.failures.answered(`${url}${path}`, String(response.status)));
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

async function asked(url: string, path: string): Promise<Response> {
  try {
    return await fetch(`${url}${path}`, { signal: AbortSignal.timeout(30_000) });
  } catch {
    throw new Failure(
      (m) => m.failures.noAnswer(url),
      (m) => m.failures.startOrUrl,
    );
  }
}
