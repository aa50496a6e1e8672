import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type JsonWebKey = JWK;

/** Whose key: the local issuer's, the console's towards it, or that of the demonstration's machine client. */
export type KeyOwner = 'issuer' | 'console' | 'machine';

/** A signing key of the local start: ES256, one file (mode 0600) in the data folder, made on first use. */
export async function developmentKey(dataFolder: string, owner: KeyOwner = 'issuer'): Promise<JWK> {
  const file = join(dataFolder, `development-${owner}-key.json`);
  await mkdir(dataFolder, { recursive: true });
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = owner === 'issuer' ? 'development' : `development-${owner}`;
  const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid };
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    },
  );
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

/** The key without its secret part. */
export const publicPartOf = ({ kty, crv, x, y, alg, use, kid }: JWK): JWK =>
  ({ kty, crv, x, y, alg, use, kid }) as JWK;

export const privateKeyOf = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new Error('The development key is not an EC key.');
  return key;
};

/** A client's proof of itself at the token endpoint (`private_key_jwt`, RFC 7523): good for a minute, once. */
export async function clientAssertion(
  clientId: string,
  audience: string,
  jwk: JWK,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: jwk.alg ?? 'ES256', ...(jwk.kid !== undefined && { kid: jwk.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(await importJWK(jwk, jwk.alg ?? 'ES256'));
}
