import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createGunzip } from 'node:zlib';
import type { SnapshotFormat } from '@twinning/registry';
import { Problem } from '../problems/problem.js';

export const IMPORTS = '/v1/registry/imports';
export const MEMBER_IMPORTS = `${IMPORTS}/members`;

/** Bytes that a snapshot may have, unpacked. ISO's whole file has a few millions. */
export const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024;

/** The formats of a snapshot by the media type that it is sent as. */
export const SNAPSHOT_TYPES: Readonly<Record<string, SnapshotFormat>> = {
  'application/x-ndjson': 'jsonl',
  'text/csv': 'csv',
};

const typeOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Leaves the body of a snapshot unread until the caller has been let in; it is then read piece by piece. */
export function acceptSnapshots(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(Object.keys(SNAPSHOT_TYPES), (request, _, done) => {
    if ([IMPORTS, MEMBER_IMPORTS].includes(request.routeOptions.url ?? '')) done(null, null);
    else done(new Problem('UNSUPPORTED_MEDIA_TYPE'));
  });
}

export const snapshotFormat = (request: FastifyRequest): SnapshotFormat => {
  const format = SNAPSHOT_TYPES[typeOf(request)];
  if (format === undefined) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
  return format;
};

/** The bytes of the snapshot; throws once they are too many, so that a small packed file cannot grow without end. */
export async function* snapshotBytes(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  const packing = request.headers['content-encoding'] ?? 'identity';
  if (!['gzip', 'identity'].includes(packing)) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
  let size = 0;
  const source = packing === 'gzip' ? unpacked(request) : request.raw;
  for await (const piece of source as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > MAX_SNAPSHOT_BYTES) throw new Problem('SNAPSHOT_TOO_LARGE');
    yield piece;
  }
}

async function* unpacked(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  request.raw.once('error', (error) => gunzip.destroy(error));
  request.raw.once('aborted', () => gunzip.destroy());
  try {
    yield* request.raw.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    // Z_DATA_ERROR, Z_BUF_ERROR: what came is no gzip, or breaks off.
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw new Problem('MALFORMED');
    throw error;
  } finally {
    request.raw.unpipe(gunzip);
    gunzip.destroy();
  }
}
