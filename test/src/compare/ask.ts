const ANSWER_MS = 12_000;

/** An answer in JSON; null when none came. */
export async function askJson(
  url: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> } | null> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text === '' ? '{}' : text) as never };
  } catch {
    return null;
  }
}
