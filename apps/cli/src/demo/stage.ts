import { commandIdFor } from '@twinning/engine';
import { z } from 'zod';
import { Api, type Answer } from '../api.js';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { personNamed, tokenFor } from '../people.js';

/** What the scripts read of an agreement; everything else is in `raw`. */
const seen = z.object({
  version: z.number(),
  status: z.string(),
  statusText: z.string(),
  requestHash: z.string(),
  negotiation: z.object({
    documents: z.object({
      documentHash: z.string().nullable(),
      planHash: z.string().nullable(),
      clauses: z.array(z.object({ clause: z.string(), hash: z.string().nullable() })),
    }),
  }),
  evaluation: z.object({
    evaluations: z.array(z.object({ id: z.string(), kind: z.string(), stage: z.string() })),
  }),
});
const deadlines = z.object({ items: z.array(z.object({ due: z.string(), text: z.string() })) });
export type Seen = z.infer<typeof seen>;

/** How time is when an act is entered: at a moment of the past, or now. */
export interface Moment {
  readonly occurredOn?: string;
}

/** How a story goes on that was interrupted: every act has a key of its own, and what was done is not done again. */
export interface Resuming {
  /** Begins the keys of the story's acts. */
  readonly keys: string;
  /** Hears when an act that was found done had happened (RFC 3339). */
  readonly reached: (at: string) => void;
}

/** A command was stored and came too late for the version that it was given for: it has left nothing. */
class CameTooLate extends Error {}

const UNDECIDED_MS = 500;
const AWAY_MS = 2_000;

/** A fresh proof counts for ten minutes: a token is had anew before. */
const RENEW_MS = 300_000;

/** The people of the demonstration on the product's own API: one agreement at a time, one clock. */
export class Stage {
  private readonly apis = new Map<string, { readonly api: Api; readonly until: number }>();
  private id: string | null = null;
  private version = 0;
  private acts = 0;
  private isResuming: boolean;

  constructor(
    private readonly context: Context,
    private readonly language: string,
    private readonly moment: () => Moment,
    private readonly resuming: Resuming | null = null,
  ) {
    this.isResuming = resuming !== null;
  }

  get isOpen(): boolean {
    return this.id !== null;
  }

  get agreement(): string {
    if (this.id === null) throw new Error('No agreement has been opened.');
    return this.id;
  }

  /** Issues a command as a person; opens the agreement when there is none. */
  async act(person: string, command: string, payload: unknown = {}): Promise<readonly string[]> {
    this.acts += 1;
    const done = this.isResuming ? await this.doneBefore(person) : null;
    if (done !== null) return this.heard(done);
    this.isResuming = false;
    for (let left = 5; ; left -= 1) {
      try {
        return await this.send(person, command, payload);
      } catch (error) {
        const code = error instanceof Failure ? error.details.code : undefined;
        // With a key of its own the act is carried out once, however often a busy database has it sent.
        const isAway = code === 'STORE_AWAY' && this.resuming !== null;
        const isLate = code === 'VERSION_CONFLICT' || error instanceof CameTooLate;
        if ((!isLate && !isAway) || left === 0) throw error;
        if (isAway) await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
        // A deadline or gathered evidence came between: what was read is a version behind.
        else this.version = (await this.look(person)).version;
      }
    }
  }

  /** Files a paper as a person; answers its hash. Filed again, it is the same file. */
  async files(person: string, purpose: string, paper: Buffer): Promise<string> {
    return (await this.apiOf(person)).files(this.agreement, purpose, paper);
  }

  private async send(
    person: string,
    command: string,
    payload: unknown,
  ): Promise<readonly string[]> {
    const api = await this.apiOf(person);
    const opened = this.id !== null;
    const answer = await api.act({
      agreement: this.id,
      command,
      payload,
      ...this.moment(),
      ...(this.resuming !== null && { key: this.key(this.resuming) }),
      ...(opened && { version: this.version }),
    });
    return this.heard(await this.decided(api, answer));
  }

  /** Waits for the decision of what was only stored: on a slow machine that takes a while, and the next act builds on it. */
  private async decided(api: Api, answer: Answer): Promise<Answer> {
    if (answer.status !== 'STORED') return answer;
    await new Promise((resolve) => setTimeout(resolve, UNDECIDED_MS));
    const later = await api.sent(answer.command);
    if (later === null) throw new CameTooLate();
    return this.decided(api, later);
  }

  private heard(answer: Answer): readonly string[] {
    this.id ??= answer.agreement;
    this.version = answer.version ?? this.version;
    return answer.events.map((e) => e.type);
  }

  private key({ keys }: Resuming): string {
    return `${keys}-${String(this.acts)}`;
  }

  /** The answer to this act when an earlier run has sent it; waits for its decision. */
  private async doneBefore(person: string): Promise<Answer | null> {
    if (this.resuming === null) return null;
    const api = await this.apiOf(person);
    const id = commandIdFor(personNamed(person).member ?? 0, this.key(this.resuming));
    const sent = await api.sent(id);
    if (sent === null) return null;
    try {
      const answer = await this.decided(api, sent);
      if (answer.decidedAt !== undefined) this.resuming.reached(answer.decidedAt);
      return answer;
    } catch (error) {
      if (error instanceof CameTooLate) return null;
      throw error;
    }
  }

  /** What happens next if nobody acts. */
  async nextDeadline(): Promise<{ due: string; text: string } | null> {
    const api = await this.apiOf('auditor');
    const { items } = deadlines.parse(await api.get(`/v1/agreements/${this.agreement}/deadlines`));
    return items[0] ?? null;
  }

  async look(person = 'auditor'): Promise<Seen> {
    const api = await this.apiOf(person);
    const read = seen.parse(await api.get(`/v1/agreements/${this.agreement}`));
    this.version = read.version;
    return read;
  }

  private async apiOf(id: string): Promise<Api> {
    const known = this.apis.get(id);
    if (known !== undefined && Date.now() < known.until) return known.api;
    const token = await tokenFor(this.context, personNamed(id), true);
    const api = new Api(await this.context.url(), token, this.language);
    this.apis.set(id, { api, until: Date.now() + RENEW_MS });
    return api;
  }
}
