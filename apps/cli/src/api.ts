import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { EXIT, Failure } from './failure.js';

/** How an answer brings its receipt, or says why it does not; `twinning verify --receipt` reads it. */
const receipts = {
  receipt: z.string().optional(),
  proof: z.unknown().optional(),
  proofs: z.unknown().optional(),
  unproven: z.object({ code: z.string(), text: z.string() }).optional(),
};

const problem = z.object({
  status: z.number(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  clause: z.string().optional(),
  details: z.record(z.string(), z.unknown()).default({}),
  // Of a refusal that was recorded: what its receipt is held to, and the receipt.
  command: z.string().optional(),
  agreement: z.string().optional(),
  version: z.number().optional(),
  recorded: z.number().nullable().optional(),
  ...receipts,
});

const answer = z.object({
  command: z.string(),
  agreement: z.string(),
  status: z.enum(['ACCEPTED', 'STORED']),
  version: z.number().optional(),
  decidedAt: z.string().optional(),
  events: z.array(z.object({ index: z.number(), type: z.string() })).default([]),
  ...receipts,
});
export type Answer = z.infer<typeof answer>;

export interface Act {
  /** Null opens a new agreement. */
  readonly agreement: string | null;
  /** Path of the command, e.g. `invite-partner`; ignored when the agreement is opened. */
  readonly command: string;
  readonly payload: unknown;
  /** Version that was read; read now when it is absent. */
  readonly version?: number;
  readonly occurredOn?: string;
  readonly key?: string;
}

const APPEALS = ['lodge-appeal', 'withdraw-appeal'];

interface Init {
  readonly method: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}

/** The product's HTTP API as one person uses it. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly language: string,
  ) {}

  async get(path: string): Promise<unknown> {
    return (await this.fetch(path, { method: 'GET' })).body;
  }

  /** A file as it is served. */
  async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.request(path, { method: 'GET' })).arrayBuffer());
  }

  /** Writes a file as it is served to this place, whole or not at all; answers its length in bytes. */
  async download(path: string, file: string): Promise<number> {
    const { body } = await this.request(path, { method: 'GET' });
    const draft = `${file}.part`;
    try {
      await writeFile(draft, body === null ? '' : Readable.fromWeb(body));
      const { size } = await stat(draft);
      await rename(draft, file);
      return size;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Files a paper beside an agreement; answers its hash. */
  async files(agreement: string, purpose: string, paper: Buffer): Promise<string> {
    const path = `/v1/agreements/${encodeURIComponent(agreement)}/attachments?purpose=${purpose}`;
    const { body } = await this.fetch(path, {
      method: 'POST',
      body: new Uint8Array(paper),
      headers: { 'Content-Type': 'application/pdf' },
    });
    return z.object({ sha256: z.string() }).parse(body).sha256;
  }

  /** Who appeals without being a party reads the agreement under another address. */
  private async versionOf(agreement: string, { command }: Act): Promise<number> {
    const read = async (place: string) =>
      z
        .object({ version: z.number() })
        .parse(await this.get(`/v1/${place}/${encodeURIComponent(agreement)}`)).version;
    try {
      return await read('agreements');
    } catch (error) {
      const isUnseen = error instanceof Failure && error.details['code'] === 'NOT_FOUND';
      if (!isUnseen || !APPEALS.includes(command)) throw error;
      return read('appeals');
    }
  }

  /** Sends a command; the version is read first when it is not given. */
  async act(act: Act): Promise<Answer> {
    const version =
      act.agreement === null ? null : (act.version ?? (await this.versionOf(act.agreement, act)));
    const path =
      act.agreement === null
        ? act.command === 'open-catch-up'
          ? '/v1/agreements/catch-up'
          : '/v1/agreements'
        : `/v1/agreements/${encodeURIComponent(act.agreement)}/${encodeURIComponent(act.command)}`;
    const { body } = await this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(act.payload),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': act.key ?? randomUUID(),
        ...(version !== null && { 'If-Match': `"${String(version)}"` }),
        ...(act.occurredOn !== undefined && { 'Twinning-Occurred-On': act.occurredOn }),
      },
    });
    return answer.parse(body);
  }

  /** A command of the caller's body that was sent before; null when there is none. */
  async sent(command: string): Promise<Answer | null> {
    try {
      const { body } = await this.fetch(`/v1/commands/${command}`, { method: 'GET' });
      return answer.parse(body);
    } catch (error) {
      // One that came too late for its version has left nothing either.
      const none = ['NOT_FOUND', 'VERSION_CONFLICT'];
      if (error instanceof Failure && none.includes(String(error.details.code))) return null;
      throw error;
    }
  }

  /** Sends a command that is decided in the request. */
  async post(path: string, payload: unknown, key: string = randomUUID()): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    return (await this.fetch(path, { method: 'POST', body: JSON.stringify(payload), headers }))
      .body;
  }

  private async fetch(path: string, init: Init): Promise<{ body: unknown }> {
    const response = await this.request(path, init);
    const body: unknown = await response.json().catch(() => null);
    return { body };
  }

  private async request(path: string, init: Init): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`${this.url}${path}`, {
        ...init,
        headers: {
          Authorization: `Bearer ${this.token}`,
          'Accept-Language': this.language,
          ...init.headers,
        },
      });
    } catch {
      throw new Failure(
        (m) => m.failures.noAnswer(this.url),
        (m) => m.failures.startOrUrl,
      );
    }
    if (response.ok) return response;
    const body: unknown = await response.json().catch(() => null);
    const parsed = problem.safeParse(body);
    if (!parsed.success) {
      throw new Failure((m) => m.failures.answered(`${this.url}${path}`, String(response.status)));
    }
    const { title, detail, ...rest } = parsed.data;
    const { code, clause, details, status } = rest;
    throw new Failure(
      `${title} (${code}${clause === undefined ? '' : `, ${clause}`})`,
      [detail, ...faultLines(details), ...(rest.unproven ? [rest.unproven.text] : [])].join('\n'),
      exitCodeOf(status),
      { ...rest, clause: clause ?? null },
    );
  }
}

/** A rule's refusal is 3, a malformed request 2, everything else a plain failure. */
const exitCodeOf = (status: number): number => {
  if (status === 400) return EXIT.usage;
  return [403, 409, 412, 422].includes(status) ? EXIT.refused : EXIT.failed;
};

const faults = z.object({
  faults: z.array(z.object({ pointer: z.string(), expected: z.string() })),
});

/** The fields that a malformed request has wrong, a line each. */
const faultLines = (details: unknown): readonly string[] =>
  (faults.safeParse(details).data?.faults ?? []).map((f) => `  ${f.pointer}: ${f.expected}`);
