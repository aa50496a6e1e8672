import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMITTEE } from '../support/request.js';
import { asAdmin } from './admin.js';
import type { Row } from './row.js';
import type { World } from './world.js';

/** Words of a draft that nobody else writes, to find them in a page. */
const WORDS = 'Quinquereme of Nineveh';
const ALTERED = 'Puinquereme of Nineveh';

async function draftWithWords({ product }: World): Promise<string> {
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
  const { body } = await product.act('asi.rep', null, 'start-draft', draft);
  const agreement = String(body.agreement);
  const { status } = await product.act('asi.rep', agreement, 'edit-request', { goals: WORDS });
  if (status !== 200) throw new Error(`F33: the words were answered ${String(status)}`);
  return agreement;
}

/** Turns one bit of the words wherever they stand in the log's pages; the server is stopped meanwhile. */
async function flipPage({ servers }: World, checksums: boolean): Promise<number> {
  let file = '';
  await asAdmin({ servers }, async (client) => {
    const { rows: found } = await client.query<{ data_checksums: string }>('SHOW data_checksums');
    if (found[0]?.data_checksums !== 'on') throw new Error('F33: the cluster has no checksums');
    // What a cluster without checksums does: it takes every page as it is.
    await client.query(`ALTER SYSTEM SET ignore_checksum_failure = ${checksums ? 'off' : 'on'}`);
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ at: string }>(
      `SELECT pg_relation_filepath('log.event') AS at`,
    );
    file = join(servers.cluster, rows[0]?.at ?? '');
  });
  await servers.stopDatabase('orderly');
  const bytes = await readFile(file);
  let flipped = 0;
  for (let at = bytes.indexOf(WORDS); at >= 0; at = bytes.indexOf(WORDS, at)) {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    flipped += 1;
  }
  await writeFile(file, bytes);
  await servers.startDatabase();
  return flipped;
}

const fails = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  );

/** A case file of before with one bit turned, and one that is made of the altered page. */
async function exports(world: World, agreement: string, sound: string): Promise<readonly string[]> {
  const { product } = world;
  const faults: string[] = [];
  const bytes = await readFile(sound);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(sound, bytes);
  if (!(await fails(product.cli('verify', sound)))) faults.push('a flipped export verifies');
  const after = `${sound}.after.zip`;
  const exported = !(await fails(product.cli('export', agreement, '-o', after)));
  if (exported && !(await fails(product.cli('verify', after)))) {
    faults.push('an export of the altered page verifies');
  }
  return faults;
}

async function flipped(world: World, checksums: boolean): Promise<readonly string[]> {
  const { product } = world;
  const faults: string[] = [];
  // Uncompressed and in the row itself: elsewhere the words would not be found in a page.
  await asAdmin(world, async (client) => {
    await client.query('ALTER TABLE log.event ALTER COLUMN payload SET STORAGE PLAIN');
  });
  const agreement = await draftWithWords(world);
  const file = join(product.environment.TWINNING_DATA ?? '', `case-${String(checksums)}.zip`);
  await product.cli('export', agreement, '-o', file);
  await product.cli('verify', file);
  await product.cli('verify');
  if ((await flipPage(world, checksums)) === 0) faults.push('the words were in no page');
  await product.ready().catch(() => undefined);
  for (const command of ['verify', 'check']) {
    if (!(await fails(product.cli(command)))) faults.push(`${command} finds nothing`);
  }
  // What is read of the log is never the altered words as if they were the record's.
  for (const path of [`/v1/agreements/${agreement}`, `/v1/agreements/${agreement}/events`]) {
    const answer = await product.get('asi.rep', path).catch(() => null);
    const text = JSON.stringify(answer?.body ?? {});
    if (answer?.status === 200 && text.includes(ALTERED)) faults.push(`${path} serves it`);
  }
  faults.push(...(await exports(world, agreement, file)));
  return faults.map((what) => `F33 (checksums ${checksums ? 'on' : 'off'}): ${what}`);
}

export const bitRotRows: readonly Row[] = [
  {
    id: 'F33',
    title:
      'a flipped bit in a heap page of the log, checksums on, and in an export: found, never served',
    alone: (world) => flipped(world, true),
  },
  {
    id: 'F33b',
    title: 'the same with the checksums of PostgreSQL off: the record’s own hashes find it',
    alone: (world) => flipped(world, false),
  },
];
