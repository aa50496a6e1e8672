import { beforeAll, describe, expect, it } from '@jest/globals';
import { COMMITTEE, confirmedDraft, submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';

(noBrowser === null ? describe : describe.skip)('what spares a clerk work', () => {
  const on = onStage();
  let draft: string;
  let registered: string;
  let at: string;

  beforeAll(async () => {
    const { product } = on;
    draft = await confirmedDraft(product);
    registered = await submittedRequest(product);
    await product.act('tpm', registered, 'approve-by-tpm');
    await product.act('tpm', registered, 'register-in-gd');
    at = `/agreements/${registered}`;
  }, 120_000);

  it('offers what was typed once in a journey, and takes it with one key', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    await asi.act(draft, 'Edit the request', { leadContact: 'asi.deputy' });
    await asi.open(`/agreements/${draft}/do/EditRequest`);
    expect(await asi.page.locator('#field-leadContact').inputValue()).toBe('asi.deputy');
    // Another form of the same agreement asks for a person again.
    await asi.page.locator('#field-twinnedContact').fill('');
    const offered = asi.page.getByRole('button', { name: 'Take asi.deputy' });
    await offered.waitFor();
    await offered.focus();
    await asi.page.keyboard.press('Enter');
    expect(await asi.page.locator('#field-twinnedContact').inputValue()).toBe('asi.deputy');
    // What one person has typed is not offered to another one at the same computer.
    await asi.context.request.post(`${on.product.url}/v1/session`, {
      data: { person: 'ies.rep' },
      headers: { origin: on.product.url },
    });
    await asi.open(`/agreements/${draft}/do/EditRequest`);
    await asi.page.locator('#field-twinnedContact').waitFor();
    expect(await asi.page.getByRole('button', { name: 'Take asi.deputy' }).count()).toBe(0);
  }, 120_000);

  it('writes the dates of the request into the clause that asks for them, in French on a narrow page', async () => {
    const ies = await on.guests.signedIn('ies.rep', { language: 'fr', width: 320 });
    await ies.open(`${at}/documents`);
    const clause = ies.page.locator('article.clause', { has: ies.page.locator('#clause-dates') });
    await clause.getByRole('button', { name: /^Proposer/ }).click();
    const dates = clause.locator('input[type=date]');
    await dates.first().waitFor();
    const typed = await Promise.all([dates.nth(0).inputValue(), dates.nth(1).inputValue()]);
    expect(typed).toEqual(['2027-06-01', '2030-05-31']);
  }, 120_000);

  it('says with at most four words where a clause stands, and whom it waits for', async () => {
    const changes = [
      { clause: 'exit', ofHash: null, language: 'en', value: { text: 'Files stay two years.' } },
    ];
    expect((await on.product.act('asi.rep', registered, 'propose-terms', { changes })).status).toBe(
      200,
    );
    const words = async (person: string) => {
      const visitor = await on.guests.signedIn(person);
      await visitor.open(`${at}/documents`);
      const standing = visitor.page.locator('.overview li > span');
      // Names of sides come after the page, in a file of their own.
      await standing
        .filter({ hasText: /partner$/ })
        .first()
        .waitFor();
      const all = await standing.allInnerTexts();
      return [...new Set(all)].sort();
    };
    const said = await words('asi.rep');
    expect(said).toEqual(['fixed', 'to be written', 'waits for the twinned partner']);
    // Both sides read the same.
    expect(await words('ies.rep')).toEqual(said);
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open(`${at}/documents`);
    await asi.reads(/^Accept all of it as it stands: /);
  }, 120_000);

  it('shows what cannot begin yet as words that say what they wait for, not as links', async () => {
    const items = [{ id: 'M1', title: 'First meeting held', dueOn: '2027-09-01' }];
    const changes = [{ clause: 'milestones', ofHash: null, language: 'en', value: { items } }];
    expect((await on.product.act('asi.rep', registered, 'propose-terms', { changes })).status).toBe(
      200,
    );
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open(`${at}/progress`);
    const row = asi.page.getByRole('row', { name: /First meeting held/ });
    await row.getByText(/^cannot start yet: waits for the agreement and the plan/).waitFor();
    expect(await row.getByRole('link').count()).toBe(0);
  }, 120_000);

  it('says what follows before somebody ends something, and asks why', async () => {
    const ies = await on.guests.signedIn('ies.rep', { language: 'fr', width: 320 });
    await ies.open(`${at}/do/Withdraw`);
    await ies.reads(/^Le jumelage prend fin avant d’avoir commencé/);
    await ies.page.locator('#field-why').waitFor();
    await ies.page.locator('main form button.primary').click();
    await ies.page.locator('.fault').waitFor();
    await ies.open(`${at}/do/GiveNoticeOfWithdrawal`);
    await ies.reads(/^Le jumelage prend fin dans soixante jours/);
    await ies.page.locator('main form button.primary').click();
    await ies.page.locator('.fault').waitFor();
    const { body } = await on.product.get('ies.rep', `/v1/agreements/${registered}/timeline`);
    const types = (body.items as { type: string }[]).map(({ type }) => type);
    expect(types).not.toContain('WithdrawalNoticeGiven');
    await ies.act(registered, 'Donner un préavis de retrait', { reason: 'Plus de personnel.' });
    const { body: events } = await on.product.get('ies.rep', `/v1/agreements/${registered}/events`);
    const given = (events.items as { type: string; payload: { reason?: string } }[]).find(
      ({ type }) => type === 'WithdrawalNoticeGiven',
    );
    expect(given?.payload.reason).toBe('Plus de personnel.');
    // The one who opened a draft leaves it alone, and says why.
    const asi = await on.guests.signedIn('asi.rep');
    await asi.act(draft, 'Withdraw from the twinning', { why: 'Our plans have changed.' });
    const { body: of } = await on.product.get('asi.rep', `/v1/agreements/${draft}/events`);
    const last = (of.items as { type: string; payload: { why?: string } }[]).at(-1);
    expect([last?.type, last?.payload.why]).toEqual([
      'ArrangementWithdrawn',
      'Our plans have changed.',
    ]);
  }, 120_000);

  it('asks why an invitation is taken back, keeps the reason, and shows it to those who read on', async () => {
    const of = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const { body } = await on.product.act('asi.rep', null, 'start-draft', of);
    const id = String(body.agreement);
    expect((await on.product.act('asi.rep', id, 'invite-partner', { member: 1725 })).status).toBe(
      200,
    );
    const asi = await on.guests.signedIn('asi.rep', { language: 'fr' });
    await asi.open(`/agreements/${id}/do/WithdrawInvitation?member=1725`);
    await asi.reads('L’organisme invité ne peut plus accepter.');
    await asi.page.locator('main form button.primary').click();
    await asi.page.locator('.fault').first().waitFor();
    expect(await asi.page.locator('#field-why').getAttribute('aria-invalid')).toBe('true');
    await asi.page.locator('#field-why').fill('Nos projets ont changé.');
    await asi.page.locator('main form button.primary').click();
    await asi.page.locator('.notice.good').waitFor();
    await asi.open(`/agreements/${id}/timeline`);
    await asi.reads(/a été retirée\s: Nos projets ont changé\.$/);
  }, 120_000);

  it('says in place what a rule says, and leads to all of them', async () => {
    const asi = await on.guests.signedIn('asi.rep', { width: 320 });
    await asi.open(`${at}/do/GiveNoticeOfWithdrawal`);
    await asi.page.getByText('What this rule says').click();
    const said = asi.page.locator('.said-under');
    await said.getByRole('listitem').first().waitFor();
    await said.getByRole('link', { name: 'All rules' }).click();
    await asi.page.getByRole('heading', { name: 'The rules' }).waitFor();
    const words = asi.page.getByRole('searchbox');
    expect(await words.inputValue()).toBe('ST.4(a)');
    const rows = asi.page.locator('table.rules tbody tr');
    await rows.first().waitFor();
    const few = await rows.count();
    await words.fill('');
    await asi.page.waitForFunction(
      `document.querySelectorAll('table.rules tbody tr').length > ${String(few)}`,
    );
    await words.fill('no office passes on');
    await rows.first().getByText('No office passes on by itself').waitFor();
  }, 120_000);
});
