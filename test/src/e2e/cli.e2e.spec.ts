import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Product } from '../support/product.js';
import { COMMITTEE } from '../support/request.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SNAPSHOT = join(ROOT, '../shared/data/iso_technical_committees-2025-07.jsonl');
const DRAFT = JSON.stringify({ side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });

describe('the command line', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  }, 120_000);
  afterAll(() => product.stop());

  const json = async (...args: readonly string[]): Promise<unknown> =>
    JSON.parse(await product.cli(...args, '--json'));
  const started = async (): Promise<string> => {
    const act = ['agreements', 'act', 'new', 'start-draft', DRAFT, '--as', 'asi.rep'];
    return ((await json(...act)) as { agreement: string }).agreement;
  };
  /** Exit code and words of a call that must not succeed. */
  const failed = async (...args: readonly string[]): Promise<{ code: number; words: string }> => {
    const said = await product.cli(...args).then(
      (words) => `ended with 0:\n${words}`,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const [, code = '-1', words = ''] = /ended with (\d+):\n([^]*)/.exec(said) ?? [];
    expect(words).not.toMatch(/^\s+at /m);
    return { code: Number(code), words };
  };

  it('lists the people of the demonstration, for people and for programs', async () => {
    expect(await product.cli('people')).toMatch(/^asi\.rep +ASI, representative +NSB_REP$/m);
    expect(await json('people')).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'auditor' })]),
    );
  });

  it('prints a token that the API takes', async () => {
    const token = (await product.cli('token', 'asi.rep')).trim();
    const { status } = await product.request('/v1/agreements', {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(status).toBe(200);
  });

  it('opens an agreement, takes it on, shows it, lists it and tells its events', async () => {
    const agreement = await started();
    const invite = ['agreements', 'act', agreement, 'invite-partner', '{"member":1725}'];
    expect(await product.cli(...invite, '--as', 'asi.rep')).toBe(
      `Agreement ${agreement} is at version 2: InvitationSent.\n`,
    );
    const confirm = ['agreements', 'act', agreement, 'confirm-partner', '--as', 'ies.rep'];
    expect(await json(...confirm)).toMatchObject({ agreement, status: 'ACCEPTED', version: 3 });

    const shown = await product.cli('agreements', 'show', agreement, '--as', 'ies.rep');
    expect(shown).toContain('ASI ⇄ IES');
    expect(shown).toMatch(/^ {2}open: edit-request /m);
    expect(shown).toMatch(/^ {2}closed: .* \(FORM_INCOMPLETE\) submit-request$/m);
    const french = await product.cli('agreements', 'show', agreement, '--language', 'fr');
    expect(french).toContain('Si personne n’agit : ');
    expect(await json('agreements', 'show', agreement, '--version', '1')).toMatchObject({
      version: 1,
      twinned: null,
    });

    const foreseen = await product.cli('what-if', agreement, '--as', 'ies.rep');
    expect(foreseen).toMatch(/^Nobody acts any more\.\n\d{4}-\d\d-\d\d {2}/);
    expect(foreseen).toMatch(/Nothing is left to wait for\.\nThen: /);

    const moves = await product.cli('ruleset-moves', '--to', 'annex-st-2020');
    expect(moves).toMatch(/^Open agreements: \d+; already under annex-st-2020: \d+;/m);

    const pair = ['--twinned', '1725', '--committee', String(COMMITTEE)];
    const partners = await product.cli('partners', ...pair, '--language', 'fr');
    expect(partners).toMatch(/^1\. \S+ \(.+\): \d/m);
    expect(partners).toContain('Open Database License');

    const listed = await json('agreements', 'list', '--status', 'DRAFT');
    expect(listed).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: agreement, version: 3 })]),
    });
    const { items } = (await json('events', agreement)) as { items: { type: string }[] };
    expect(items.map((e) => e.type)).toEqual([
      'TwinningDraftStarted',
      'InvitationSent',
      'PartnerConfirmed',
    ]);
  });

  it('repeats a command under its key without acting twice', async () => {
    const key = randomUUID();
    const act = ['agreements', 'act', 'new', 'start-draft', DRAFT, '--as', 'asi.rep', '--key', key];
    expect(await json(...act)).toEqual(await json(...act));
  });

  it('keeps the receipt of a command, accepted or refused, and checks it; mirrors the tiles of the record', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-receipt-'));
    const file = join(folder, 'answer.json');
    const key = (await (await fetch(`${product.url}/v1/record/key`)).text()).trim();
    const check = ['verify', '--receipt', file, '--key', key];
    try {
      const act = ['agreements', 'act', 'new', 'start-draft', DRAFT, '--as', 'asi.rep', '--json'];
      const answer = await product.cli(...act);
      await writeFile(file, answer);
      expect(await product.cli(...check)).toContain('✓ The answer says what was recorded.');
      const { agreement } = JSON.parse(answer) as { agreement: string };
      const vain = ['agreements', 'act', agreement, 'register-in-gd', '--as', 'asi.rep', '--json'];
      const refused = await failed(...vain);
      expect(refused.code).toBe(3);
      await writeFile(file, refused.words);
      expect(await product.cli(...check)).toContain('✓ The answer says what was recorded.');
      await writeFile(file, refused.words.replace(/"code": ?"[A-Z_]+"/, '"code":"SOMETHING_ELSE"'));
      expect((await failed(...check)).code).toBe(1);

      const mirror = ['tiles', '--out', join(folder, 'site'), '--log-key', key];
      expect(await product.cli(...mirror)).toContain('✓');
      expect(await product.cli(...mirror)).toContain(join(folder, 'site'));
      const note = await readFile(join(folder, 'site', 'checkpoint'), 'utf8');
      expect(key.startsWith(`${note.split('\n')[0] ?? ''}+`)).toBe(true);
      expect(existsSync(join(folder, 'site', 'tile', '0'))).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('ends with 3 when a rule refuses, with code and clause in the language asked for', async () => {
    const agreement = await started();
    const act = ['agreements', 'act', agreement, 'submit-request', '--as', 'asi.rep'];
    const code = 'PARTNER_NOT_CONFIRMED';
    const english = await failed(...act);
    expect([english.code, english.words]).toEqual([3, expect.stringContaining(code)]);
    const french = await failed(...act, '--language', 'fr');
    expect([french.code, french.words]).toEqual([3, expect.stringContaining('partenaire')]);
    const asJson = await failed(...act, '--json');
    expect(asJson.code).toBe(3);
    expect(JSON.parse(asJson.words)).toMatchObject({ code, clause: 'ST.5.4', status: 422 });
  });

  it('ends with 2 for a person or a payload that it cannot take', async () => {
    const unknown = await failed('agreements', 'list', '--as', 'nobody');
    expect([unknown.code, unknown.words]).toEqual([
      2,
      'There is no person "nobody".\nList them with "twinning people".\n',
    ]);
    expect((await failed('agreements', 'act', 'new', 'start-draft', '{', '--as', 'tpm')).code).toBe(
      2,
    );
    const shape = await failed(
      ...['agreements', 'act', 'new', 'start-draft', '{"side":"NEITHER"}', '--as', 'asi.rep'],
    );
    expect([shape.code, shape.words]).toEqual([2, expect.stringContaining('  /side: ')]);
  });

  it('ends with 1 for an agreement that is not there', async () => {
    expect((await failed('agreements', 'show', randomUUID())).code).toBe(1);
  });

  it('checks the whole record', async () => {
    await started();
    expect(await json('verify')).toMatchObject({ faults: [] });
    expect(await product.cli('verify', '--language', 'fr')).toContain('rien n’est altéré');
  });

  it('refuses a snapshot without a date and changes nothing', async () => {
    if (!existsSync(SNAPSHOT)) {
      console.warn(`Skipped: there is no ${SNAPSHOT}.`);
      return;
    }
    const { code, words } = await failed('registry', 'import', SNAPSHOT, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(words)).toMatchObject({ code: 'SNAPSHOT_DATE_MISSING' });
  });
});

const imported = existsSync(SNAPSHOT) ? describe : describe.skip;
if (!existsSync(SNAPSHOT)) console.warn(`The import is not tested: there is no ${SNAPSHOT}.`);

imported('twinning registry import', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  }, 120_000);
  afterAll(() => product.stop());

  it('takes in ISO’s committees and ends with one object; a second time nothing changes', async () => {
    const args = ['registry', 'import', SNAPSHOT, '--as-of', '2025-07-01', '--json'];
    const first = JSON.parse(await product.cli(...args)) as Record<string, unknown>;
    expect(first).toMatchObject({ committees: 785, members: 161, memberships: 30_617 });
    expect(Object.keys(first)).toEqual(['committees', 'members', 'memberships', 'changes']);
    const { changes } = JSON.parse(await product.cli(...args)) as {
      changes: Record<string, number>;
    };
    expect(new Set(Object.values(changes))).toEqual(new Set([0]));
  }, 120_000);
});
