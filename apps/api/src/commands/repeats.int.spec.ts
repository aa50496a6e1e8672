import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { definitions, participationCommands, peopleCommands, type Schema } from '@twinning/domain';
import { assessedChair, partnersOfLead } from '@twinning/engine/testing';
import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
/** ASI in ISO/TC 34/SC 5, and ASI's people. */
const PARTICIPATION = '/v1/participation/1529/47878/record-ballot-fact';
const PEOPLE = '/v1/bodies/1529/people';

/** As after an upgrade that asks more of a command than it did. */
function tightened({ shape }: { readonly shape: Schema<unknown> } = { shape: undefined as never }) {
  const fault = { pointer: '/new', expected: 'a field that was not asked for' };
  jest.spyOn(shape, 'check').mockReturnValue([fault]);
}

describe('a command that comes again (F12)', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ refusalsPerMinute: 2 });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => api.stop());

  const sender =
    (person: string, path: string, payload: object, version?: number) =>
    ({ key = randomUUID(), stepUp = true, more = {} } = {}): Promise<Reply> =>
      api.post(
        person,
        path,
        { ...payload, ...more },
        {
          stepUp,
          headers: {
            'Idempotency-Key': key,
            ...(version !== undefined && { 'If-Match': `"${String(version)}"` }),
          },
        },
      );

  it('has its answer when the step-up it was signed with is over, and nobody else has it', async () => {
    const doing = driving(api);
    const { committee, bodies } = await partnersOfLead(api.engine.db);
    const [body] = bodies;
    if (body === undefined) throw new Error('No partner.');
    const id = await assessedChair(doing, committee, body);
    await doing.does(PERSON.tmbSec, id, 'OpenTmbBallot', { entitled: [PERSON.tmbMember.member] });
    const { version } = await doing.state(id);
    const path = `/v1/agreements/${id}/cast-tmb-vote`;
    const votes = sender('gsa.tmb', path, { choice: 'APPROVE' }, version);
    const key = randomUUID();
    const voted = await votes({ key });
    expect([voted.status, voted.body.status]).toEqual([200, 'ACCEPTED']);

    const again = await votes({ key, stepUp: false });
    expect([again.status, again.body]).toEqual([200, voted.body]);
    // What was never decided needs its step-up as before, and a key serves one person's one request.
    const late = sender('gsa.tmb', path, { choice: 'APPROVE' }, version + 1);
    const fresh = await late({ stepUp: false });
    expect([fresh.status, fresh.body.code]).toEqual([401, 'STEP_UP_REQUIRED']);
    const other = await votes({ key, stepUp: false, more: { choice: 'ABSTAIN' } });
    expect(other.body.code).toBe('COMMAND_ID_REUSED');
    for (const [person, status, code] of [
      ['gsa.rep', 422, 'COMMAND_ID_REUSED'],
      ['afnor.tmb', 401, 'STEP_UP_REQUIRED'],
      ['afnor.rep', 404, 'NOT_FOUND'],
    ] as const) {
      const foreign = sender(person, path, { choice: 'APPROVE' }, version + 1);
      const { body: told } = await foreign({ key, stepUp: false });
      expect([person, told.status, told.code]).toEqual([person, status, code]);
    }
  });

  it('has its answer while the person has to wait, and after the shape was tightened', async () => {
    const drafts = sender('afnor.rep', '/v1/agreements', DRAFT);
    const key = randomUUID();
    const made = await drafts({ key });
    expect(made.status).toBe(201);
    tightened(definitions.StartDraft);
    expect((await drafts()).body.code).toBe('INVALID_INPUT');
    expect((await drafts({ key })).body).toEqual(made.body);
    jest.restoreAllMocks();

    const path = `/v1/agreements/${String(made.body.agreement)}/register-in-gd`;
    const refused = sender('afnor.rep', path, {}, 1);
    const again = randomUUID();
    const first = await refused({ key: again });
    expect(first.body.code).toBe('FORBIDDEN_ROLE');
    await refused();
    expect((await drafts()).status).toBe(429);
    expect((await drafts({ key })).body).toEqual(made.body);
    const { body } = await refused({ key: again });
    expect({ ...body, correlation: '' }).toEqual({ ...first.body, correlation: '' });
  });

  it('has its answer also of a participation and of people', async () => {
    await api.post('iso.cs', '/v1/participation/1529/47878/open-participation', {});
    const ballot = { ballot: 'R1', kind: 'FDIS', closesOn: '2027-02-10', guide: false };
    const facts = sender('committee.manager', PARTICIPATION, { ...ballot, reference: 'N 1' });
    const invites = sender('asi.mbua', `${PEOPLE}/invite-person`, { person: 'asi.x', grants: [] });
    const keys = [randomUUID(), randomUUID()] as const;
    const recorded = await facts({ key: keys[0] });
    const invited = await invites({ key: keys[1] });
    expect([recorded.status, invited.status]).toEqual([200, 200]);
    tightened(participationCommands.RecordBallotFact);
    tightened(peopleCommands.InvitePerson);
    expect([(await facts()).status, (await invites()).status]).toEqual([400, 400]);
    expect((await facts({ key: keys[0] })).body).toEqual(recorded.body);
    expect((await invites({ key: keys[1] })).body).toEqual(invited.body);
    const other = await facts({ key: keys[0], more: { kind: 'DIS' } });
    expect(other.body.code).toBe('COMMAND_ID_REUSED');
  });
});
