import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  dayAt,
  dayInWords,
  exampleTerms,
  exampleValues,
  signedText,
  type Day,
} from '@twinning/domain';
import { rememberName } from '@twinning/engine';
import { softPasskey } from '@twinning/engine/testing';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { sha256Of } from '@twinning/filing';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { STEP_UP } from '@twinning/identity';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { Partners } from '../testing/partners.js';
import { issuePaper } from './issued.js';

const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;
if (!readsPdf) console.warn('No PDF is looked into here: pdftotext is not installed.');
const wordsIn = (input: Buffer): string =>
  spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input }).stdout.toString();

interface Documents {
  readonly documentHash: string;
  readonly planHash: string;
  readonly clauses: readonly {
    readonly clause: string;
    readonly hash: string;
    readonly value: { readonly text?: string };
    readonly untranslated: readonly string[];
  }[];
}

describe('an amendment that two bodies negotiate over HTTP', () => {
  let api: ApiUnderTest;
  let both: Partners;
  const refusal = ({ status, body }: Reply) => [status, body['code']];
  const negotiation = async () =>
    (await both.sees(both.lead))['negotiation'] as {
      readonly documents: Documents;
      readonly inForce: Documents | null;
      readonly amending: { readonly documents: Documents } | null;
    };
  const table = async () => (await negotiation()).amending?.documents as Documents;
  const clauseIn = (terms: Documents | null, id: string) =>
    terms?.clauses.find((c) => c.clause === id);
  const hashOf = async (id: string) => clauseIn(await table(), id)?.hash ?? '';
  const pair = async () => {
    const { documentHash, planHash } = await table();
    return { documentHash, planHash };
  };
  const put = async (clause: string, value: object) => ({
    changes: [{ clause, ofHash: await hashOf(clause), language: 'en', value }],
  });
  const pdf = async (kind: string, language = 'en') => {
    const path = `/v1/agreements/${both.agreement}/papers/${kind}?language=${language}`;
    const Authorization = `Bearer ${await api.token(both.lead)}`;
    const answer = await fetch(`${api.url}${path}`, { headers: { Authorization } });
    return Buffer.from(await answer.arrayBuffer());
  };
  /** What dropping the file in answers. */
  const check = async (file: Buffer) => {
    const answer = await fetch(`${api.url}/v1/papers/check`, {
      method: 'POST',
      body: new Uint8Array(file),
      headers: {
        'Content-Type': 'application/pdf',
        Authorization: `Bearer ${await api.token(both.twinned)}`,
      },
    });
    const { known, bothSigned, current } = (await answer.json()) as Record<string, unknown>;
    return { known, bothSigned, current };
  };
  let firstText = Buffer.alloc(0);
  let firstPlan = Buffer.alloc(0);
  const amendment = async () =>
    (
      (await both.sees(both.lead))['execution'] as {
        amendments: readonly { id: string; hash: string; stage: string }[];
      }
    ).amendments.at(-1);

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    both = new Partners(api, 'P_MEMBER');
    const { lead, twinned } = both;
    const start = dayAt(await api.engine.clock.now(api.engine.db));
    const term = { start, end: addMonths(start, 36) };
    await both.register(start, 'en');
    await both.does(lead, 'propose-terms', { changes: exampleTerms('P_MEMBER', term) });
    const values = exampleValues('P_MEMBER', term, 'fr');
    const { documents } = await negotiation();
    for (const { clause, hash, untranslated } of documents.clauses) {
      if (untranslated.length === 0) continue;
      const translation = { clause, ofHash: hash, language: 'fr', value: values[clause] };
      await both.does(twinned, 'translate-clause', translation);
    }
    const { documentHash, planHash } = (await negotiation()).documents;
    await both.does(lead, 'accept-terms', { documentHash, planHash });
    await both.does(twinned, 'accept-terms', { documentHash, planHash });
    for (const [index, side] of (['lead', 'twinned'] as const).entries()) {
      const person = both.signatory(side);
      const authority = await both.files(both[side], 'AUTHORITY');
      await both.does(both[side], 'designate-signatory', { person, authority });
      await both.does(person, 'sign-agreement', { documentHash, originalNo: index + 1 });
    }
    await both.does(lead, 'submit-signed-agreement');
    await both.does('tpm', 'accept-documents');
    expect((await both.sees(lead))['status']).toBe('ACTIVE');
    [firstText, firstPlan] = [await pdf('agreement'), await pdf('plan')];
    expect(await check(firstText)).toEqual({ known: true, bothSigned: true, current: true });
    expect(await check(firstPlan)).toEqual({ known: true, bothSigned: false, current: true });
  }, 120_000);
  afterAll(() => api.stop());

  it('is opened by one of them; terms, pair, committee and ceiling stay', async () => {
    const { lead, twinned } = both;
    const early = await both.tries(lead, 'propose-terms', {
      changes: [
        { clause: 'exit', ofHash: 'a'.repeat(64), language: 'en', value: { text: 'Early.' } },
      ],
    });
    expect(refusal(early)).toEqual([409, 'WRONG_STATUS']);
    await both.does(twinned, 'open-amendment', { reason: 'The files stay longer.' });
    const again = await both.tries(lead, 'open-amendment', { reason: 'Mine.' });
    expect(refusal(again)).toEqual([422, 'AMENDMENT_OPEN']);
    const dates = clauseIn(await table(), 'dates')?.value as { start: string; end: string };
    const later = await put('dates', { ...dates, end: '2039-12-31' });
    expect(refusal(await both.tries(lead, 'propose-terms', later))).toEqual([
      422,
      'EXTENSION_FORBIDDEN',
    ]);
  });

  it('takes proposals, answers and comments; who read another text gets 412 and the words', async () => {
    const { lead, twinned } = both;
    await both.does(lead, 'propose-terms', await put('exit', { text: 'Files stay two years.' }));
    const read = { ...(await pair()), clause: await hashOf('exit') };
    await both.does(twinned, 'comment-clause', { clause: 'exit', text: 'Not long enough.' });
    await both.does(twinned, 'counter-terms', await put('exit', { text: 'Files stay six years.' }));
    const { documentHash, planHash } = read;
    const stale = await both.tries(lead, 'accept-terms', { documentHash, planHash });
    expect(refusal(stale)).toEqual([412, 'TEXT_CHANGED']);
    expect(JSON.stringify(stale.body['details'])).toContain('"DELETED","text":"two"');
    const clause = { clause: 'exit', hash: read.clause };
    expect(refusal(await both.tries(lead, 'accept-clause', clause))).toEqual([412, 'TEXT_CHANGED']);
    const path = `/v1/agreements/${both.agreement}/clauses/exit/history`;
    const { versions, comments } = (await api.get(lead, path)).body as {
      versions: readonly object[];
      comments: readonly object[];
    };
    expect(versions.slice(-2)).toMatchObject([
      { proposal: 'A1.P1', side: 'LEAD', standing: 'REPLACED' },
      { proposal: 'A1.P2', side: 'TWINNED', answersTo: 'A1.P1', standing: 'CURRENT' },
    ]);
    expect(comments).toHaveLength(1);
  });

  it('is agreed by both in both languages, and signed with a passkey over its own hash', async () => {
    const { lead, twinned } = both;
    expect(refusal(await both.tries(lead, 'accept-terms', await pair()))).toEqual([
      422,
      'TRANSLATION_OUTDATED',
    ]);
    await both.does(twinned, 'translate-clause', {
      ...{ clause: 'exit', ofHash: await hashOf('exit'), language: 'fr' },
      value: { text: 'Les dossiers restent six ans.' },
    });
    await both.does(lead, 'accept-terms', await pair());
    await both.does(twinned, 'accept-terms', await pair());
    const hash = (await amendment())?.hash ?? '';
    const [one, two] = [both.signatory('lead'), both.signatory('twinned')];
    const other = await both.tries(one, 'sign-amendment', { hash: 'd'.repeat(64) });
    expect(refusal(other)).toEqual([412, 'TEXT_CHANGED']);
    expect(refusal(await both.tries(lead, 'sign-amendment', { hash }))[0]).toBe(403);
    // Who they are is not enough to sign: it must have been shown just now.
    const unproven = await api.post(
      one,
      `/v1/agreements/${both.agreement}/sign-amendment`,
      { hash },
      { stepUp: false, headers: { 'If-Match': `"${String((await both.sees(lead))['version'])}"` } },
    );
    expect(refusal(unproven)).toEqual([401, 'STEP_UP_REQUIRED']);
    expect(unproven.headers.get('www-authenticate')).toContain(STEP_UP);
    expect((await amendment())?.stage).not.toBe('IN_FORCE');
    await both.does(one, 'sign-amendment', { hash });
    const asks = softPasskey('ES256', api.url);
    const passkey = asks(signedText(both.agreement, hash, 2));
    await both.does(two, 'sign-amendment', { hash, passkey });
    expect(await amendment()).toMatchObject({ id: 'A1', stage: 'IN_FORCE' });
    const { inForce, amending, documents } = await negotiation();
    expect(amending).toBeNull();
    expect(clauseIn(inForce, 'exit')?.value.text).toBe('Files stay six years.');
    // What was signed first is still the text that those signatures are of.
    expect(clauseIn(documents, 'exit')?.value.text).not.toBe('Files stay six years.');
    for (const language of ['en', 'fr', 'both']) {
      const path = `/v1/agreements/${both.agreement}/papers/agreement?language=${language}`;
      const paper = await api.get(lead, path);
      expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    }
  });

  it('makes the first PDF one that both signed and that holds no more, and its own PDF the current one', async () => {
    const { lead } = both;
    const amended = await pdf('agreement');
    expect(await check(firstText)).toEqual({ known: true, bothSigned: true, current: false });
    const holds = { known: true, bothSigned: true, current: true };
    expect(await check(amended)).toEqual(holds);
    const { documentHash = '' } = (await negotiation()).inForce ?? {};
    const list = await api.get(lead, `/v1/agreements/${both.agreement}/papers`);
    const items = list.body['items'] as readonly { version: number }[];
    expect(items.at(-1)).toMatchObject({ kind: 'agreement', textHash: documentHash });
    // As papers of amended texts were written down before: under the hash of the first text.
    const first = (await negotiation()).documents.documentHash;
    const { version = 0 } = items.at(-1) ?? {};
    const noted = Buffer.from('%PDF-1.7\nnoted under the hash of the first text\n%%EOF');
    const { db, log, clock } = api.engine;
    const at = await clock.now(db);
    await db.transaction().execute((trx) =>
      issuePaper(trx, log, {
        ...{ sha256: sha256Of(noted), bytes: noted.length, agreement: both.agreement, at, version },
        ...{
          kind: 'agreement',
          language: 'en',
          textHash: first,
          correlation: 'test',
          ruleset: 'R',
        },
        actor: { person: lead, role: 'NSB_REP', body: null },
        onBehalfOf: null,
      }),
    );
    expect(await check(noted)).toEqual(holds);
    // The plan is as it was.
    expect(await check(firstPlan)).toEqual({ known: true, bothSigned: false, current: true });
  });

  it('is told apart from a revision of the plan, which the plan prints and the French one marks as not translated', async () => {
    const { lead, twinned } = both;
    const { clauses } = (await negotiation()).documents;
    const { value } = clauses.find((c) => c.clause === 'milestones') as unknown as {
      value: { items: readonly { id: string; title: string; dueOn: string }[] };
    };
    const [first] = value.items;
    const milestones = { items: [{ ...first, id: 'M77', title: 'Own delegation leads' }] };
    const revision = { reason: 'Earlier than planned.', milestones };
    // There was a translation of the milestones: new words owe one as well, or both do without.
    await both.does(lead, 'revise-plan', revision);
    expect(refusal(await both.tries(twinned, 'revise-plan', revision))).toEqual([
      422,
      'TRANSLATION_OUTDATED',
    ]);
    await both.does(lead, 'revise-plan', { ...revision, withoutTranslation: true });
    expect(await check(firstPlan)).toMatchObject({ current: true });
    await both.does(twinned, 'revise-plan', { ...revision, withoutTranslation: true });
    expect(await check(firstPlan)).toEqual({ known: true, bothSigned: false, current: false });
    const [english, french] = [await pdf('plan'), await pdf('plan', 'fr')];
    expect(await check(english)).toEqual({ known: true, bothSigned: false, current: true });
    if (!readsPdf) return;
    expect(wordsIn(firstPlan)).not.toContain('M77');
    expect(wordsIn(english)).toContain('Own delegation leads');
    expect(wordsIn(english)).toContain('As revised by both partners');
    const words = wordsIn(french);
    expect(words.indexOf('Cette clause n’est pas traduite')).toBeGreaterThan(
      words.indexOf('Jalons'),
    );
    expect(words).toContain('Own delegation leads');
  });

  it('that is withdrawn leaves the text in force and its history as they were', async () => {
    const { lead, twinned } = both;
    await both.does(lead, 'open-amendment', { reason: 'Once more.' });
    await both.does(lead, 'propose-terms', await put('exit', { text: 'Files go.' }));
    await both.does(twinned, 'withdraw-amendment', { reason: 'We keep them.' });
    const path = `/v1/agreements/${both.agreement}/clauses/exit/history`;
    const { versions } = (await api.get(lead, path)).body as { versions: readonly object[] };
    expect(versions.slice(-2)).toMatchObject([
      { proposal: 'A1.P2', standing: 'CURRENT' },
      { proposal: 'A2.P1', standing: 'WITHDRAWN' },
    ]);
    const opened = await both.does(twinned, 'open-amendment', { reason: 'Another.' });
    expect(JSON.stringify(opened)).toContain('AmendmentOpened');
    expect(clauseIn(await table(), 'exit')?.value.text).toBe('Files stay six years.');
  });

  it('leaves the rows of those who signed when another is designated; the annex calls them by name, or erased', async () => {
    const { db, clock } = api.engine;
    const keys = new FilePersonKeys(join(api.config.dataFolder, 'person-keys'));
    const log = new EventLog(keys);
    const at = await clock.now(db);
    const [signed, next] = [both.signatory('lead'), 'asi.next'];
    await rememberName(db, log, { person: signed, name: 'Amélie Exemple', at });
    await rememberName(db, log, { person: next, name: 'Bo Follower', at });
    const designated = await both.files(both.lead, 'AUTHORITY');
    const authority = await both.files(both.lead, 'AUTHORITY', 'The next one signs.');
    await both.does(both.lead, 'designate-signatory', { person: next, authority });
    const annex = async (language: string) =>
      wordsIn(await pdf('annex', language)).replaceAll(/\s/gu, '');
    const [before, french] = [await annex('en'), await annex('fr')];
    // A signatory is erased long after the end only; what the paper goes by is the key.
    await keys.destroy(next);
    const after = await annex('fr');
    if (!readsPdf) return;
    expect(before).toContain(`AmélieExemple(${signed})`);
    expect(before).toContain('BoFollower(asi.next)');
    expect(before).toContain('designatedforlatertexts');
    expect(before).toContain(designated);
    // The amendment was signed with a passkey by one, and by the other after a fresh proof alone.
    expect(before).toContain('neitherakeynorapasskey');
    expect(french).toContain('sansclénicléd’accès');
    expect(after).toContain('effacé(asi.next)');
    expect(after).not.toContain('Follower');
    expect(after).toContain('AmélieExemple');
  });

  it('signed by whoever read an earlier text of it: 412 and the words', async () => {
    const { lead, twinned } = both;
    const agree = async (en: string, fr: string) => {
      await both.does(lead, 'propose-terms', await put('exit', { text: en }));
      await both.does(twinned, 'translate-clause', {
        ...{ clause: 'exit', ofHash: await hashOf('exit'), language: 'fr', value: { text: fr } },
      });
      await both.does(lead, 'accept-terms', await pair());
      await both.does(twinned, 'accept-terms', await pair());
      return (await amendment())?.hash ?? '';
    };
    const read = await agree('Files stay seven years.', 'Les dossiers restent sept ans.');
    await both.does(lead, 'reopen-terms', { parts: ['AGREEMENT'], reason: 'Too short.' });
    const now = await agree('Files stay eight years.', 'Les dossiers restent huit ans.');
    expect(now).not.toBe(read);
    const signs = both.signatory('lead');
    const authority = await both.files(lead, 'AUTHORITY');
    await both.does(lead, 'designate-signatory', { person: signs, authority });
    const stale = await both.tries(signs, 'sign-amendment', { hash: read });
    expect(refusal(stale)).toEqual([412, 'TEXT_CHANGED']);
    expect(stale.body['details']).toMatchObject({ difference: [{ clause: 'exit' }] });
    const said = JSON.stringify(stale.body['details']);
    expect(said).toContain('"DELETED","text":"seven"');
    expect(said).toContain('"INSERTED","text":"eight"');
  });

  it('leaves the plan to its own revision, which the other reads, agrees to as it is, and finds again', async () => {
    const { lead, twinned, agreement } = both;
    const { term } = (await both.sees(lead)) as unknown as { term: { end: string } };
    const items = [{ id: 'M9', title: 'Comité miroir créé', dueOn: term.end }];
    const revision = { reason: 'Plus tard', milestones: { items }, language: 'fr' };
    await both.does(lead, 'revise-plan', revision);
    const { jointActs } = (await both.sees(twinned)) as unknown as {
      jointActs: readonly { kind: string; side: string; content: object | null }[];
    };
    expect(jointActs).toMatchObject([
      { kind: 'RevisePlan', side: 'LEAD', content: revision, untranslated: ['milestones'] },
    ]);
    // The authentic text is never done without: the other partner translates, the first reads it and agrees.
    const [{ content } = { content: null }] = jointActs;
    expect(refusal(await both.tries(twinned, 'revise-plan', content ?? {}))).toEqual([
      422,
      'TRANSLATION_OUTDATED',
    ]);
    const translation = {
      milestones: { items: [{ ...items[0], title: 'Mirror committee set up' }] },
    };
    await both.does(twinned, 'revise-plan', { ...content, translation });
    const { jointActs: answered } = (await both.sees(lead)) as unknown as {
      jointActs: readonly { side: string; content: object; untranslated: readonly string[] }[];
    };
    expect(answered).toMatchObject([{ side: 'TWINNED', untranslated: [] }]);
    await both.does(lead, 'revise-plan', answered[0]?.content ?? {});
    const path = `/v1/agreements/${agreement}/clauses/milestones/origin`;
    const { status, body } = await api.get(
      twinned,
      `${path}?sentence=${encodeURIComponent('Comité miroir créé')}`,
    );
    expect([status, body]).toMatchObject([
      200,
      { stands: true, proposed: { side: 'LEAD', language: 'fr', person: lead } },
    ]);
    const [english, french] = [await pdf('plan'), await pdf('plan', 'fr')];
    if (!readsPdf) return;
    expect(wordsIn(english)).toContain('Mirror committee set up');
    expect(wordsIn(french)).toContain('Comité miroir créé');
    expect(wordsIn(french)).not.toContain('Mirror committee set up');
  });

  it('prints the days of the meetings that both have agreed anew', async () => {
    const { lead, twinned } = both;
    const before = await pdf('plan');
    const { term } = (await both.sees(lead)) as unknown as { term: { start: Day } };
    const meeting = addMonths(term.start, 3);
    const revision = { reason: 'Plenary week.', meetingDates: [addDays(meeting, 5)] };
    await both.does(lead, 'revise-plan', revision);
    await both.does(twinned, 'revise-plan', revision);
    const after = await pdf('plan');
    expect(await check(before)).toMatchObject({ known: true, current: false });
    expect(await check(after)).toMatchObject({ known: true, current: true });
    const { execution } = (await both.sees(lead)) as unknown as {
      execution: { meetingDates: readonly string[] };
    };
    if (!readsPdf) return;
    const words = wordsIn(after).replaceAll(/\s+/gu, ' ');
    expect(wordsIn(before)).not.toContain('Quarterly meetings as revised');
    for (const on of execution.meetingDates) expect(words).toContain(dayInWords(on, 'en'));
  });
});
