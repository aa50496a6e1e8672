import { beforeAll, describe, expect, it } from '@jest/globals';
import { confirmedDraft, submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import type { Visitor } from './visitor.js';

const HAS_TITLE = { en: 'Error: ', fr: 'Erreur : ' };

const BOX = '.notice.bad[role=alert]';
const IS_FOCUSED = `document.activeElement === document.querySelector('${BOX}')`;
/** The id of what has the focus, and the words that describe it or its group. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  const ids = [at, at.closest('fieldset')]
    .flatMap((element) => element?.getAttribute('aria-describedby')?.split(' ') ?? []);
  return [at.id, ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')];
})()`;

/** Follows each link of the error summary; answers which field has the focus then, and whether its words stand there. */
async function followed({ page }: Visitor): Promise<readonly (readonly [string, boolean])[]> {
  const summary = page.locator(BOX).first();
  await summary.waitFor();
  expect(await page.evaluate<boolean>(IS_FOCUSED)).toBe(true);
  const found: (readonly [string, boolean])[] = [];
  for (const link of await summary.getByRole('link').all()) {
    const said = (await link.innerText()).replace(/^.* – /, '');
    await link.click();
    const [id, words] = await page.evaluate<readonly [string, string]>(FOCUSED);
    found.push([id, words.includes(said)]);
  }
  return found;
}

const title = (visitor: Visitor) => visitor.page.title();

(noBrowser === null ? describe : describe.skip)('what is wrong with a form', () => {
  const on = onStage();
  let draft: string;
  let submitted: string;
  beforeAll(async () => {
    draft = await confirmedDraft(on.product);
    submitted = await submittedRequest(on.product);
  }, 120_000);

  it.each(['en', 'fr'] as const)(
    'is told in the wizard by links that lead to the field, and at it: %s',
    async (language) => {
      const asi = await on.guests.signedIn('asi.rep', { language, width: 320 });
      await asi.open('/new');
      const go = asi.page.locator('main form button.primary');
      expect(await title(asi)).not.toMatch(/^Err/);
      await go.click();
      expect(await followed(asi)).toEqual([
        ['proposal-type', true],
        ['proposal-side', true],
      ]);
      expect((await title(asi)).replace(/\s/g, ' ')).toContain(HAS_TITLE[language]);
      await asi.page.locator('input[name=type][value=CONVENOR]').check();
      await asi.page.locator('input[name=side][value=LEAD]').check();
      await go.click();
      await asi.page.locator('#proposal-workingGroup').waitFor();
      expect(await title(asi)).not.toMatch(/^Err/);
      await go.click();
      expect(await followed(asi)).toEqual([
        ['proposal-committee', true],
        ['proposal-workingGroup', true],
      ]);
      expect(await asi.page.locator('#proposal-workingGroup-fault').innerText()).toContain('WG 3');
    },
    120_000,
  );

  it('keeps a text that is too long whole, and says by how much', async () => {
    const asi = await on.guests.signedIn('asi.rep', { language: 'fr' });
    await asi.open(`/agreements/${draft}/do/EditRequest`);
    const field = asi.page.locator('#field-goals');
    await field.fill('x'.repeat(8012));
    await asi.page.locator('main form button.primary').click();
    expect(await followed(asi)).toEqual([['field-goals', true]]);
    expect((await field.inputValue()).length).toBe(8012);
    expect((await asi.page.locator('#field-goals-fault').innerText()).replace(/\s/g, ' ')).toMatch(
      /12 caractères : 8012/,
    );
    // The wizard too keeps it whole.
    await asi.open('/new?step=words');
    await asi.page.locator('#proposal-goals').fill('y'.repeat(8001));
    await asi.page.locator('main form button.primary').click();
    expect(await followed(asi)).toEqual([['proposal-goals', true]]);
  }, 120_000);

  it('says that half a date is no date, and does not leave it out', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open(`/agreements/${draft}/do/EditRequest`);
    const start = asi.page.locator('#field-plannedStart');
    await start.focus();
    await asi.page.keyboard.press('Delete');
    await asi.page.keyboard.type('12');
    await asi.page.locator('main form button.primary').click();
    expect(await followed(asi)).toEqual([['field-plannedStart', true]]);
    await asi.reads('Give a whole date: day, month and year.');
  }, 120_000);

  it('is told by the people’s forms themselves, not by the browser’s bubbles', async () => {
    const administrator = await on.guests.signedIn('asi.mbua');
    await administrator.open('/people');
    await administrator.page.locator('summary', { hasText: 'Invite a person' }).click();
    const invite = administrator.page.locator('form', {
      has: administrator.page.locator('#invite-person'),
    });
    await administrator.page.locator('#invite-email').fill('nobody');
    await invite.locator('button.primary').click();
    expect(await followed(administrator)).toEqual([
      ['invite-person', true],
      ['invite-email', true],
    ]);
    expect(await title(administrator)).toMatch(/^Error: /);
    await administrator.page.locator('#invite-person').fill('Ana Pérez');
    await administrator.page.locator('#invite-email').fill('');
    await invite.locator('button.primary').click();
    expect(await followed(administrator)).toEqual([['invite-person', true]]);
  }, 120_000);

  it('leads from a remark that says nothing to its field', async () => {
    await on.product.act('tpm', submitted, 'approve-by-tpm');
    await on.product.act('tpm', submitted, 'register-in-gd');
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open(`/agreements/${submitted}/documents`);
    const clause = asi.page.locator('article.clause', { has: asi.page.locator('#clause-dates') });
    await clause.getByRole('button', { name: /^Comment/ }).click();
    await clause.locator('form button.primary').click();
    expect(await followed(asi)).toEqual([['comment-dates', true]]);
  }, 120_000);
});
