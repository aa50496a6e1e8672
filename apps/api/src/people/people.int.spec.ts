import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readVerifier, verifyReceipt, type Receipt } from '@twinning/event-log';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';

/** ASI's people. */
const PEOPLE = '/v1/bodies/1529/people';
const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };

describe('people over HTTP', () => {
  let api: ApiUnderTest;
  let agreement = '';

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const made = await api.post('asi.rep', '/v1/agreements', DRAFT);
    agreement = String(made.body.agreement);
  });
  afterAll(() => api.stop());

  const statusFor = async (person: string) =>
    (await api.get(person, `/v1/agreements/${agreement}`)).status;
  const today = async () => String((await api.get('asi.rep', '/v1/me')).body.now).slice(0, 10);

  it('are not there for another body, as if there were no such body', async () => {
    for (const path of [PEOPLE, '/v1/bodies/999999/people']) {
      const answer = await api.get('gsa.mbua', path);
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
      const sent = await api.post('gsa.mbua', `${path}/end-person`, { person: 'asi.rep' });
      expect([sent.status, sent.text.length]).toEqual([404, answer.text.length]);
    }
  });

  it('are invited by name, and read with their names by their own body', async () => {
    const invitation = { person: 'asi.signatory', grants: [], name: 'Zoë Quill', email: 'z@x.org' };
    const sent = await api.post('asi.mbua', `${PEOPLE}/invite-person`, invitation);
    expect(sent.body).toMatchObject({ status: 'ACCEPTED', version: 1, body: 1529 });
    const { body } = await api.get('asi.rep', PEOPLE, { 'Accept-Language': 'fr' });
    expect(body).toMatchObject({
      people: [{ person: 'asi.signatory', name: 'Zoë Quill', state: 'INVITED', grants: [] }],
      timeline: [{ text: 'Une invitation a été adressée à asi.signatory.' }],
    });
    expect((await api.get('auditor', PEOPLE)).status).toBe(200);
  });

  it('learn of the invitation from the service, and count as invited until they have said yes', async () => {
    const me = async () => (await api.get('asi.signatory', '/v1/me')).body;
    expect((await me()).invitations).toEqual([{ body: 1529, acronym: 'ASI' }]);
    const roles = { person: 'asi.signatory', grants: [{ role: 'NSB_REP' }] };
    await api.post('asi.mbua', `${PEOPLE}/change-roles`, roles);
    expect([(await me()).roles, await statusFor('asi.signatory')]).toEqual([[], 404]);
    await api.post('asi.signatory', `${PEOPLE}/accept-invitation`, {});
    expect(await me()).toMatchObject({ invitations: [], roles: [{ role: 'NSB_REP' }] });
    await api.post('asi.mbua', `${PEOPLE}/change-roles`, { ...roles, grants: [] });
  });

  it('of another body who were invited by mistake read nothing but their own entry', async () => {
    const person = 'gsa.rep';
    await api.post('asi.mbua', `${PEOPLE}/invite-person`, { person, grants: [] });
    const { status, body, text } = await api.get(person, PEOPLE);
    expect([status, body.people, body.delegations, body.timeline]).toMatchObject([
      200,
      [{ person }],
      [],
      [{ type: 'PersonInvited' }],
    ]);
    expect(text).not.toMatch(/asi\.signatory|Zoë|x\.org/);
    expect((await api.get(person, '/v1/me')).body.invitations).toEqual([]);
    await api.post('asi.mbua', `${PEOPLE}/end-person`, { person });
    expect((await api.get(person, PEOPLE)).status).toBe(404);
  });

  it('stand in for each other: what the deputy may do is said, done and recorded', async () => {
    expect(await statusFor('asi.signatory')).toBe(404);
    const on = await today();
    const giver = { person: 'asi.rep', grants: [{ role: 'NSB_REP' }] };
    await api.post('asi.mbua', `${PEOPLE}/invite-person`, giver);
    await api.post('asi.rep', `${PEOPLE}/accept-invitation`, {});
    const lent = await api.post('asi.rep', `${PEOPLE}/delegate`, {
      ...{ to: 'asi.signatory', role: 'NSB_REP', commands: ['InvitePartner'] },
      ...{ start: on, end: on, reason: 'ABSENCE' },
    });
    expect(lent.status).toBe(200);
    expect((await api.get('asi.signatory', '/v1/me')).body.roles).toEqual([
      { role: 'NSB_REP', by: { delegation: 'D1', person: 'asi.rep', commands: ['InvitePartner'] } },
    ]);
    // By the names that the actions have on every page, not by those of the commands.
    const list = await api.get('asi.rep', PEOPLE, { 'Accept-Language': 'fr' });
    expect(list.body.delegations).toMatchObject([
      { commands: ['InvitePartner'], commandTexts: ['Inviter un partenaire'] },
    ]);
    const seen = await api.get('asi.signatory', `/v1/agreements/${agreement}`);
    const offered = (seen.body.actions as { command: string }[]).map((a) => a.command);
    expect([seen.status, offered]).toEqual([200, ['InvitePartner']]);
    const at = { headers: { 'If-Match': '"1"' } };
    const other = await api.post(
      'asi.signatory',
      `/v1/agreements/${agreement}/edit-request`,
      { need: 'x' },
      at,
    );
    expect([other.status, other.body.code]).toEqual([403, 'FORBIDDEN_ROLE']);
    const acted = await api.post(
      'asi.signatory',
      `/v1/agreements/${agreement}/invite-partner`,
      { member: 1725 },
      at,
    );
    expect(acted.status).toBe(200);
    const { body } = await api.get('asi.rep', `/v1/agreements/${agreement}/timeline`);
    expect((body.items as object[]).at(-1)).toMatchObject({
      actor: { person: 'asi.signatory', role: 'LEAD_REP', body: 1529 },
      onBehalfOf: 'asi.rep',
    });
    const paper = await api.get(
      'asi.signatory',
      `/v1/agreements/${agreement}/papers/audit-account`,
    );
    expect(paper.status).toBe(200);
    const [issued] = await api.engine.log.readStream(api.engine.db, `papers/${agreement}`);
    expect([issued?.actor.person, issued?.onBehalfOf]).toEqual(['asi.signatory', 'asi.rep']);
  });

  it('open with a command what that command needs and nothing else; with all of them both names stand everywhere', async () => {
    const file = () =>
      api.files('asi.signatory', agreement, 'EVIDENCE').then(
        () => 201,
        (error: Error) => Number(/EVIDENCE: (\d+)/.exec(error.message)?.[1]),
      );
    const decline = async () => {
      const headers = { Authorization: `Bearer ${await api.token('asi.signatory')}` };
      return (await api.request('/v1/me/suggestions', { method: 'DELETE', headers })).status;
    };
    expect([await file(), await decline()]).toEqual([403, 403]);
    const on = await today();
    await api.post('asi.rep', `${PEOPLE}/delegate`, {
      ...{ to: 'asi.signatory', role: 'NSB_REP', start: on, end: on, reason: 'ABSENCE' },
    });
    expect([await file(), await decline()]).toEqual([201, 200]);
    const files = await api.get('asi.rep', `/v1/agreements/${agreement}/attachments`);
    const named = { person: 'asi.signatory', onBehalfOf: 'asi.rep' };
    expect(files.body.items).toMatchObject([named]);
    const { rows } =
      await sql`SELECT person, on_behalf_of AS "onBehalfOf" FROM engine.unsuggested`.execute(
        api.engine.db,
      );
    expect(rows).toEqual([named]);
    const accesses = await api.get('auditor', `/v1/audit/access?agreement=${agreement}`);
    expect((accesses.body.items as object[]).at(-1)).toMatchObject({
      ...{ kind: 'DocumentRead', ...named },
    });
    expect((await api.get('asi.signatory', '/v1/audit/access')).status).toBe(403);
    const refusals = await api.get('auditor', '/v1/audit/refusals?limit=500');
    expect((refusals.body.items as object[]).at(-1)).toMatchObject({
      ...{ route: 'GET /v1/audit/access', ...named },
    });
    await api.post('asi.rep', `${PEOPLE}/end-delegation`, { delegation: 'D2' });
  });

  it('lose at the next request what was taken from them', async () => {
    await api.post('asi.rep', `${PEOPLE}/end-delegation`, { delegation: 'D1' });
    expect(await statusFor('asi.signatory')).toBe(404);
    expect(await statusFor('asi.rep')).toBe(200);
    expect((await api.post('asi.mbua', `${PEOPLE}/end-person`, { person: 'asi.rep' })).status).toBe(
      200,
    );
    expect(await statusFor('asi.rep')).toBe(404);
    expect((await api.get('asi.rep', '/v1/me')).body).toMatchObject({ member: null, roles: [] });
  });

  it('hand out the receipt of a command to who sent it and who sees its agreement, to nobody else', async () => {
    const { headers } = await api.get('tmb.sec', `/v1/agreements/${agreement}`);
    const sent = await api.post(
      'tmb.sec',
      `/v1/agreements/${agreement}/confirm-partner`,
      {},
      { headers: { 'If-Match': headers.get('etag') ?? '' } },
    );
    expect([sent.status, sent.body.code]).toEqual([403, 'FORBIDDEN_ROLE']);
    const receipt = `/v1/commands/${String(sent.body.command)}/receipt`;
    expect((await api.get('tmb.sec', receipt)).status).toBe(200);
    expect((await api.get('auditor', receipt)).status).toBe(200);
    // Whoever has no body stands beside the desks, and the id of a command follows from its key.
    for (const person of ['asi.rep', 'gsa.rep']) {
      expect([person, (await api.get(person, receipt)).status]).toEqual([person, 404]);
    }
  });

  it('hand out with every answer the receipt of what was recorded, accepted or refused, which holds without the service', async () => {
    const role = (name: string) => ({ person: 'asi.signatory', grants: [{ role: name }] });
    const accepted = await api.post('asi.mbua', `${PEOPLE}/change-roles`, role('NSB_REP'));
    const refused = await api.post('asi.mbua', `${PEOPLE}/change-roles`, role('TMB_MEMBER'));
    const [done = ''] = accepted.body.receipts as string[];
    expect([accepted.status, refused.status]).toEqual([200, 422]);
    const key = (await api.get('auditor', '/v1/record/key')).text;
    for (const [at, type] of [
      [done, 'RolesChanged'],
      [String(refused.body.receipt), 'CommandRefused'],
    ] as const) {
      const { body, status } = await api.get('asi.mbua', at);
      expect([at, status]).toEqual([at, 200]);
      const receipt = body as unknown as Receipt;
      expect(verifyReceipt(receipt, [readVerifier(key)]).size).toBeGreaterThan(receipt.index);
      expect(JSON.parse(Buffer.from(receipt.leaf, 'base64').toString())).toMatchObject({ type });
      expect((await api.get('gsa.rep', at)).status).toBe(404);
    }
    await api.post('asi.mbua', `${PEOPLE}/change-roles`, { person: 'asi.signatory', grants: [] });
  });

  it('are refused with the rule, in the caller’s language', async () => {
    const refused = await api.post(
      'asi.mbua',
      `${PEOPLE}/invite-person`,
      { person: 'x', grants: [{ role: 'TMB_MEMBER' }] },
      { headers: { 'Accept-Language': 'fr' } },
    );
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'ROLE_NOT_YOURS_TO_GIVE',
      title: 'Il ne vous appartient ni de donner ni de retirer ce rôle.',
    });
  });

  it('administer TPMs by committee: a desk sees the agreements of its committees only', async () => {
    const tpm = (committees: readonly number[]) =>
      api.post('iso.cs', '/v1/bodies/0/people/change-roles', {
        person: 'tpm',
        grants: [{ role: 'TPM', committees }],
      });
    expect(await statusFor('tpm')).toBe(200);
    const grants = [{ role: 'TPM', committees: [1] }];
    await api.post('iso.cs', '/v1/bodies/0/people/invite-person', { person: 'tpm', grants });
    expect(await statusFor('tpm')).toBe(404);
    await tpm([47878]);
    expect(await statusFor('tpm')).toBe(200);
  });

  describe('the audit of access', () => {
    it('names who exported a case file, before it is handed out, and is read by auditors alone', async () => {
      const before = await api.get('auditor', '/v1/audit/access');
      // The paper that the deputy had.
      const paper = { kind: 'DocumentRead', person: 'asi.signatory' };
      expect(before.body).toMatchObject({ items: [paper] });
      const exported = await api.get('auditor', `/v1/agreements/${agreement}/case-file`);
      expect(exported.status).toBe(200);
      const { body } = await api.get('auditor', `/v1/audit/access?agreement=${agreement}`);
      expect(body.items).toMatchObject([
        paper,
        { kind: 'CaseFileExported', person: 'auditor', body: null, details: { withheld: 0 } },
      ]);
      const denied = await api.get('asi.mbua', '/v1/audit/access');
      expect([denied.status, denied.body.code]).toEqual([403, 'FORBIDDEN']);
    });

    it('records nothing of an export that is refused', async () => {
      await api.get('gsa.rep', `/v1/agreements/${agreement}/case-file`);
      const { body } = await api.get('auditor', '/v1/audit/access');
      expect(body.items).toHaveLength(2);
    });
  });
});
