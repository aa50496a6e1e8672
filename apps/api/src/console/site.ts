import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One built file in the encodings that browsers ask for; `null` where it does not get smaller. */
export interface SiteFile {
  readonly type: string;
  readonly etag: string;
  readonly bytes: { readonly identity: Buffer; readonly gzip: Buffer; readonly br: Buffer };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

function fileAt(path: string): SiteFile {
  const identity = readFileSync(path);
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    bytes: {
      identity,
      gzip: gzipSync(identity, { level: 9 }),
      br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    },
  };
}

/** The built console by address (`/assets/…`, `/index.html`), or null when it was not built. */
export function readSite(folder: string): ReadonlyMap<string, SiteFile> | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .map((name) => name.replace(/^\//, ''));
  return new Map(names.map((name) => [`/${name}`, fileAt(join(folder, name))]));
}

/** The encoding to answer with: what the request accepts, the smallest first. */
export const encodingFor = (accepted: string | undefined): 'br' | 'gzip' | 'identity' => {
  const offered = (accepted ?? '').split(',').map((part) => part.trim());
  const takes = (name: string) =>
    offered.some((part) => part === name || (part.startsWith(`${name};`) && !/;q=0$/.test(part)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
};
