import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, rememberName } from '@twinning/engine';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { sql } from 'kysely';
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Product } from '../support/product.js';
import { submittedRequest } from '../support/request.js';
import { OwnServers } from '../support/servers.js';

const run = promisify(execFile);

const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;
if (!readsPdf) console.warn('No PDF is looked into here: pdftotext is not installed.');

const PEOPLE = '/v1/bodies/1529/people';

/** A word that stands nowhere else. */
const canary = () => randomBytes(8).toString('hex');

interface Planted {
  readonly person: string;
  readonly name: string;
  readonly email: string;
}
const planted = (person: string): Planted => ({
  person,
  name: `Amélie ${canary()}`,
  email: `${canary()}@example.org`,
});
const wordsOf = ({ name, email }: Planted) => [name.slice(7), email.slice(0, 16)];

describe('what is kept of a person, and what of one who was erased', () => {
  let servers: OwnServers;
  let product: Product;
  let agreement: string;
  let folder: string;
  /** Acts in the agreement, is listed by their body, and is erased. */
  const erased = planted('asi.rep');
  /** The same, and stays. */
  const stays = planted('ies.rep');
  const office = `office-${canary()}@example.org`;

  beforeAll(async () => {
    servers = await OwnServers.start();
    product = await Product.start({ servers });
    folder = await mkdtemp(join(tmpdir(), 'twinning-erasure-'));
    await product.cli('outbox', 'add', 'email', office, '--member', '1529');
    agreement = await submittedRequest(product);
    for (const [administrator, member, who] of [
      ['asi.mbua', 1529, erased],
      ['ies.mbua', 1725, stays],
    ] as const) {
      const { person, name, email } = who;
      const grants = [{ role: 'NSB_REP' }];
      const invited = await send(
        administrator,
        `/v1/bodies/${String(member)}/people/invite-person`,
        { person, name, email, grants },
      );
      expect([administrator, invited.status]).toEqual([administrator, 200]);
      expect(
        (await send(person, `/v1/bodies/${String(member)}/people/accept-invitation`, {})).status,
      ).toBe(200);
      await remembered(who);
    }
  }, 300_000);
  afterAll(async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (person: string, path: string, payload: unknown) =>
    product.request(path, {
      method: 'POST',
      body: JSON.stringify(payload),
      headers: {
        Authorization: `Bearer ${await product.token(person)}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
    });

  /** As a sign-in leaves it. */
  async function remembered({ person, name }: Planted): Promise<void> {
    const db = openDatabase({ url: product.environment.DATABASE_URL ?? '', poolSize: 1 });
    const keys = new FilePersonKeys(join(product.environment.TWINNING_DATA ?? '', 'person-keys'));
    try {
      await rememberName(db, new EventLog(keys), { person, name, at: new Date().toISOString() });
    } finally {
      await db.destroy();
    }
  }

  /** Every row of every table, as a superuser dumps it; what is binary in hexadecimal, so that words are sought in both. */
  async function dump(): Promise<string> {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(product.admin);
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        SELECT t::text AS row FROM ${sql.raw(name)} t`.execute(product.admin);
      parts.push(...rows.map(({ row }) => row));
    }
    return parts.join('\n');
  }
  const found = (text: string, words: readonly string[]) =>
    words.filter((word) => text.includes(word) || text.includes(Buffer.from(word).toString('hex')));

  const bytesOf = async (person: string, path: string): Promise<Buffer> => {
    const Authorization = `Bearer ${await product.token(person)}`;
    const response = await fetch(`${product.url}${path}`, { headers: { Authorization } });
    if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const textOfPdf = async (bytes: Buffer): Promise<string> => {
    const file = join(folder, `${canary()}.pdf`);
    await writeFile(file, bytes);
    const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', file, '-']);
    return stdout;
  };

  /** Everything that the product hands out of the agreement and of the body's people, as text, by its name. */
  async function handedOut(): Promise<Readonly<Record<string, string>>> {
    const at = `/v1/agreements/${agreement}`;
    const out: Record<string, string> = {};
    for (const path of [at, `${at}/events`, `${at}/timeline`, `${at}/case-file`, PEOPLE]) {
      out[path] = (await bytesOf('auditor', path)).toString('latin1');
    }
    out['people of IES'] = (await bytesOf('auditor', '/v1/bodies/1725/people')).toString('latin1');
    const { kinds } = JSON.parse((await bytesOf('auditor', `${at}/papers`)).toString()) as {
      kinds: readonly string[];
    };
    for (const kind of readsPdf ? kinds : []) {
      for (const language of ['en', 'fr']) {
        const pdf = await bytesOf('auditor', `${at}/papers/${kind}?language=${language}`).catch(
          () => null,
        );
        if (pdf !== null) out[`${kind}.${language}.pdf`] = await textOfPdf(pdf);
      }
    }
    const opened = await send('ies.rep', '/v1/me/calendar', {});
    out['calendar'] = await (await fetch(String(opened.body.address))).text();
    return out;
  }
  const holders = (texts: Readonly<Record<string, string>>, who: Planted) =>
    Object.entries(texts)
      .filter(([, text]) => found(text, wordsOf(who)).length > 0)
      .map(([name]) => name);

  it('stands in what is handed out to those who may read it', async () => {
    const texts = await handedOut();
    // The search itself must be able to find, in each kind of thing.
    const of = holders(texts, erased);
    expect(of).toEqual(expect.arrayContaining([PEOPLE]));
    expect(of.some((name) => name.endsWith('case-file'))).toBe(true);
    // Papers name bodies, and persons by reference; a signatory, whom the annex names, is not erased (persons.int.spec.ts).
    const papers = Object.entries(texts).filter(([name]) => name.endsWith('.pdf'));
    expect(papers.length).toBeGreaterThan(readsPdf ? 1 : -1);
    expect(papers.filter(([, text]) => !text.includes('IES')).map(([name]) => name)).toEqual([]);
    expect(holders(texts, stays)).toEqual(expect.arrayContaining(['people of IES']));
  }, 120_000);

  it('is read by nobody who has the database alone: no name, no address, in any row', async () => {
    const text = await dump();
    // Rows are found by what is no secret.
    expect(found(text, [agreement, 'asi.rep'])).toHaveLength(2);
    const words = [...wordsOf(erased), ...wordsOf(stays), office.slice(0, 23), 'example.org'];
    expect(found(text, words)).toEqual([]);
  });

  it('is gone within a minute from everything for one who asked, and stays for the others', async () => {
    const before = await product.cli('verify');
    const began = Date.now();
    await product.cli('persons', 'erase', erased.person, '--reason', 'Asked for it.');
    expect(Date.now() - began).toBeLessThan(60_000);
    const texts = await handedOut();
    expect(holders(texts, erased)).toEqual([]);
    expect(holders(texts, stays)).toEqual(expect.arrayContaining(['people of IES']));
    expect(holders(texts, stays).some((name) => name.endsWith('case-file'))).toBe(true);
    // Throws when a proof does not hold any more.
    expect(await product.cli('verify')).not.toBe(before);
    expect(found(await dump(), wordsOf(erased))).toEqual([]);
  }, 120_000);

  it('is in no file of the servers, of the product, of a backup or of an export afterwards', async () => {
    const backup = join(folder, 'backup');
    await product.cli('backup', backup);
    await product.cli('rebuild');
    await sql`CHECKPOINT`.execute(product.admin);
    const places = [dirname(servers.cluster), product.environment.TWINNING_DATA ?? '', backup];
    const words = wordsOf(erased);
    const at: string[] = [];
    for (const place of places) {
      for (const file of await filesBelow(place)) {
        const bytes = await readFile(file).catch(() => Buffer.alloc(0));
        if (words.some((word) => bytes.includes(word))) at.push(file);
      }
    }
    expect(at).toEqual([]);
    expect(found(await product.processes.logs(), words)).toEqual([]);
  }, 120_000);
});

const filesBelow = async (place: string): Promise<readonly string[]> =>
  (await readdir(place, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
