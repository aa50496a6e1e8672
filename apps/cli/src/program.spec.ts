import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from './program.js';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one call of the command line as if from a terminal with this environment. */
async function call(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const written = { out: '', err: '' };
  const paper = (name: 'out' | 'err') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written[name] += chunk.toString();
        done();
      },
    });
  const code = await run(args, { env, out: paper('out'), err: paper('err') });
  return { code, ...written };
}

const NOWHERE = { TWINNING_DATA: join(tmpdir(), 'twinning-that-does-not-exist') };
const API = { TWINNING_URL: 'http://127.0.0.1:1', TWINNING_TOKEN: 'a-token' };

describe('the people of a body', () => {
  it('are explained in both languages, and content that is no JSON is wrong usage', async () => {
    expect((await call(['staff', '--help'])).out).toContain('list the people of a body');
    expect((await call(['staff', '--help', '--language', 'fr'])).out).toContain('qui remplace qui');
    const wrong = await call(['staff', 'act', '1529', 'delegate', '{', '--as', 'asi.rep'], API);
    expect(wrong.code).toBe(2);
  });
});

describe('help', () => {
  it('lists the commands in English', async () => {
    const { code, out } = await call(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage: twinning [options] [command]');
    expect(out).toContain('check the whole record: content, order, tree');
  });

  it('speaks French on a French terminal, commander’s own words included', async () => {
    const { out } = await call(['agreements', 'act', '--help'], { LANG: 'fr_CH.UTF-8' });
    expect(out).toContain('Utilisation : twinning agreements act');
    expect(out).toContain('Arguments :');
    expect(out).toContain('(par défaut : {})');
    expect(out).not.toMatch(/Usage|Options:|default|display|show/);
  });

  it('is shown on standard error, as wrong usage, when a group is called without a command', async () => {
    const { code, out, err } = await call(['registry']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('import-members');
  });
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.each([
    [['fly'], 'There is no command "fly".', 'La commande « fly » n’existe pas.'],
    [['people', '--wings'], 'There is no option --wings.', 'L’option --wings n’existe pas.'],
    [['agreements', 'show'], '<agreement> is missing.', '<agreement> manque.'],
    [
      ['agreements', 'act', 'a', 'b'],
      '--as <person> must be given',
      '--as <person> est obligatoire',
    ],
    [['events', 'a', '--as'], '--as <person> needs a value', '--as <person> demande une valeur'],
    [['demo', '--pace', 'fast'], '--pace <ms> does not take "fast"', 'n’accepte pas « fast »'],
    [['migrate', '--rate', '0'], '--rate <n> does not take "0"', 'n’accepte pas « 0 »'],
    [['people', 'all'], 'Too many arguments', 'Trop d’arguments'],
    [['token', 'nobody'], 'There is no person "nobody".', 'La personne « nobody » n’existe pas.'],
    [
      ['restore', 'b', '--until', '2027-03-01T12:00:00Z'],
      '--until needs --wal',
      '--until demande --wal',
    ],
    [['agreements', 'act', 'new', 'x', '{', '--as', 'tpm'], 'is not JSON', 'n’est pas du JSON'],
  ] as const)('%j', async (args, english, french) => {
    const inEnglish = await call(args, NOWHERE);
    expect([inEnglish.code, inEnglish.out]).toEqual([2, '']);
    expect(inEnglish.err).toContain(english);
    const inFrench = await call(['--language', 'fr', ...args], NOWHERE);
    expect(inFrench.code).toBe(2);
    expect(inFrench.err).toContain(french);
  });

  it('names the nearest command and where help is', async () => {
    const { err } = await call(['agreements', 'lst']);
    expect(err).toContain('Did you mean list? "twinning agreements --help"');
  });

  it('refuses a language that it does not speak', async () => {
    const { code, err } = await call(['people', '--language', 'de']);
    expect(code).toBe(2);
    expect(err).toContain('--language <language> does not take "de"');
  });

  it('is one JSON value with --json', async () => {
    const { code, out, err } = await call(['token', 'nobody', '--json'], NOWHERE);
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      error: 'There is no person "nobody".',
      help: 'List them with "twinning people".',
      code: 'UNKNOWN_PERSON',
    });
  });
});

