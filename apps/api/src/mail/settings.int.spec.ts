import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addContacts, ContactKey, listContacts } from '@twinning/engine';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiUnderTest } from '../testing/api-under-test.js';

describe('the settings behind the link of a message', () => {
  let api: ApiUnderTest;
  let folder: string;
  let key: ContactKey;
  let at: string;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-mail-'));
    key = ContactKey.in(folder);
    const [added] = await addContacts(api.engine.db, key, [
      { kind: 'email', address: 'tpm@example.org', member: null, desk: 'TPM', language: 'fr' },
    ]);
    at = `/v1/mail-settings/${key.settingsOf(added?.id ?? '')}`;
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const post = (path: string, type?: string, body?: string) =>
    api.request(path, {
      method: 'POST',
      ...(body !== undefined && { body }),
      ...(type !== undefined && { headers: { 'Content-Type': type } }),
    });
  const kept = async () =>
    (await listContacts(api.engine.db, key)).map(({ rhythm, news }) => [rhythm, news]);

  it('are read and changed without signing in, and tell nothing of whose address it is', async () => {
    expect((await api.request(at)).body).toEqual({ rhythm: 'instant', news: true, language: 'fr' });
    const changed = await post(`${at}?rhythm=weekly&news=false`);
    expect([changed.status, changed.body]).toEqual([
      200,
      { rhythm: 'weekly', news: false, language: 'fr' },
    ]);
    expect((await post(`${at}?news=true`)).body).toMatchObject({ rhythm: 'weekly', news: true });
    expect(await kept()).toEqual([['weekly', true]]);
    for (const wrong of ['rhythm=hourly', 'news=yes', 'other=1']) {
      expect([wrong, (await post(`${at}?${wrong}`)).status]).toEqual([wrong, 400]);
    }
    expect(await kept()).toEqual([['weekly', true]]);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('end the news at one click of a mail program that sends %s', async (type, body) => {
    await post(`${at}?news=true`);
    const { status } = await post(`${at}/unsubscribe`, type, body);
    expect([status, await kept()]).toEqual([200, [['weekly', false]]]);
    // Twice is once, and reading the address of the click does nothing: programs fetch links to look at them.
    expect((await post(`${at}/unsubscribe`, type, body)).status).toBe(200);
    await post(`${at}?news=true`);
    expect((await api.request(`${at}/unsubscribe`)).status).toBe(405);
    expect(await kept()).toEqual([['weekly', true]]);
  });

  it('are nobody’s for a link that was made up, and no other address takes a form of parts', async () => {
    for (const path of ['/v1/mail-settings/made-up', '/v1/mail-settings/made-up/unsubscribe']) {
      expect([path, (await post(path)).status]).toEqual([path, 404]);
    }
    expect((await api.request('/v1/mail-settings/made-up')).status).toBe(404);
    const form = 'multipart/form-data; boundary=x';
    expect((await post('/v1/session', form, '--x--')).status).toBe(415);
  });
});
