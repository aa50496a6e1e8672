import type { Db } from '@twinning/engine';
import type { EventLog, Genesis } from '@twinning/event-log';
import type { ApiConfig } from '../config.js';
import { isLocal } from './trusted-issuers.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/** Whether a host name or address is this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

type Where = Pick<ApiConfig, 'publicUrl' | 'host' | 'localIssuer'>;

/**
 * Why the local issuer, which asks for no password, may not stand in; null when it may: on this machine alone, before a
 * demonstration or a record whose operator wants it by name. A record of unknown kind counts as one of production.
 */
export function whyNotLocal(where: Where, kind: Genesis['kind'] | null): string | null {
  const wanted = 'Set OIDC_ISSUER or OIDC_ISSUERS_FILE.';
  const outside = [new URL(where.publicUrl).hostname, where.host].find((one) => !isLoopback(one));
  if (outside !== undefined) {
    return `No issuer is set, and ${outside} is more than this machine: the local issuer asks nobody for a password. ${wanted}`;
  }
  return kind === 'demonstration' || where.localIssuer
    ? null
    : `No issuer is set, and the record is no demonstration: the local issuer asks nobody for a password. ${wanted}`;
}

/** Ends the start with the reason when no issuer is set and the local one may not stand in. */
export async function demandIssuer(
  config: ApiConfig,
  { db, log }: { readonly db: Db; readonly log: EventLog },
): Promise<void> {
  if (!isLocal(config)) return;
  const [first] = await log.readAll(db, 0, 1);
  const genesis = first?.payload as unknown as Genesis | undefined;
  const why = whyNotLocal(config, genesis?.kind ?? null);
  if (why !== null) throw new Error(why);
}
