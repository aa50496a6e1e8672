import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { confirmedDraft } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import { type Visitor, type VisitorOptions } from './visitor.js';

const PEOPLE = '/people';
/** Letters that run from right to left, marks that sit on others, and no space to break at. */
const NAME = `\u0645\u0631\u064a\u0645 \u05d1\u05df\u05be\u05d3\u05d5\u05d3 A\u030a\u0327${'Wolfeschlegelsteinhausen'.repeat(3)}`;

const committee = (id: number, p: readonly number[], o: readonly number[] = []) =>
  JSON.stringify({
    ...{ id, reference: `ISO/TC ${String(id)}`, status: 'Active' },
    ...{
      title: { en: `Title ${String(id)}`, fr: null },
      secretariat: { id: 1747, acronym: 'GSA' },
    },
    ...{ creationDate: '1990-01-01', parentId: null },
    pMembers: p.map((member) => ({ id: member, acronym: `M${String(member)}` })),
    oMembers: o.map((member) => ({ id: member, acronym: `M${String(member)}` })),
  });

(noBrowser === null ? describe : describe.skip)('people and registry in a browser', () => {
  const on = onStage();
  let agreement: string;

  beforeAll(async () => {
    agreement = await confirmedDraft(on.product);
  }, 300_000);

  const as = (person: string, options: VisitorOptions = {}) => on.guests.signedIn(person, options);
  /** ASI puts one of its representatives on its list, who accepts. */
  const listed = async (person: string) => {
    const says = async (who: string, command: string, payload: object) => {
      const { status } = await on.product.request(`/v1/bodies/1529/people/${command}`, {
        method: 'POST',
        body: JSON.stringify(payload),
        headers: {
          Authorization: `Bearer ${await on.product.token(who)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        },
      });
      expect([command, status]).toEqual([command, 200]);
    };
    await says('asi.mbua', 'invite-person', { person, grants: [{ role: 'NSB_REP' }] });
    await says(person, 'accept-invitation', {});
  };
  const done = (visitor: Visitor) => visitor.page.locator('.notice.good').waitFor();

  it('invites a person, who accepts, stands in for a colleague, acts in their name, and no longer', async () => {
    const administrator = await as('asi.mbua');
    await administrator.open(PEOPLE);
    await administrator.page.locator('summary', { hasText: 'Invite a person' }).click();
    await administrator.page.locator('#invite-person').fill('asi.signatory');
    await administrator.page.locator('#invite-name').fill(NAME);
    await administrator.button('Invite a person').click();
    await done(administrator);
    await administrator.reads('invited, has not accepted yet');
    // Nobody who may never say yes is left with the office.
    await administrator.page.locator('summary', { hasText: 'Hand over' }).click();
    await administrator.reads('There is nobody in the list yet who has accepted an invitation.');

    const deputy = await as('asi.signatory', { language: 'fr', width: 320 });
    await deputy.open('/');
    await deputy.reads('Vous avez une invitation : ASI');
    await deputy.link('Lire l’invitation et l’accepter').click();
    await deputy.button('Accepter l’invitation').click();
    await done(deputy);
    await deputy.link('À faire').click();
    await deputy.page.getByRole('heading', { level: 1, name: 'À faire' }).waitFor();
    expect(await deputy.page.getByText('Vous avez une invitation').count()).toBe(0);
    await deputy.link('Personnes').click();
    // Typed with the accents apart, kept composed.
    await deputy.reads(NAME.normalize('NFC'));
    const over = 'document.documentElement.scrollWidth - window.innerWidth';
    expect(await deputy.page.evaluate(over)).toBe(0);
    await deputy.open(`/agreements/${agreement}`).catch(() => undefined);
    expect(await deputy.page.locator('.actions').count()).toBe(0);

    // Who is not on the list has nothing there that could be delegated.
    const colleague = await as('asi.rep');
    await colleague.open(PEOPLE);
    await colleague.reads('You have no role of your own on this list that can be delegated.');
    await listed('asi.rep');
    await colleague.open(PEOPLE);
    await colleague.page.locator('summary', { hasText: 'Let somebody act' }).click();
    await colleague.field('Who may act').selectOption('asi.signatory');
    await colleague.button('Let somebody act').click();
    await done(colleague);
    await colleague.reads('asi.signatory may act for asi.rep');

    await deputy.act(agreement, 'Modifier la demande', { competence: 'Vingt ans de normes.' });
    await deputy.open(`/agreements/${agreement}/timeline`);
    await deputy.page.locator('.filters select').first().selectOption('all');
    await deputy.page
      .locator('.timeline')
      .getByText(/asi\.signatory, pour asi\.rep/)
      .first()
      .waitFor();
    const { body } = await on.product.get('asi.rep', `/v1/agreements/${agreement}/timeline`);
    expect((body.items as object[]).at(-1)).toMatchObject({
      actor: { person: 'asi.signatory', body: 1529 },
      onBehalfOf: 'asi.rep',
    });

    await colleague.button('End: asi.signatory for asi.rep').click();
    await colleague.reads('Nobody stands in for anybody now.');
    await deputy.page.goto(`${on.product.url}/agreements/${agreement}`);
    await deputy.page.getByRole('alert').first().waitFor();
    expect(await deputy.page.locator('.actions').count()).toBe(0);
  }, 120_000);

  it('tells who is invited by mistake, and who was ended, where they stand', async () => {
    const ies = await as('ies.mbua', { language: 'fr' });
    await ies.open(PEOPLE);
    await ies.page.locator('summary', { hasText: 'Inviter une personne' }).click();
    await ies.page.locator('#invite-person').fill('gsa.rep');
    await ies.button('Inviter une personne').click();
    await done(ies);
    const gsa = await as('gsa.rep');
    await gsa.open(`${PEOPLE}?body=1725`);
    await gsa.reads('You were invited here, but you sign in for GSA');
    expect(await gsa.button('Accept the invitation').count()).toBe(0);
    await ies.page.locator('#invite-person').fill('ies.signatory');
    await ies.button('Inviter une personne').click();
    await ies.reads('ies.signatory');
    await ies.button(/^Mettre fin ies.signatory/).click();
    await ies.button('Mettre fin au mandat : ies.signatory').click();
    await ies.reads('mandat terminé');
    const ended = await as('ies.signatory');
    await ended.open('/');
    await ended.reads('You act for nobody here at present.');
    expect(await ended.link('People').count()).toBe(0);
    const central = await as('iso.cs');
    await central.open('/audit');
    await central.page.getByRole('heading', { name: 'Who read what is confidential' }).waitFor();
  }, 120_000);

  it('lets a body say that it is not to be suggested as a lead, and say otherwise again', async () => {
    const asi = await as('asi.rep', { language: 'fr' });
    await asi.open('/registry/members/1529');
    await asi.button('Ne pas nous suggérer').click();
    await asi.reads('Votre organisme n’est suggéré à personne.');
    const ies = await as('ies.rep');
    const unwilling = async () =>
      (await on.product.get('ies.rep', '/v1/matching?twinned=1725&type=P_MEMBER&committee=47878'))
        .body.unwilling;
    expect(await unwilling()).toBe(1);
    await asi.page.reload();
    await asi.button('Nous suggérer de nouveau').click();
    await asi.reads('voient le vôtre, avec les raisons');
    expect(await unwilling()).toBe(0);
    // Another body's page says nothing of it.
    await ies.open('/registry/members/1529');
    await ies.settled();
    expect(await ies.page.getByRole('heading', { name: 'Being suggested' }).count()).toBe(0);
  }, 120_000);

  it('imports a file of committees: checked first, bad rows named, whole or not at all', async () => {
    const known = async () =>
      (await on.product.get('asi.rep', '/v1/registry/committees?q=TC 910')).body.items as object[];
    const central = await as('iso.cs');
    await central.open('/registry');
    await central.link('Import committees from a file').click();
    await central.page.getByRole('heading', { level: 1, name: 'Import committees' }).waitFor();
    const lines = [
      committee(9101, [1747, 1738]),
      committee(9102, [1738], [1738]),
      committee(9103, [2027]),
    ];
    const file = (rows: readonly string[]) => ({
      ...{ name: 'committees.jsonl', mimeType: 'application/x-ndjson' },
      buffer: Buffer.from(rows.join('\n')),
    });
    await central.field('Drop the file here, or choose one').setInputFiles(file(lines));
    await central.page.getByRole('radio', { name: /^Some committees/ }).check();
    await central.button('Check the file').click();
    // Without a date nothing can be said; the field says why.
    await central.page.locator('#as-of-fault').waitFor();
    await central.page.locator('#as-of').fill('2026-02-01');
    await central.button('Check the file').click();
    await central.reads('One row cannot be read');
    await central.reads(/^Line 2: oMembers/);
    await central.page.getByRole('heading', { name: 'What the import would change' }).waitFor();
    await central.button('Import').click();
    await central.reads('The file has rows that cannot be read; nothing was imported.');
    expect(await known()).toEqual([]);
    await central.button('Check the file').click();
    await central.page.getByRole('checkbox', { name: 'Leave the rows out' }).check();
    await central.button('Import').click();
    await central.reads('The file has been taken into the registry.');
    const row = central.page.getByRole('row', { name: /committees created or back/ });
    expect(await row.locator('td').innerText()).toBe('2');
    expect(await known()).toHaveLength(2);
    await central.open('/registry');
    await central.link('Import members from a file').click();
    await central.page.getByRole('heading', { level: 1, name: 'Import members' }).waitFor();
    const head = 'iso_member_id,acronym,country_en,country_alpha2,category,new_rights';
    const members = [head, '990001,NEWB,Newland,,member_body,no', 'x,BAD,Bad,,member_body,no'];
    await central.field('Drop the file here, or choose one').setInputFiles({
      ...{ name: 'members.csv', mimeType: 'text/csv' },
      buffer: Buffer.from([...members, '990002,ODD,Odd,,strange,no'].join('\n')),
    });
    await central.button('Check the file').click();
    await central.reads('Line 3: iso_member_id “x” is not an ISO id');
    await central.reads('Line 4: member 990002, “strange”');
    await central.field('Why these members are taken in').fill('Told by ISO.');
    await central.page.getByRole('checkbox', { name: 'Leave the rows out' }).check();
    await central.button('Import').click();
    await central.reads('The file has been taken into the registry.');
    const member = async (id: number) =>
      (await on.product.get('asi.rep', `/v1/registry/members/${String(id)}`)).status;
    expect([await member(990001), await member(990002), await member(990003)]).toEqual([
      ...[200, 200, 404],
    ]);
    // Nobody else is offered it, and the address says so.
    const asi = await as('asi.rep', { language: 'fr' });
    await asi.open('/registry/import');
    await asi.reads('Seul le Secrétariat central de l’ISO importe le répertoire.');
  }, 90_000);
});
