import { decodeJwt, errors } from 'jose';
import type { DatabaseTime } from './database-time.js';
import { TokenVerifier, type Verified } from './token-verifier.js';
import type { TrustedIssuer } from './trusted-issuers.js';

/** Checks bearer tokens of every trusted issuer, each with the keys and on the terms of the issuer that it names. */
export class TrustedTokens {
  private readonly verifiers: ReadonlyMap<string, TokenVerifier>;

  constructor(
    issuers: readonly TrustedIssuer[],
    private readonly time: Pick<DatabaseTime, 'now'>,
  ) {
    this.verifiers = new Map(issuers.map((one) => [one.issuer, new TokenVerifier(one, this.time)]));
  }

  async verify(token: string): Promise<Verified> {
    // Not believed yet: it only says whose keys must have signed it.
    const payload = decodeJwt(token);
    const verifier = this.verifiers.get(payload.iss ?? '');
    if (verifier === undefined) {
      throw new errors.JWTClaimValidationFailed('unknown issuer', payload, 'iss', 'check_failed');
    }
    return verifier.verify(token);
  }
}
