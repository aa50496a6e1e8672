import { beforeAll, describe, expect, it } from '@jest/globals';
import { submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import type { Visitor } from './visitor.js';

const TEXTS = [
  'First we meet in Geneva. Then the lead partner reports. Files are kept for two years.',
  'Then the lead partner reports. Files are kept for three years. First we meet in Geneva.',
] as const;

(noBrowser === null ? describe : describe.skip)('a review of the terms', () => {
  const on = onStage();
  let agreement: string;
  let at: string;

  beforeAll(async () => {
    agreement = await submittedRequest(on.product);
    await on.product.act('tpm', agreement, 'approve-by-tpm');
    await on.product.act('tpm', agreement, 'register-in-gd');
    at = `/agreements/${agreement}/documents`;
  }, 120_000);

  const propose = async (person: string, clause: string, text: string) => {
    const { body } = await on.product.get(person, `/v1/agreements/${agreement}`);
    const { documents } = body.negotiation as {
      documents: { clauses: { clause: string; hash: string | null }[] };
    };
    const ofHash = documents.clauses.find((c) => c.clause === clause)?.hash ?? null;
    const changes = [{ clause, ofHash, language: 'en', value: { text } }];
    const answer = await on.product.act(person, agreement, 'propose-terms', { changes });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  };
  const recorded = async () => {
    const { body } = await on.product.get('ies.rep', `/v1/agreements/${agreement}/events`);
    return (body.items as { type: string; payload: { clause: string; text: string } }[])
      .filter(({ type }) => type === 'ClauseCommented')
      .map(({ payload }) => [payload.clause, payload.text]);
  };
  const comment = async ({ page }: Visitor, clause: string, text: string) => {
    const card = page.locator('article.clause', { has: page.locator(`#clause-${clause}`) });
    await card.getByRole('button', { name: /^Comment/ }).click();
    await card.getByLabel('Your comment on this clause').fill(text);
    await card.getByRole('button', { name: 'Keep it for one review' }).click();
  };

  it('keeps its comments over a reload and without a connection, stops where the terms have changed, and is recorded once', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open(at);
    await comment(asi, 'exit', 'How long do we keep the files?');
    await comment(asi, 'finance', 'Who pays the travel?');
    await asi.reads(/^2 comments wait in this browser/);
    await asi.hasKeptFiles();
    await asi.page.reload();
    await asi.reads(/^2 comments wait in this browser/);
    await asi.context.setOffline(true);
    await asi.page.reload();
    await asi.reads(/^2 comments wait in this browser/);
    await asi.button('Send the review').click();
    await asi.reads(/^There is no connection\. Your comments stay here/);
    expect(await recorded()).toEqual([]);

    // The other partner writes meanwhile: nothing is sent upon words that were not read.
    await propose('ies.rep', 'exit', TEXTS[0]);
    await asi.context.setOffline(false);
    await asi.button('Send the review').click();
    await asi.reads(/^The terms were changed meanwhile/);
    await asi.page.locator('.changed-terms ins', { hasText: 'for two years' }).waitFor();
    expect(await recorded()).toEqual([]);
    await asi.button('Send the review').click();
    await asi.reads('2 comments are recorded.');
    expect(await recorded()).toEqual([
      ['exit', 'How long do we keep the files?'],
      ['finance', 'Who pays the travel?'],
    ]);
    expect(await asi.button('Send the review').count()).toBe(0);
    await asi.page.reload();
    await asi.page.getByText('Who pays the travel?').waitFor();
    expect(await asi.button('Send the review').count()).toBe(0);
  }, 90_000);

  it('shows a sentence that was moved as moved, in one text and side by side', async () => {
    await propose('asi.rep', 'exit', TEXTS[1]);
    const ies = await on.guests.signedIn('ies.rep', { language: 'fr', width: 320 });
    await ies.open(at);
    const exit = ies.page.locator('article.clause', { has: ies.page.locator('#clause-exit') });
    await exit.getByText('Ce qui a changé, et qui l’a écrit').click();
    const said = async (tag: 'ins' | 'del') =>
      (await exit.locator(`.versions > li:first-child ${tag}`).allInnerTexts()).map((text) =>
        text.replace(/\s+/g, ' ').trim(),
      );
    await exit.locator('.versions ins').first().waitFor();
    const inserted = await said('ins');
    expect(inserted.some((text) => text.startsWith('déplacé ici :'))).toBe(true);
    expect(inserted.some((text) => /^ajouté.*three/.test(text))).toBe(true);
    expect((await said('del')).some((text) => /^supprimé.*two/.test(text))).toBe(true);
    await exit.getByRole('button', { name: 'Côte à côte' }).click();
    const columns = exit.locator('.versions > li:first-child .beside > div');
    const [before = '', after = ''] = await columns.allInnerTexts();
    expect([before.startsWith('Avant'), after.startsWith('Maintenant')]).toEqual([true, true]);
    expect([before.includes('two'), before.includes('three')]).toEqual([true, false]);
    expect([after.includes('two'), after.includes('three')]).toEqual([false, true]);
    // Any two, in either direction: what came last was taken out of it again.
    const compared = exit.getByRole('region', { name: 'Comparer deux versions' });
    const last = await exit.locator('.versions > li').count();
    await compared.getByLabel('De').selectOption(`Version ${String(last)}`);
    await compared.getByLabel('À').selectOption(`Version ${String(last - 1)}`);
    await compared.locator('del', { hasText: 'three' }).waitFor();
    await compared.locator('ins', { hasText: 'two' }).waitFor();
    await compared.getByLabel('À').selectOption(`Version ${String(last)}`);
    await compared.getByText('Les deux disent la même chose.').waitFor();
    const over = 'document.documentElement.scrollWidth - window.innerWidth';
    expect(await ies.page.evaluate(over)).toBe(0);
  }, 120_000);
});
