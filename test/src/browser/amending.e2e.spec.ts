import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, dayAt, exampleTerms, instant } from '@twinning/domain';
import { submittedRequest } from '../support/request.js';
import { withAuthenticator } from './authenticator.js';
import { noBrowser } from './chromium.js';
import { Guests } from './guests.js';
import { onStage } from './stage.js';

interface Seen {
  readonly status: string;
  readonly negotiation: {
    readonly documents: {
      readonly documentHash: string;
      readonly planHash: string;
      readonly clauses: readonly {
        readonly clause: string;
        readonly value: { readonly items?: readonly { readonly title: string }[] } | null;
      }[];
    };
    readonly amending: {
      readonly terms: {
        readonly proposals: readonly {
          readonly id: string;
          readonly side: string;
          readonly counteredBy: string | null;
        }[];
      };
    } | null;
  };
  readonly execution: {
    readonly amendments: readonly {
      readonly id: string;
      readonly stage: string;
      readonly signed: readonly { readonly side: string; readonly passkey?: object }[];
    }[];
  };
}

(noBrowser === null ? describe : describe.skip)('an amendment in a browser', () => {
  const on = onStage();
  let agreement: string;
  /** Those who open the page by the name of the machine: browsers give no passkey to an address in numbers. */
  let byName: Guests;
  const seen = async () =>
    (await on.product.get('auditor', `/v1/agreements/${agreement}`)).body as unknown as Seen;
  const must = async (person: string, command: string, payload: object = {}) => {
    const { status, body } = await on.product.act(person, agreement, command, payload);
    expect([command, status, body.code]).toEqual([command, 200, undefined]);
  };

  beforeAll(async () => {
    byName = new Guests(on.browser, on.product.url.replace('127.0.0.1', 'localhost'));
    agreement = await submittedRequest(on.product);
    await must('tpm', 'approve-by-tpm');
    await must('tpm', 'register-in-gd');
    const start = dayAt(instant(new Date().toISOString()));
    const changes = exampleTerms('P_MEMBER', { start, end: addMonths(start, 36) });
    await must('asi.rep', 'propose-terms', { changes });
    for (const who of ['asi.rep', 'ies.rep']) {
      await must(who, 'waive-translation', { language: 'fr' });
    }
    const { documentHash, planHash } = (await seen()).negotiation.documents;
    for (const [index, body] of ['asi', 'ies'].entries()) {
      await must(`${body}.rep`, 'accept-terms', { documentHash, planHash });
      const person = `${body}.signatory`;
      const authority = await on.product.files(`${body}.rep`, agreement, 'AUTHORITY');
      await must(`${body}.rep`, 'designate-signatory', { person, authority });
      if (index === 0) continue;
      await must('asi.signatory', 'sign-agreement', { documentHash, originalNo: 1 });
      await must('ies.signatory', 'sign-agreement', { documentHash, originalNo: 2 });
    }
    await must('asi.rep', 'submit-signed-agreement');
    await must('tpm', 'accept-documents');
    expect((await seen()).status).toBe('ACTIVE');
  }, 300_000);
  afterEach(async () => {
    expect(await byName.leave()).toEqual([]);
  });

  it('can wait for a pause: proposed by one partner, agreed by the other with one click, and nothing typed', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    const until = addMonths(dayAt(instant(new Date().toISOString())), 2);
    // What is typed is trimmed; the spaces within stay, and bind.
    await asi.act(agreement, 'Agree on a pause', { until, reason: ' No  staff until spring. ' });
    await asi.open(`/agreements/${agreement}`);
    const move = asi.page.locator('.moves li', { hasText: 'Agree on a pause' });
    // The move is the other partner's: to the one who proposed it, it is no link and no button.
    await move.getByText('Twinned partner').waitFor();
    expect(await move.getByRole('link').count()).toBe(0);
    expect(await asi.page.locator('.due-actions', { hasText: 'pause' }).count()).toBe(0);

    const ies = await on.guests.signedIn('ies.rep', { language: 'fr', width: 320 });
    await ies.open(`/agreements/${agreement}`);
    await ies.page.locator('.due-actions a').first().waitFor();
    const due = await ies.page.locator('.due-actions a').allInnerTexts();
    expect(due.slice(0, 2)).toEqual([
      'Convenir d’une pause',
      'Refuser la proposition de l’autre partenaire',
    ]);
    await ies.page.locator('.due-actions').getByRole('link', { name: 'Convenir' }).click();
    await ies.reads('ASI propose ce qui suit');
    expect(await ies.page.locator('#field-reason').inputValue()).toBe('No  staff until spring.');
    // Whoever changes it proposes anew, and is told before sending it.
    await ies.page.locator('#field-reason').fill('Autre raison.');
    await ies.reads(/^Vous l’avez modifié/);
    await ies.button('Convenir d’une pause').waitFor();
    await ies.page.evaluate('localStorage.clear()');
    await ies.page.reload();
    await ies.button('Accepter tel que proposé').click();
    await ies.page.locator('.notice.good').waitFor();
    const { body } = await on.product.get('auditor', `/v1/agreements/${agreement}`);
    expect(body.jointActs).toEqual([]);
    const { body: timeline } = await on.product.get(
      'auditor',
      `/v1/agreements/${agreement}/timeline`,
    );
    const types = (timeline.items as readonly { readonly type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('JointAct')).slice(-2)).toEqual([
      'JointActProposed',
      'JointActAgreed',
    ]);
    // An evaluation is offered as this agreement may have it, and no other.
    await ies.open(`/agreements/${agreement}/do/OpenEvaluation`);
    const kinds = await ies.page.locator('#field-kind option').allInnerTexts();
    expect(kinds.join()).not.toMatch(/président|secrétariat|animateur/i);
    expect(await ies.page.locator('#field-target').count()).toBe(0);
    await ies.page.locator('main summary', { hasText: 'choix' }).click();
    await ies.reads('Cette étape n’existe pas pour ce type de jumelage.');
  }, 120_000);

  it('is opened, written, answered and accepted clause by clause, and signed with a passkey', async () => {
    const [asi, ies] = await Promise.all([
      on.guests.signedIn('asi.rep'),
      on.guests.signedIn('ies.rep', { language: 'fr', width: 320 }),
    ]);
    await asi.act(agreement, 'Open an amendment for negotiation', { reason: 'Files stay longer.' });
    await asi.open(`/agreements/${agreement}/documents`);
    await asi.reads('Amendment A1 is being negotiated.');
    const exit = (of: typeof asi) =>
      of.page.locator('article.clause', { has: of.page.locator('#clause-exit') });
    // The plan in force has its own way to change.
    const risks = asi.page.locator('article.clause', { has: asi.page.locator('#clause-risks') });
    const offered = await risks.getByRole('button').allInnerTexts();
    expect(offered.map((text) => text.split(/\s/)[0])).toEqual(['Comment']);
    await exit(asi)
      .getByRole('button', { name: /^Propose/ })
      .click();
    await exit(asi).locator('textarea').first().fill('Files stay two years.');
    await exit(asi).locator('form button.primary').click();
    await exit(asi).getByText('Files stay two years.').first().waitFor();
    await ies.open(`/agreements/${agreement}/documents`);
    await ies.reads(/est en négociation\./);
    await exit(ies)
      .getByRole('button', { name: /^Proposer/ })
      .click();
    // The answer is written in French; the authentic English is owed before anybody accepts.
    await exit(ies).getByLabel('Langue de votre rédaction').selectOption('fr');
    await exit(ies)
      .getByText(/L’anglais est la langue de cet accord qui fait foi/)
      .waitFor();
    await exit(ies).locator('textarea').first().fill('Les dossiers restent six ans.');
    await exit(ies).locator('form button.primary').click();
    await exit(ies).getByText('Les dossiers restent six ans.').first().waitFor();
    await exit(ies).getByText('Pas de traduction en anglais.').waitFor();
    // It is recorded as an answer, and told as one.
    await exit(ies).getByText('Ce qui a changé, et qui l’a écrit').click();
    await exit(ies)
      .getByText(/en réponse à l’autre partie/)
      .waitFor();
    const amending = (await seen()).negotiation.amending?.terms.proposals;
    expect(amending?.map((p) => [p.id, p.side, p.counteredBy])).toEqual([
      ['A1.P1', 'LEAD', 'A1.P2'],
      ['A1.P2', 'TWINNED', null],
    ]);
    await asi.open(`/agreements/${agreement}/documents`);
    await exit(asi)
      .getByRole('button', { name: /^Translate/ })
      .click();
    await exit(asi).locator('textarea').first().fill('Files stay six years.');
    await exit(asi).locator('form button.primary').click();
    await exit(asi).getByText('Files stay six years.').first().waitFor();
    // Both sign the translation as well: its sentences have an author too.
    await exit(asi).locator('form').waitFor({ state: 'detached' });
    await asi.open(`/agreements/${agreement}/documents`);
    await exit(asi).getByText('What changed, and who wrote it').click();
    await exit(asi)
      .getByText(/^into English · of version 3 · /)
      .waitFor();
    await exit(asi).getByRole('button', { name: 'Files stay six years.' }).click();
    await exit(asi)
      .getByText(/^Translated by asi\.rep, /)
      .first()
      .waitFor();
    await ies.open(`/agreements/${agreement}/documents`);
    const wide = await ies.page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(320);
    await ies.act(agreement, 'Accepter les deux documents');
    await asi.act(agreement, 'Accept both documents');

    const [lead, twinned] = await Promise.all([
      on.guests.signedIn('asi.signatory'),
      byName.signedIn('ies.signatory', { language: 'fr' }),
    ]);
    await lead.act(agreement, 'Sign the amendment', {}, 'Confirm: I am asi.signatory');
    const device = await withAuthenticator(twinned);
    await twinned.open(`/agreements/${agreement}/do/SignAmendment`);
    await twinned.button('Signer avec une clé d’accès').click();
    await twinned.reads(/^Votre clé d’accès a signé ce texte\./);
    await twinned.page.locator('main form button.primary').click();
    await twinned.button(/^Confirmer/).click();
    await twinned.page.locator('.notice.good', { hasText: 'C’est fait' }).waitFor();
    expect(await device.credentials()).toBe(1);
    const [amendment] = (await seen()).execution.amendments;
    expect(amendment).toMatchObject({ id: 'A1', stage: 'IN_FORCE' });
    expect(amendment?.signed.map((s) => [s.side, s.passkey !== undefined])).toEqual([
      ['LEAD', false],
      ['TWINNED', true],
    ]);
    await asi.open(`/agreements/${agreement}/documents`);
    await exit(asi).getByText('Les dossiers restent six ans.').first().waitFor();
  }, 180_000);

  it('leaves the plan to a revision, which begins with the plan in force and sends only what it revises', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open(`/agreements/${agreement}/do/RevisePlan`);
    const title = asi.page.locator('#field-milestones-items-0-title');
    await title.waitFor();
    const { clauses } = (await seen()).negotiation.documents;
    const items = clauses.find(({ clause }) => clause === 'milestones')?.value?.items ?? [];
    expect(await title.inputValue()).toBe(items[0]?.title);
    await title.fill('First meeting of the mirror committee');
    await asi.page.locator('#field-reason').fill('A committee first.');
    await asi.page.locator('main form button.primary').click();
    await asi.page.locator('.notice.good').waitFor();
    const { body } = await on.product.get('auditor', `/v1/agreements/${agreement}`);
    const [act] = body.jointActs as readonly { readonly content: object }[];
    expect(act?.content).toEqual({
      ...{ reason: 'A committee first.', language: 'en' },
      milestones: {
        items: items.map((item, n) =>
          n === 0 ? { ...item, title: 'First meeting of the mirror committee' } : item,
        ),
      },
    });
  }, 120_000);
});
