import { describe, expect, it } from '@jest/globals';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import { until, type VisitorOptions } from './visitor.js';

interface Seen {
  readonly documents: {
    readonly clauses: readonly { readonly clause: string; readonly hash: string | null }[];
  };
}

const idIn = (url: string): string => /agreements\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';

(noBrowser === null ? describe : describe.skip)('journeys in a browser', () => {
  const on = onStage();
  // The second journey goes on where the first one ends.
  let agreement: string;

  const visitor = (options: VisitorOptions = {}) => on.guests.comes(options);
  const statusOf = async (agreement: string) =>
    (await on.product.get('auditor', `/v1/agreements/${agreement}`)).body.status;

  // First: once the story below is registered, the place of this body in the committee is taken.
  it('show the one who seeks a lead who could be it, with reasons, weights and a map on request', async () => {
    const ies = await visitor();
    await ies.signIn('IES, Representative');
    await ies.open('/new');
    await ies.page.getByRole('radio', { name: /^P-member/ }).check();
    await ies.page.getByRole('radio', { name: /^Twinned partner/ }).check();
    await ies.button('Go on').click();
    await ies.page.locator('#proposal-committee').fill('TC 34/SC 5');
    await ies.button(/^ISO\/TC 34\/SC 5 –/).click();
    await ies.button('Go on').click();
    const places = ies.page.locator('.finder > li');
    await places.first().waitFor();
    const order = () => places.locator('h4').allInnerTexts();
    const before = await order();
    // No place without its reasons.
    for (const place of await places.all()) {
      expect(await place.locator('ul li').count()).toBeGreaterThan(0);
    }
    await ies.page.getByText('Change what counts').click();
    // With nothing but the region counted, the neighbour comes first; the slider keeps the focus meanwhile.
    for (const name of [/^Experience/, /^Shared interest/, /^Not busy/, /^Has led/, /^Language/]) {
      await ies.page.getByRole('slider', { name }).fill('0');
    }
    await until(async () => (await order())[0]?.includes('Kenya') === true);
    expect((await order())[0]).toContain('Kenya');
    expect(before[0]).not.toContain('Kenya');
    expect(await ies.page.evaluate('document.activeElement.type')).toBe('range');
    await ies.button('Show them on a map').click();
    await ies.page.locator('svg.map, .map svg').first().waitFor();
    const [first = ''] = await order();
    await places.first().getByRole('button').click();
    await ies.page.locator('.picked', { hasText: first.split(' ')[0] ?? '' }).waitFor();
  }, 120_000);

  it('lead them from a proposal in English and a consent in French to an approval', async () => {
    const [asi, ies] = await Promise.all([visitor(), visitor({ language: 'fr' })]);
    await asi.signIn('ASI, Representative');
    await asi.link('New twinning').first().click();
    await asi.page.getByRole('radio', { name: /^P-member/ }).check();
    await asi.page.getByRole('radio', { name: /^Lead partner/ }).check();
    await asi.button('Go on').click();
    await asi.page.locator('#proposal-committee').fill('TC 34/SC 5');
    await asi.button(/^ISO\/TC 34\/SC 5 –/).click();
    await asi.button('Go on').click();
    await asi.page.locator('#proposal-partner').fill('IES');
    await asi.page.locator('.hits').getByRole('button', { name: /^IES/ }).click();
    await asi.button('Go on').click();
    await asi.page.locator('#proposal-competence').fill('Twenty years in food standards.');
    await asi.page.locator('#proposal-goals').fill('Own experts in two working groups.');
    await asi.button('Go on').click();
    await asi.button('Open the draft').click();
    await asi.page.waitForURL(/agreements\/[0-9a-f-]{36}/);
    agreement = idIn(asi.page.url());

    await ies.signIn('IES, Représentant');
    await ies.reads(/^ASI – /);
    await ies.act(agreement, 'Accepter l’invitation');
    await ies.act(agreement, 'Modifier la demande', {
      need: 'Commenter les projets à temps.',
      twinnedContact: 'ies.rep',
    });
    await asi.act(agreement, 'Edit the request', {
      outcome: 'A participating member.',
      plannedStart: '2027-06-01',
      plannedMonths: '36',
      leadContact: 'asi.rep',
    });
    await asi.act(agreement, 'Consent to the request');
    await ies.act(agreement, 'Consentir à la demande');
    await ies.act(agreement, 'Envoyer la demande');
    expect(await statusOf(agreement)).toBe('IN_REVIEW_TPM');

    const tpm = await visitor();
    await tpm.signIn('Technical programme manager');
    await tpm.reads('ASI – IES');
    await tpm.act(agreement, 'Approve the request');
    expect(await statusOf(agreement)).not.toBe('IN_REVIEW_TPM');
  }, 120_000);

  it('let two browsers negotiate a clause: told at once, nothing moved, nothing typed is lost', async () => {
    await on.product.act('tpm', agreement, 'register-in-gd');
    const [asi, ies] = await Promise.all([visitor(), visitor({ language: 'fr' })]);
    await asi.signIn('ASI, Representative');
    await ies.signIn('IES, Représentant');
    const at = `/agreements/${agreement}/documents`;
    await Promise.all([asi.open(at), ies.open(at)]);

    await asi.button(/^Propose another wording General objective/).click();
    await asi.page.locator('.editor textarea').first().fill('To take part by 2028.');
    await asi.button('Send the proposal').click();
    await asi.reads('To take part by 2028.');

    // Told within seconds, without being moved; shown when they ask for it.
    await ies.button('Afficher').click();
    await ies.reads('To take part by 2028.');
    // Whoever wrote it has accepted it: only the other side is asked.
    await ies.button(/^Accepter.*Objectif général/).waitFor();
    for (const answer of [/^Accept.*General objective/, /^Reject.*General objective/]) {
      expect(await asi.button(answer).count()).toBe(0);
    }
    await ies.button(/^Proposer une autre rédaction Objectif général/).click();
    await ies.page.locator('.editor textarea').first().fill('To take part by 2029.');

    // Meanwhile the lead writes again: the twinned partner's text meets another version and is kept.
    await asi.button(/^Propose another wording Communication/).click();
    await asi.page.locator('.editor textarea').first().fill('By mail, every week.');
    await asi.button('Send the proposal').click();
    await asi.reads('By mail, every week.');
    await ies.page.locator('.editor button.primary').click();
    await ies.page.locator('.editor .notice').waitFor();
    expect(await ies.page.locator('.editor textarea').first().inputValue()).toBe(
      'To take part by 2029.',
    );
    await ies.reads('By mail, every week.');
    await ies.page.locator('.editor button.primary').click();
    await ies.page.locator('.editor').waitFor({ state: 'detached' });
    await asi.button('Show').click();
    await asi.reads('To take part by 2029.');
  }, 120_000);

  it('keep a text on the wording that it answers: another change is shown, and decided on, before it is sent', async () => {
    const ies = await visitor({ language: 'fr' });
    await ies.signIn('IES, Représentant');
    await ies.open(`/agreements/${agreement}/documents`);
    const propose = ies.button(/^Proposer une autre rédaction Communication/);
    await propose.click();
    const text = ies.page.locator('.editor textarea').first();
    await text.fill('By mail, every month.');
    const { body } = await on.product.get('asi.rep', `/v1/agreements/${agreement}`);
    const { clauses } = (body.negotiation as Seen).documents;
    const change = {
      clause: 'communication',
      ofHash: clauses.find(({ clause }) => clause === 'communication')?.hash,
      ...{ language: 'en', value: { text: 'By telephone, every week.' } },
    };
    const changed = await on.product.act('asi.rep', agreement, 'propose-terms', {
      changes: [change],
    });
    expect(changed.status).toBe(200);

    // Read again on the new version: the text is still that of before.
    await ies.page.reload();
    await propose.click();
    expect(await text.inputValue()).toBe('By mail, every month.');
    const difference = ies.page.locator('.editor .changed-terms');
    await difference.locator('ins', { hasText: 'telephone' }).waitFor();
    // Whichever way the text runs, it is shown in its own direction, also where it begins with a change.
    expect(await difference.locator('p.difference').getAttribute('dir')).toBe('auto');
    expect(await difference.locator('ins .hidden').first().getAttribute('dir')).toBe('ltr');
    await ies.page.locator('.editor button.primary').click();
    await ies.page.locator('.editor .notice.bad').waitFor();
    const said = async () =>
      (await on.product.get('asi.rep', `/v1/agreements/${agreement}`)).body.version;
    expect(await said()).toBe(changed.body.version);
    await ies.button('Garder mon texte, en réponse à la nouvelle rédaction').click();
    await difference.waitFor({ state: 'detached' });
    await ies.page.locator('.editor button.primary').click();
    await ies.page.locator('.editor').waitFor({ state: 'detached' });
    await ies.reads('By mail, every month.');

    // The whole text at any two moments, whatever lies between them.
    await ies.page.getByText('Comparer deux versions de tout le texte').click();
    const whole = ies.page.locator('details', { hasText: 'Comparer deux versions de tout' });
    await whole.locator('ins', { hasText: 'mail' }).waitFor();
    await whole.getByLabel('De', { exact: true }).selectOption({ index: 0 });
    const titles = whole.locator('h3');
    await titles.filter({ hasText: 'Objectif général' }).waitFor();
    expect(await titles.count()).toBe(2);
    await whole.getByLabel('À', { exact: true }).selectOption({ index: 1 });
    await titles.filter({ hasText: 'Communication' }).waitFor({ state: 'detached' });
    await whole.locator('ins', { hasText: 'To take part by 2028.' }).waitFor();
  }, 120_000);

  it('show what happens if nobody acts, played through to the end', async () => {
    const asi = await visitor();
    await asi.signIn('ASI, Representative');
    await asi.open(`/agreements/${agreement}`);
    await asi.button('Play it through to the end').click();
    const moments = asi.page.locator('.course > li');
    // A few thousand reminders are played through.
    await moments.first().waitFor({ timeout: 60_000 });
    // Nobody signs: it lapses, on the day and at the hour at which the record would say so.
    const lapses = moments.filter({
      has: asi.page.locator('.status', { hasText: /laps/i }),
    });
    await lapses.first().waitFor();
    const { body } = await on.product.get('asi.rep', `/v1/agreements/${agreement}/deadlines`);
    // The last of its dates: those before are reminders.
    const { due, lastDay } = (
      body.items as { timer: string; due: string; lastDay: string }[]
    ).findLast(({ timer }) => timer === 'T17') ?? { due: '', lastDay: '' };
    const when = lapses.first().locator('time').first();
    expect(await when.getAttribute('datetime')).toBe(due);
    const nextDay = new Date(`${lastDay}T00:00:00Z`);
    nextDay.setUTCDate(nextDay.getUTCDate() + 1);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    expect(await when.innerText()).toBe(`${day.format(nextDay)} at 00:00 (Europe/Zurich)`);
    expect(await statusOf(agreement)).toBe('AGREEMENT_PENDING');
  }, 120_000);
});
