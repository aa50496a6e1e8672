// The inventory of cryptography (`docs/cryptography.md`): each file that uses any is in it, and none uses what it does not allow.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const inventory = readFileSync(join(root, 'docs', 'cryptography.md'), 'utf8');

const USES =
  /create(?:Cipheriv|Decipheriv|Hash|Hmac|PrivateKey|PublicKey|Sign|Verify)\(|hkdfSync\(|scrypt|pbkdf2|from 'jose'|'standardwebhooks'|crypto\.subtle/;
/** What each call names as its algorithm, and what it may name. */
const NAMED = [
  [/create(?:Cipheriv|Decipheriv)\(\s*'([^']+)'/g, ['aes-256-gcm']],
  [/create(?:Hash|Hmac)\(\s*'([^']+)'/g, ['sha256']],
  [/hkdfSync\(\s*'([^']+)'/g, ['sha256']],
  [/generateKeyPair(?:Sync)?\(\s*'([^']+)'/g, ['ES256', 'ed25519']],
  [/alg: '([^']+)'/g, ['ES256', 'RS256', 'PS256', 'EdDSA']],
];

const isTest = (path) => /\.(?:spec|test|testing)\.|\/testing\//.test(path);
const sources = ['apps', 'libs', 'workflows'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/(?:^|\/)(?:node_modules|dist)\//.test(path) && !isTest(path)),
);
const using = sources
  .map((path) => [path, readFileSync(join(root, path), 'utf8')])
  .filter(([, text]) => USES.test(text));

describe('the inventory of cryptography', () => {
  it('names every file that uses any, and no other', () => {
    assert.ok(using.length > 20);
    assert.deepEqual(
      using.map(([path]) => path).filter((path) => !inventory.includes(`\`${path}\``)),
      [],
    );
    const named = [...inventory.matchAll(/`((?:apps|libs)\/[^`]+\.tsx?)`/g)].map(
      ([, path]) => path,
    );
    const paths = using.map(([path]) => path);
    assert.deepEqual(
      named.filter((path) => !paths.includes(path)),
      [],
    );
  });

  it('allows every algorithm that is used', () => {
    const others = using.flatMap(([path, text]) =>
      NAMED.flatMap(([pattern, allowed]) =>
        [...text.matchAll(pattern)]
          .map(([, name]) => name)
          .filter((name) => !allowed.includes(name))
          .map((name) => `${path}: ${name}`),
      ),
    );
    assert.deepEqual(others, []);
  });
});
