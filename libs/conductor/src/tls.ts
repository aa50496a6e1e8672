import { readFileSync } from 'node:fs';

/** How a connection to Temporal is encrypted, and how both ends prove who they are. */
export interface TemporalTls {
  readonly serverNameOverride?: string;
  /** The authority that the server's certificate comes from (PEM); the system's own ones when absent. */
  readonly serverRootCACertificate?: Buffer;
  /** Our own proof (mTLS), in PEM. */
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
}

/** The settings of TLS contradict each other, or a file cannot be read. Says which, never what it holds. */
export class TlsMisconfigured extends Error {}

const PREFIX = 'TEMPORAL_TLS';
const NAMES = {
  on: PREFIX,
  authority: `${PREFIX}_SERVER_CA_CERT_PATH`,
  certificate: `${PREFIX}_CLIENT_CERT_PATH`,
  key: `${PREFIX}_CLIENT_KEY_PATH`,
  serverName: `${PREFIX}_SERVER_NAME`,
} as const;

/**
 * TLS as the variables of Temporal's own command line ask for it; null for a connection in the open. A part without a
 * word about the rest switches it on, and `TEMPORAL_TLS=false` beside a part is a contradiction, not a choice: what was
 * meant to be encrypted must not go out in the open.
 */
export function temporalTlsIn(env: NodeJS.ProcessEnv): TemporalTls | null {
  const given = (name: string): string | null => env[name] || null;
  const on = given(NAMES.on)?.toLowerCase() ?? null;
  if (on !== null && !['true', '1', 'false', '0'].includes(on))
    throw new TlsMisconfigured(`${NAMES.on} is true or false.`);
  const [authority, certificate, key, serverName] = [
    given(NAMES.authority),
    given(NAMES.certificate),
    given(NAMES.key),
    given(NAMES.serverName),
  ];
  const parts = [authority, certificate, key, serverName].filter((part) => part !== null);
  const isOn = on === 'true' || on === '1';
  if (!isOn && on !== null && parts.length > 0)
    throw new TlsMisconfigured(`${NAMES.on} is off, and other settings of TLS are there.`);
  if (!isOn && parts.length === 0) return null;
  if ((certificate === null) !== (key === null))
    throw new TlsMisconfigured(`${NAMES.certificate} and ${NAMES.key} belong together.`);
  return {
    ...(serverName !== null && { serverNameOverride: serverName }),
    ...(authority !== null && { serverRootCACertificate: pem(NAMES.authority, authority) }),
    ...(certificate !== null &&
      key !== null && {
        clientCertPair: { crt: pem(NAMES.certificate, certificate), key: pem(NAMES.key, key) },
      }),
  };
}

function pem(variable: string, file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new TlsMisconfigured(`${variable}: ${file} is not readable.`);
  }
  if (!bytes.includes('-----BEGIN '))
    throw new TlsMisconfigured(`${variable}: ${file} is not in PEM.`);
  return bytes;
}
