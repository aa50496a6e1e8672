import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORCE, SECTIONS, STATUSES } from '@twinning/domain';
import { asRead } from '@twinning/engine';
import { approvedPMembers, pdfSaying } from '@twinning/engine/testing';
import { MAX_AGREEMENT_BYTES } from '@twinning/filing';
import { listAppealable, projectAgreement, readingAs } from '@twinning/read-model';
import { referenceSet } from '@twinning/registry';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

const COMMITTEE = 47878;
const GROUNDS = { grounds: 'The lead is not ready.' };
const NOTHING = '00000000-0000-4000-8000-000000000000';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF');

describe('an appeal by a P-member of the committee that is no party (DIR 5.1.2)', () => {
  let api: ApiUnderTest;
  let id = '';
  let pMember = '';
  let oMember = '';
  let stranger = '';
  let second = '';

  /** Representatives of bodies with this status in the committee; null: of those without any. */
  const repOf = async (status: 'P' | 'O' | null): Promise<string> => {
    const { rows } = await sql<{ member: number; status: string }>`
      SELECT member, status FROM registry.membership
       WHERE committee = ${COMMITTEE} AND valid_to IS NULL`.execute(api.engine.db);
    const there = new Map(rows.map((row) => [row.member, row.status]));
    const parties: readonly (number | null)[] = [PERSON.lead.member, PERSON.twinned.member];
    const found = [...referenceSet.committees.members].find(
      ([member]) => !parties.includes(member) && (there.get(member) ?? null) === status,
    );
    if (found === undefined) throw new Error(`No other body is ${String(status)}.`);
    return `${found[1].toLowerCase()}.rep`;
  };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    [pMember, oMember, stranger] = [await repOf('P'), await repOf('O'), await repOf(null)];
    id = await approvedPMembers(driving(api), PERSON.twinned);
  });
  afterAll(() => api.stop());

  const listed = async (person: string) => {
    const { body } = await api.get(person, '/v1/appeals');
    return (body.items as { agreement: string }[]).map(({ agreement }) => agreement);
  };
  const lodge = async (person: string, payload: object = GROUNDS) => {
    const { body } = await api.get(person, `/v1/appeals/${id}`);
    return api.post(
      person,
      `/v1/agreements/${id}/lodge-appeal`,
      { decision: 'D1', documents: [await api.files(person, id, 'EVIDENCE')], ...payload },
      { headers: { 'If-Match': `"${String(body.version)}"` } },
    );
  };

  it('reads what was decided, in which committee, on which day and until when it can be appealed', async () => {
    const { body } = await api.get(pMember, '/v1/appeals');
    expect(body.items).toEqual([
      {
        agreement: id,
        typeText: 'P-member twinning',
        leadAcronym: 'ASI',
        twinnedAcronym: 'IES',
        committeeReference: 'ISO/TC 34/SC 5',
        decisions: [
          {
            id: 'D1',
            kind: 'APPROVAL',
            body: 'TPM',
            reference: null,
            decidedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
            until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
            final: false,
          },
        ],
        appeals: [],
      },
    ]);
  });

  it('has everything else withheld: no text, no person, no date of the agreement', async () => {
    const { status, text, body, headers } = await api.get(pMember, `/v1/appeals/${id}`);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${String(body.version)}"`);
    expect((body.withheld as { section: string }[]).map(({ section }) => section)).toEqual(
      SECTIONS,
    );
    expect([body.term, body.jointActs, body.duties, body.nextDeadline]).toEqual([
      null,
      [],
      [],
      null,
    ]);
    for (const secret of ['Twenty years', 'Own experts', 'lead-rep', 'twinned-rep', '2027-06-01']) {
      expect(text).not.toContain(secret);
    }
    const offered = (body.actions as { command: string; allowed: boolean }[]).map(
      ({ command, allowed }) => [command, allowed],
    );
    expect(offered).toEqual([
      ['LodgeAppeal', true],
      ['WithdrawAppeal', false],
    ]);
  });

  it('does not see the agreement anywhere else', async () => {
    const at = `/v1/agreements/${id}`;
    for (const path of [
      ...[at, `${at}/timeline`, `${at}/events`, `${at}/deadlines`, `${at}/difference?from=1`],
      ...[`${at}/case-file`, `${at}/papers/agreement`, `${at}/distribution`, `${at}/what-if`],
    ]) {
      expect([path, (await api.get(pMember, path)).status]).toEqual([path, 404]);
    }
    const { body } = await api.get(pMember, '/v1/agreements');
    expect(body.items).toEqual([]);
    const difference = await api.get(pMember, '/v1/difference?from=2026-01-01');
    expect(difference.body.items).toEqual([]);
  });

  it('is not shown to an O-member, a stranger, a party or a desk, nor by an id of nothing', async () => {
    for (const person of [oMember, stranger, 'asi.rep', 'ies.rep']) {
      expect([person, await listed(person)]).toEqual([person, []]);
      expect([person, (await api.get(person, `/v1/appeals/${id}`)).status]).toEqual([person, 404]);
    }
    for (const person of ['tpm', 'auditor', 'committee.manager']) {
      expect((await api.get(person, '/v1/appeals')).status).toBe(403);
    }
    for (const wrong of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect((await api.get(pMember, `/v1/appeals/${wrong}`)).status).toBe(404);
    }
  });

  it('is shown by the database in these committees only, and no other row with it', async () => {
    const who = { ...PERSON.third, member: 1 };
    const asked = (given: readonly number[], wall: readonly number[]) =>
      readingAs(
        asRead(api.engine.db),
        who,
        (trx) => listAppealable(trx, who, given, { limit: 9 }),
        wall,
      );
    expect(await asked([COMMITTEE], [COMMITTEE])).toEqual([id]);
    expect(await asked([COMMITTEE], [])).toEqual([]);
    expect(await asked([], [COMMITTEE])).toEqual([]);
    expect(await asked([COMMITTEE, 47858], [47858])).toEqual([]);
    const rows = await readingAs(
      api.engine.db,
      who,
      async (trx) => [
        ...(await trx.selectFrom('read.agreement').select('agreement').execute()),
        ...(await trx.selectFrom('read.stream_state').select('agreement').execute()),
      ],
      [COMMITTEE],
    );
    expect(rows).toEqual([]);
  });

  it('files what it rests on, up to its share, and reads nothing that others filed', async () => {
    const at = `/v1/agreements/${id}/attachments`;
    const file = (person: string, purpose: string, bytes: Buffer = PDF) =>
      api.token(person).then((token) =>
        api.request(`${at}?purpose=${purpose}`, {
          method: 'POST',
          body: bytes as unknown as string,
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/octet-stream',
          },
        }),
      );
    expect((await file('asi.rep', 'CV')).status).toBe(201);
    expect((await file(pMember, 'CV')).status).toBe(403);
    expect((await file(oMember, 'EVIDENCE')).status).toBe(404);
    const paper = pdfSaying(`EVIDENCE of ${pMember}`);
    const filed = await file(pMember, 'EVIDENCE', paper);
    expect(filed.status).toBe(201);
    const { body } = await api.get(pMember, at);
    expect((body.items as { sha256: string }[]).map(({ sha256 }) => sha256)).toEqual([
      filed.body.sha256,
    ]);
    expect((await api.get(pMember, `${at}/${String(filed.body.sha256)}`)).status).toBe(200);
    const manager = await api.get('committee.manager', at);
    expect(JSON.stringify(manager.body)).toContain(String(filed.body.sha256));
    await sql`
      UPDATE filing.attachment SET bytes = ${MAX_AGREEMENT_BYTES / 10}
       WHERE sha256 = ${String(filed.body.sha256)}`.execute(api.engine.admin);
    expect(
      await file(pMember, 'EVIDENCE', Buffer.concat([PDF, Buffer.from('\n%two')])),
    ).toMatchObject({ status: 422, body: { details: { reason: 'FULL' } } });
    // What lies there already takes no place.
    expect((await file(pMember, 'EVIDENCE', paper)).status).toBe(201);
    expect((await file('asi.rep', 'CV', Buffer.concat([PDF, Buffer.from('\n%cv')]))).status).toBe(
      201,
    );
  });

  it('rests on no paper that only the partners have filed, though they have (PAPER_NOT_FILED)', async () => {
    const documents = [await api.files('asi.rep', id, 'EVIDENCE')];
    expect(await lodge(pMember, { ...GROUNDS, documents })).toMatchObject({
      ...{ status: 422, body: { code: 'PAPER_NOT_FILED', clause: 'DIR 5.1' } },
    });
  });

  it('is lodged, is read by its own body and by nobody else’s, and can be withdrawn', async () => {
    expect(await lodge(pMember)).toMatchObject({ status: 200 });
    const seen = await api.get(pMember, `/v1/appeals/${id}`);
    expect((seen.body.ending as { appeals: object[] }).appeals).toMatchObject([
      { id: 'A1', decision: 'D1', level: 'TMB', stage: 'LODGED', grounds: GROUNDS.grounds },
    ]);
    expect(await lodge(pMember)).toMatchObject({ status: 422, body: { code: 'APPEAL_OPEN' } });
    const other = [...referenceSet.committees.members].map(([, a]) => `${a.toLowerCase()}.rep`);
    second = await firstListed(other.filter((person) => person !== pMember));
    const theirs = await api.get(second, `/v1/appeals/${id}`);
    expect((theirs.body.ending as { appeals: object[] }).appeals).toEqual([]);
    expect(theirs.text).not.toContain(GROUNDS.grounds);
    const withdrawn = await api.post(
      pMember,
      `/v1/agreements/${id}/withdraw-appeal`,
      { appeal: 'A1' },
      { headers: { 'If-Match': `"${String(theirs.body.version)}"` } },
    );
    expect(withdrawn.status).toBe(200);
  });

  it('is, for an O-member or a stranger that knows the id, in every status as if it were not there', async () => {
    const now = await driving(api).state(id);
    const answer = async (person: string, command: string, at: string, version: number) => {
      const { status, body, headers } = await api.post(
        person,
        `/v1/agreements/${at}/${command}`,
        { decision: 'D1', ...GROUNDS, documents: ['d'.repeat(64)], appeal: 'A1' },
        { headers: { 'If-Match': `"${String(version)}"` } },
      );
      return [status, { ...body, correlation: null }, headers.get('content-length')];
    };
    const project = (state: typeof now) =>
      projectAgreement(asRead(api.engine.db), state, '2027-01-04T09:00:00Z');
    // One asks with the version of the day, the other with an old one.
    const tries = [
      [oMember, now.version],
      [stranger, 1],
    ] as const;
    const commands = ['lodge-appeal', 'withdraw-appeal'];
    const none = await answer(oMember, 'lodge-appeal', NOTHING, 1);
    expect(none[0]).toBe(404);
    for (const status of STATUSES) {
      const stage = FORCE.some((one) => one === status) ? 'FORCE' : (status as typeof now.stage);
      await project({ ...now, stage });
      const answers = await Promise.all(
        tries.flatMap(([person, version]) =>
          commands.map((command) => answer(person, command, id, version)),
        ),
      );
      expect([status, ...answers]).toEqual([status, none, none, none, none]);
      // A P-member that was told of an inaction names the agreement, at any time after the draft.
      const [named] = await answer(pMember, 'lodge-appeal', id, 1);
      expect([status, named]).toEqual([status, status === 'DRAFT' ? 404 : 412]);
    }
    await project(now);
  });

  it('follows its appeal to the end, also when the decision is final and the body no P-member any more', async () => {
    const final = { ...(await driving(api).state(id)) };
    const decisions = final.ending.decisions.map((decision) => ({ ...decision, final: true }));
    await projectAgreement(
      asRead(api.engine.db),
      { ...final, ending: { ...final.ending, decisions } },
      '2027-01-04T09:00:00Z',
    );
    await sql`UPDATE registry.membership SET status = 'O'
               WHERE committee = ${COMMITTEE} AND valid_to IS NULL`.execute(api.engine.admin);
    expect(await listed(pMember)).toEqual([id]);
    expect((await api.get(pMember, `/v1/appeals/${id}`)).status).toBe(200);
    await sql`UPDATE registry.membership SET status = 'P'
               WHERE committee = ${COMMITTEE} AND valid_to IS NULL`.execute(api.engine.admin);
    // To all others of the committee it is closed from then on.
    expect(await listed(second)).toEqual([]);
    expect(await listed(oMember)).toEqual([]);
  });

  const firstListed = async (people: readonly string[]): Promise<string> => {
    for (const person of people) if ((await listed(person)).length > 0) return person;
    throw new Error('No second P-member.');
  };
});
