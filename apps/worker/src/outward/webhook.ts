import type { Delivery, Settlement } from '@twinning/engine';
import { CloudEvent } from 'cloudevents';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { assertPublicHost, publicLookup } from './public-address.js';

export interface WebhookOptions {
  /** Networks in CIDR notation that may be reached though they are private. */
  readonly allowed: readonly string[];
  /** Whole seconds are the receiver's: an answer that is not complete by then counts as none. */
  readonly timeoutMs: number;
  readonly publicUrl: string;
}

export type Failure = Exclude<Settlement, { state: 'sent' } | { state: 'waiting' }>;
/** How one attempt ended: null when the receiver took it; `final` when no other attempt may follow. */
export type Attempt = null | { readonly why: string; readonly final: boolean };

/** What is said: that the agreement has changed, and where to read it. Nothing that its address does not protect. */
export function cloudEventOf(delivery: Delivery, publicUrl: string): string {
  const event = new CloudEvent({
    id: delivery.notice,
    source: publicUrl,
    type: 'org.twinning.agreement.changed.v1',
    subject: delivery.agreement,
    time: delivery.createdAt,
    datacontenttype: 'application/json',
    data: {
      agreement: delivery.agreement,
      version: delivery.version,
      status: delivery.content.status,
      phase: delivery.content.phase,
      url: `${publicUrl}/v1/agreements/${delivery.agreement}`,
    },
  });
  return JSON.stringify(event);
}

/** Headers of Standard Webhooks; with two secrets the receiver may check against either. */
export function signedHeaders(
  { notice, secrets }: Pick<Delivery, 'notice' | 'secrets'>,
  body: string,
  at: Date,
): Record<string, string> {
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': notice,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((s) => new Webhook(s).sign(notice, at, body)).join(' '),
  };
}

/** Sends one message once. Redirects are not followed; a private address is refused at the moment of connecting. */
export async function callWebhook(
  delivery: Delivery,
  { allowed, timeoutMs, publicUrl }: WebhookOptions,
): Promise<Attempt> {
  const body = cloudEventOf(delivery, publicUrl);
  try {
    const url = new URL(delivery.address);
    assertPublicHost(url.hostname, allowed);
    const status = await post(url, body, {
      headers: signedHeaders(delivery, body, new Date()),
      lookup: publicLookup(allowed),
      timeoutMs,
    });
    if (status >= 200 && status < 300) return null;
    return { why: `the receiver answered ${String(status)}`, final: status === 410 };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error), final: false };
  }
}

interface Post {
  readonly headers: Record<string, string>;
  readonly lookup: ReturnType<typeof publicLookup>;
  readonly timeoutMs: number;
}

function post(url: URL, body: string, { headers, lookup, timeoutMs }: Post): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup,
      agent: false,
      // From the first byte to the last: a receiver that drips does not hold us.
      signal: AbortSignal.timeout(timeoutMs),
    });
    call.once('error', reject);
    call.once('response', (response) => {
      response.once('error', reject);
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('aborted', () => reject(new Error('the receiver broke off')));
      response.resume();
    });
    call.end(body);
  });
}
