import type { ApiUnderTest } from './api-under-test.js';

interface Told {
  readonly id: number | null;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** A client of server-sent events, as far as these tests read them (WHATWG HTML 9.2). */
export class Listening {
  readonly told: Told[] = [];
  lastId: number | null = null;
  isOver = false;
  private readonly abort = new AbortController();

  static async at(api: ApiUnderTest, path: string, headers: Record<string, string>) {
    const listening = new Listening();
    const response = await fetch(`${api.url}${path}`, {
      headers,
      signal: listening.abort.signal,
    });
    if (response.body === null) throw new Error('No body.');
    void listening.read(response.body);
    return { listening, response };
  }

  close(): void {
    this.abort.abort();
  }

  changed(): readonly unknown[] {
    return this.told.filter(({ event }) => event === 'changed').map(({ data }) => data['version']);
  }

  async until(holds: () => boolean): Promise<void> {
    for (let left = 200; left > 0 && !holds(); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const piece of body) {
        const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Closed by the test.
    }
    this.isOver = true;
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const id = field('id');
    if (id !== undefined) this.lastId = Number(id);
    const data = field('data');
    if (data === undefined) return;
    this.told.push({
      id: id === undefined ? null : Number(id),
      event: field('event') ?? 'message',
      data: JSON.parse(data) as Record<string, unknown>,
    });
  }
}
