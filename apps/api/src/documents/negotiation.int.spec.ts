import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, day, exampleTerms, exampleValues, signedText } from '@twinning/domain';
import { rememberName } from '@twinning/engine';
import { softPasskey } from '@twinning/engine/testing';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { Partners, TYPES } from '../testing/partners.js';

const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined;
if (!readsPdf) console.warn('No PDF is looked into here: pdftotext is not installed.');

const START = day('2027-02-01');
const TERM = { start: START, end: addMonths(START, 35) };

interface Clause {
  readonly clause: string;
  readonly kind: string;
  readonly hash: string | null;
  readonly value: { readonly text?: string } | null;
  readonly acceptedBy: readonly string[];
  readonly translations: readonly { readonly language: string; readonly current: boolean }[];
  readonly untranslated: readonly string[];
}
interface Documents {
  readonly documentHash: string;
  readonly planHash: string;
  readonly clauses: readonly Clause[];
}

const refusal = ({ status, body }: Reply) => [status, body['code']];

describe('a negotiation over HTTP, from the registration to the papers', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  it.each(TYPES)(
    '%s',
    async (type) => {
      // Half of them negotiate in French: the texts of the other half are the translations of these.
      const [language, other] =
        type === 'CHAIR' || type === 'P_MEMBER' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
      const both = new Partners(api, type);
      const { lead, twinned } = both;
      await both.register(START, language);
      const terms = async () => {
        const seen = await both.sees(lead);
        return (seen['negotiation'] as { documents: Documents }).documents;
      };
      const clause = async (id: string) => {
        const found = (await terms()).clauses.find((c) => c.clause === id);
        if (found === undefined) throw new Error(`No clause ${id}.`);
        return found;
      };
      const exit = (text: string, ofHash: string | null) => ({
        changes: [{ clause: 'exit', ofHash, language, value: { text } }],
      });

      // A suggestion for each open clause, by type and in both languages: nobody's words yet, and none for outsiders.
      const suggestions = `/v1/agreements/${both.agreement}/terms/starters`;
      const { items } = (await api.get(twinned, suggestions)).body as unknown as {
        items: readonly { clause: string; language: string; value: object }[];
      };
      const open = (await terms()).clauses.filter((c) => c.kind === 'open').map((c) => c.clause);
      for (const said of ['en', 'fr']) {
        expect(items.filter((i) => i.language === said).map((i) => i.clause)).toEqual(
          expect.arrayContaining(open),
        );
      }
      expect((await api.get('gsa.rep', suggestions)).status).toBe(404);
      expect((await terms()).clauses.filter((c) => open.includes(c.clause) && c.value)).toEqual([]);
      const taken = items.find((i) => i.clause === 'early-end' && i.language === language);
      await both.does(twinned, 'propose-terms', { changes: [{ ...taken, ofHash: null }] });
      const early = await clause('early-end');
      expect(early).toMatchObject({ value: taken?.value, acceptedBy: ['TWINNED'] });
      await both.does(twinned, 'withdraw-proposal', { proposal: 'P1' });

      // Persons stand in the text by reference, and the termination is nobody's to change.
      const persons = (await clause('persons')).value?.text ?? '';
      expect(persons.match(/[0-9a-f]{64}/g)).toHaveLength(type === 'P_MEMBER' ? 2 : 4);
      for (const person of [lead, twinned, `${type.toLowerCase()}-lead`]) {
        expect(persons).not.toContain(person);
      }
      expect(await clause('termination')).toMatchObject({ kind: 'locked' });

      // The whole text, and what both see of it.
      await both.does(lead, 'propose-terms', { changes: exampleTerms(type, TERM, language) });
      expect((await both.sees(twinned))['negotiation']).toEqual(
        (await both.sees(lead))['negotiation'],
      );
      const first = (await clause('exit')).hash ?? '';
      await both.does(twinned, 'comment-clause', { clause: 'exit', text: 'Who keeps the files?' });

      // A locked clause says why; a text that was read too long ago, what changed since.
      const locked = (await terms()).clauses.find((c) => c.kind === 'locked');
      const change = {
        clause: locked?.clause,
        ofHash: locked?.hash,
        language,
        value: { text: 'X' },
      };
      expect(refusal(await both.tries(lead, 'propose-terms', { changes: [change] }))).toEqual([
        422,
        'CLAUSE_LOCKED',
      ]);
      await both.does(twinned, 'counter-terms', exit('Files stay with both partners.', first));
      const late = await both.tries(lead, 'propose-terms', exit('Files go.', first));
      expect(refusal(late)).toEqual([412, 'TEXT_CHANGED']);
      expect(JSON.stringify(late.body['details'])).toContain('Files stay with both partners.');

      // A rejected clause holds up the whole until another takes its place.
      const countered = (await clause('exit')).hash ?? '';
      const rejected = { clause: 'exit', hash: countered, reason: 'For how long?' };
      await both.does(lead, 'reject-clause', rejected);
      const whole = async () => {
        const { documentHash, planHash } = await terms();
        return { documentHash, planHash };
      };
      expect(refusal(await both.tries(twinned, 'accept-terms', await whole()))).toEqual([
        422,
        'CLAUSE_REJECTED',
      ]);
      await both.does(lead, 'propose-terms', exit('Files stay five years with both.', countered));
      const agreed = await clause('exit');
      expect(agreed.acceptedBy).toEqual(['LEAD']);
      const said = await both.does(twinned, 'accept-clause', { clause: 'exit', hash: agreed.hash });
      expect(JSON.stringify(said['events'])).toContain('ClauseAgreed');

      // Each clause that says something in words in the other language; one that is missing holds up the acceptance.
      const missing = await both.tries(lead, 'accept-terms', await whole());
      expect(refusal(missing)).toEqual([422, 'TRANSLATION_OUTDATED']);
      expect(missing.body['title']).toContain('Exit and transition');
      const values = exampleValues(type, TERM, other);
      for (const { clause: id, hash, untranslated } of (await terms()).clauses) {
        const value = values[id];
        if (untranslated.length === 0 || value === undefined) continue;
        const translator = id === 'exit' ? lead : twinned;
        await both.does(translator, 'translate-clause', {
          ...{ clause: id, ofHash: hash, language: other, value },
        });
      }
      await both.does(
        twinned,
        'propose-terms',
        exit('Files stay six years with both.', agreed.hash),
      );
      expect((await clause('exit')).translations).toMatchObject([{ current: false }]);
      const outdated = await both.tries(lead, 'accept-terms', await whole());
      expect(refusal(outdated)).toEqual([422, 'TRANSLATION_OUTDATED']);
      const { hash: ofHash } = await clause('exit');
      await both.does(twinned, 'translate-clause', {
        ...{ clause: 'exit', ofHash, language: other, value: { text: 'Six ans. Six years.' } },
      });
      // Either side writes in its own language; the authentic one is then owed, whoever writes it.
      const own = { clause: 'exit', ofHash, language: other, value: { text: 'Sept ans. Seven.' } };
      await both.does(twinned, 'propose-terms', { changes: [own] });
      const theirs = await clause('exit');
      expect(theirs).toMatchObject({ language: other, untranslated: [language], translations: [] });
      expect(refusal(await both.tries(lead, 'accept-terms', await whole()))).toEqual([
        422,
        'TRANSLATION_OUTDATED',
      ]);
      await both.does(lead, 'translate-clause', {
        ...{ clause: 'exit', ofHash: theirs.hash, language, value: { text: 'Seven years.' } },
      });
      expect((await terms()).clauses.flatMap((c) => c.untranslated)).toEqual([]);

      // Acceptance binds to the text that was read.
      const { documentHash, planHash } = await whole();
      const stale = { documentHash: 'd'.repeat(64), planHash };
      expect(refusal(await both.tries(lead, 'accept-terms', stale))).toEqual([412, 'TEXT_CHANGED']);
      await both.does(lead, 'accept-terms', { documentHash, planHash });
      await both.does(twinned, 'accept-terms', { documentHash, planHash });
      expect(refusal(await both.tries(lead, 'propose-terms', exit('No.', ofHash)))).toEqual([
        422,
        'TERMS_FROZEN',
      ]);

      // Two originals: nobody signs twice, or for the other body, or without a fresh proof.
      for (const side of ['lead', 'twinned'] as const) {
        const authority = 'a'.repeat(64);
        const person = both.signatory(side);
        await both.does(side === 'lead' ? lead : twinned, 'designate-signatory', {
          ...{ person, authority },
        });
      }
      const [one, two] = [both.signatory('lead'), both.signatory('twinned')];
      const original = (originalNo: number) => ({ documentHash, originalNo });
      expect(refusal(await both.tries(lead, 'sign-agreement', original(1)))).toEqual([
        422,
        'NOT_SIGNATORY',
      ]);
      await both.does(one, 'sign-agreement', original(1));
      expect(refusal(await both.tries(one, 'sign-agreement', original(2)))).toEqual([
        422,
        'ALREADY_SIGNED',
      ]);
      // A passkey of a page of ours, over this text.
      const text = signedText(both.agreement, documentHash, 2);
      const elsewhere = softPasskey('ES256', 'https://elsewhere.example')(text);
      const foreign = await both.tries(two, 'sign-agreement', {
        ...{ ...original(2), passkey: elsewhere },
      });
      expect(refusal(foreign)).toEqual([400, 'INVALID_INPUT']);
      const asks = softPasskey('ES256', api.url);
      const forOther = { ...original(2), passkey: asks(text.replace('original 2', 'original 1')) };
      expect(refusal(await both.tries(two, 'sign-agreement', forOther))).toEqual([
        422,
        'SIGNATURE_INVALID',
      ]);
      await both.does(two, 'sign-agreement', { ...original(2), passkey: asks(text) });

      await both.does(lead, 'submit-signed-agreement');
      await both.does('tpm', 'accept-documents');
      expect((await both.sees('auditor'))['negotiation']).toMatchObject({
        signatures: [{ side: 'LEAD' }, { side: 'TWINNED', passkey: {} }],
      });
      for (const kind of ['agreement', 'plan', 'annex', 'audit-account']) {
        const path = `/v1/agreements/${both.agreement}/papers/${kind}?language=both`;
        const paper = await api.get(twinned, path);
        expect([kind, paper.status, paper.text.slice(0, 5)]).toEqual([kind, 200, '%PDF-']);
      }
      if (!readsPdf) return;
      const words = async (kind: string) => {
        const path = `/v1/agreements/${both.agreement}/papers/${kind}`;
        const Authorization = `Bearer ${await api.token(twinned)}`;
        const answer = await fetch(`${api.url}${path}`, { headers: { Authorization } });
        const input = Buffer.from(await answer.arrayBuffer());
        const { stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input });
        return stdout.toString().replaceAll(/\s/gu, '');
      };
      const [agreement, annex] = [await words('agreement'), await words('annex')];
      for (const reference of persons.match(/[0-9a-f]{64}/g) ?? []) {
        expect(agreement).toContain(reference);
        expect(annex).toContain(reference);
      }
      if (type === 'P_MEMBER') return;
      // The name is opened when the paper is made; nobody stands in the ballot pack by an id.
      const nominee = `${type.toLowerCase()}-twinned`;
      expect(agreement).not.toContain(nominee);
      expect(annex).toContain(nominee);
      const before = await words('ballot-pack');
      const { db, clock } = api.engine;
      const keys = new FilePersonKeys(join(api.config.dataFolder, 'person-keys'));
      const at = await clock.now(db);
      await rememberName(db, new EventLog(keys), { person: nominee, name: 'Élise Exemple', at });
      const named = await words('ballot-pack');
      expect(named).toContain('ÉliseExemple');
      expect(await words('annex')).toContain(`ÉliseExemple(${nominee})`);
      await keys.destroy(nominee);
      const erased = await words('ballot-pack');
      expect(erased).toMatch(/erased\([0-9a-f]{64}\)/);
      for (const said of [before, named, erased]) expect(said).not.toContain(nominee);
    },
    120_000,
  );
});
