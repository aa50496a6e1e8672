import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addContacts, ContactKey } from '@twinning/engine';
import { registered } from '@twinning/engine/testing';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving } from '../testing/driving.js';

/** Sits in the committee and does not twin in it. */
const KEBS = 1854;

describe('the distribution list', () => {
  let api: ApiUnderTest;
  let id = '';
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const email = { kind: 'email', committee: null } as const;
    await addContacts(api.engine.db, ContactKey.in(api.config.dataFolder), [
      { ...email, address: 'chair@example.org', desk: 'CHAIR', member: null },
      { ...email, address: 'manager@example.org', desk: 'COMMITTEE_MANAGER', member: null },
      { ...email, address: 'kebs@example.org', desk: null, member: KEBS },
      // What changes goes there, no information.
      { ...email, kind: 'webhook', address: 'https://e.org/', desk: 'ISO_CS', member: null },
      { ...email, address: 'other@example.org', desk: 'ISO_CS', member: null, committee: 1 },
    ]);
    id = await registered(driving(api));
  });
  afterAll(() => api.stop());

  it('says who has a contact, and for whom no message left', async () => {
    const { body } = await api.get('ies.rep', `/v1/agreements/${id}/distribution`);
    const items = body['items'] as readonly { recipient: string; contacts: number }[];
    expect(items.map(({ recipient, contacts }) => [recipient, contacts])).toEqual([
      ['TPM', 0],
      ['COMMITTEE_SECRETARIAT', 1],
      ['CHAIR', 1],
      ['COMMITTEE_MEMBERS', 1],
      ['ISO_CS', 0],
    ]);
    expect(body['sent']).toMatchObject([
      {
        ...{ about: 'REGISTRATION', messages: { waiting: 3, sent: 0, failed: 0 } },
        withoutMessage: ['ISO_CS'],
      },
    ]);
  });

  it('is told as what is to be done, for the event knows no more', async () => {
    const said = async (language: string) =>
      (await api.get('ies.rep', `/v1/agreements/${id}/timeline`, { 'Accept-Language': language }))
        .text;
    expect(await said('en')).toContain('The committee and its secretariat are to be informed: ');
    expect(await said('fr')).toMatch(/Le comité et son secrétariat sont à informer\s: /u);
  });
});
