import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The signing key of the local start's own issuer: ES256, one file (mode 0600) in the data folder. */
export async function developmentKey(dataFolder: string): Promise<JWK> {
  const file = join(dataFolder, 'development-issuer-key.json');
  await mkdir(dataFolder, { recursive: true });
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'development' };
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    },
  );
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

export const privateKeyOf = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new Error('The development key is not an EC key.');
  return key;
};
