import type { Answer, Product } from '../support/product.js';
import { COMMITTEE } from '../support/request.js';
import type { Entry, Ledger } from './ledger.js';
import { pause, type Random } from './random.js';

const ANSWER_MS = 12_000;

/** What a partner may try; many of these are refused, and a refusal is an outcome too. */
const MOVES: readonly (readonly [string, string, unknown])[] = [
  ['asi.rep', 'invite-partner', { member: 1725 }],
  ['ies.rep', 'confirm-partner', {}],
  ['asi.rep', 'edit-request', { goals: 'Two experts in working groups.' }],
  ['ies.rep', 'edit-request', { need: 'To comment in time.' }],
  ['asi.rep', 'edit-request', { outcome: 'A participating member.' }],
  ['asi.rep', 'submit-request', {}],
];

/** True when the command has its outcome, or will never have one because it was not stored. */
const isFinal = ({ status, body }: Answer): boolean =>
  status === 200 ||
  status === 201 ||
  ((status === 403 || status === 404 || status === 409 || status === 412 || status === 422) &&
    typeof body.code === 'string');

/** A client at random work: it repeats every command under its key until it has an outcome, as a good client does. */
export class RandomClient {
  private readonly agreements: string[] = [];

  constructor(
    private readonly number: number,
    private readonly product: Product,
    private readonly ledger: Ledger,
    private readonly random: Random,
    /** The addresses it may use: one of several APIs. */
    private readonly urls: readonly string[],
    /** Milliseconds after which it gives a command up. */
    private readonly patienceMs: () => number,
  ) {}

  async workUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      if (this.agreements.length === 0 || this.random.chance(0.3)) await this.draft();
      else await this.move(this.random.pick(this.agreements));
      await pause(this.random.between(0, 60));
    }
  }

  async draft(): Promise<Entry> {
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const entry = await this.persist('asi.rep', null, 'start-draft', payload, null);
    if (entry.status === 201) this.agreements.push(String(entry.body.agreement));
    return entry;
  }

  async move(agreement: string): Promise<void> {
    const version = await this.read(agreement);
    if (version === null) return;
    const [person, command, payload] = this.random.pick(MOVES);
    await this.persist(person, agreement, command, payload, version);
  }

  private async read(agreement: string): Promise<number | null> {
    const answer = await this.ask('asi.rep', 'GET', `/v1/agreements/${agreement}`);
    if (answer === null || answer.status !== 200) return null;
    const version = Number(answer.body.version);
    this.ledger.readings.push({ client: this.number, agreement, version, at: Date.now() });
    return version;
  }

  /** Sends a command until it has an outcome. */
  async persist(
    person: string,
    on: string | null,
    command: string,
    payload: unknown,
    saw: number | null,
    key = this.random.key(),
  ): Promise<Entry> {
    const from = Date.now();
    const asked = { key, person, on, command, payload, saw, from };
    const entry: Entry = { ...asked, to: from, status: null, body: {}, attempts: 0 };
    this.ledger.entries.push(entry);
    while (Date.now() - from < this.patienceMs()) {
      const answer = await this.attempt(entry);
      entry.attempts += 1;
      if (answer?.status === 500) {
        this.ledger.oddities.push(`500 for ${command}: ${JSON.stringify(answer.body)}`);
      }
      if (answer !== null && isFinal(answer)) {
        Object.assign(entry, { status: answer.status, body: answer.body, to: Date.now() });
        return entry;
      }
      await pause(this.random.between(50, 250));
    }
    entry.to = Date.now();
    return entry;
  }

  /** Sends it once more under its key. */
  async attempt({ key, person, on, command, payload, saw }: Entry): Promise<Answer | null> {
    const path = on === null ? '/v1/agreements' : `/v1/agreements/${on}/${command}`;
    return this.ask(person, 'POST', path, {
      body: JSON.stringify(payload),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(saw !== null && { 'If-Match': `"${String(saw)}"` }),
      },
    });
  }

  private async ask(
    person: string,
    method: string,
    path: string,
    more: { readonly body?: string; readonly headers?: Record<string, string> } = {},
  ): Promise<Answer | null> {
    const Authorization = `Bearer ${await this.product.token(person)}`;
    try {
      const response = await fetch(`${this.random.pick(this.urls)}${path}`, {
        method,
        headers: { Authorization, ...more.headers },
        ...(more.body !== undefined && { body: more.body }),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const text = await response.text();
      const body = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, body };
    } catch {
      return null;
    }
  }
}