describe('people', () => {
  it('are a table with headings for people', async () => {
    const { code, out } = await call(['people'], { LANG: 'fr_FR' });
    expect(code).toBe(0);
    expect(out).toMatch(/^Personne +Nom +Rôles\n/);
    expect(out).toMatch(/^asi\.rep +ASI, representative +NSB_REP$/m);
  });

  it('are a list with --json', async () => {
    const { out } = await call(['people', '--json']);
    const all = JSON.parse(out) as { id: string }[];
    expect(all.map((p) => p.id)).toEqual(expect.arrayContaining(['tpm', 'auditor', 'ies.rep']));
  });
});

describe('where the product is', () => {
  it.each([['verify'], ['recover'], ['prepare'], ['agreements', 'list'], ['token', 'tpm']])(
    'is told when nothing runs: %s %s',
    async (...args) => {
      const { code, err } = await call(args.filter(Boolean), NOWHERE);
      expect(code).toBe(1);
      expect(err).toContain(`Twinning is not running from ${NOWHERE.TWINNING_DATA}.`);
      expect(err).toContain('npm start');
    },
  );

  it('is read from the data folder, whose damage is said', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-cli-'));
    await writeFile(join(folder, 'running.json'), '{"url":');
    const { code, err } = await call(['verify', '--data', folder]);
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(err).toContain('running.json is not readable.');
  });

  it('says which file of an import cannot be read', async () => {
    const { code, out } = await call(['registry', 'import', '/no/such.jsonl', '--json'], NOWHERE);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: '/no/such.jsonl cannot be read: ENOENT' });
  });
});

describe('what the API answers', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const answers = (status: number, body: unknown) =>
    jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  const problem = (status: number, code: string) => ({
    status,
    code,
    title: 'No.',
    detail: 'Because.',
    clause: 'ST.5.4',
  });

  it.each([
    [400, 2],
    [401, 1],
    [403, 3],
    [404, 1],
    [409, 3],
    [412, 3],
    [422, 3],
    [503, 1],
  ])('a problem with status %d ends with %d', async (status, exitCode) => {
    answers(status, problem(status, 'SOME_CODE'));
    const { code, out, err } = await call(['events', 'an-id'], API);
    expect([code, out, err]).toEqual([exitCode, '', 'No. (SOME_CODE, ST.5.4)\nBecause.\n']);
  });

  it('a refusal with --json keeps code, clause, status and details', async () => {
    answers(409, { ...problem(409, 'WRONG_STATUS'), details: { status: 'DRAFT' } });
    const { code, out } = await call(['events', 'an-id', '--json'], API);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toEqual({
      error: 'No. (WRONG_STATUS, ST.5.4)',
      help: 'Because.',
      code: 'WRONG_STATUS',
      clause: 'ST.5.4',
      status: 409,
      details: { status: 'DRAFT' },
    });
  });

  it('a stored command ends with 4', async () => {
    answers(202, { command: 'c', agreement: 'a', status: 'STORED' });
    const { code, out } = await call(
      ['agreements', 'act', 'new', 'start-draft', '--as', 'tpm'],
      API,
    );
    expect(code).toBe(4);
    expect(out).toBe('Stored as command c; it will be carried out when Temporal is back.\n');
  });

  it('an accepted command says version and events, in the language asked for', async () => {
    const events = [{ index: 7, type: 'TwinningDraftStarted' }];
    const fetched = answers(201, {
      command: 'c',
      agreement: 'a',
      status: 'ACCEPTED',
      version: 1,
      events,
    });
    const { code, out } = await call(
      ['agreements', 'act', 'new', 'start-draft', '--as', 'tpm', '--language', 'fr', '--key', 'k'],
      API,
    );
    expect([code, out]).toEqual([0, 'L’accord a est à la version 1 : TwinningDraftStarted.\n']);
    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({
      'Accept-Language': 'fr',
      'Idempotency-Key': 'k',
      Authorization: 'Bearer a-token',
    });
  });

  it('an answer that is not understood is said so, without a stack trace', async () => {
    answers(200, { rows: [] });
    const { code, err } = await call(['agreements', 'list'], API);
    expect(code).toBe(1);
    expect(err).toContain('is not one this command line knows');
    expect(err).not.toContain('    at ');
  });

  it('nothing at all names the address', async () => {
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    const { code, err } = await call(['agreements', 'list'], API);
    expect(code).toBe(1);
    expect(err).toBe(
      'http://127.0.0.1:1 does not answer.\nRun "npm start", or set TWINNING_URL.\n',
    );
  });
});
