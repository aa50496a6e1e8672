import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  definitions,
  TWINNING_TYPES,
  type Agreement,
  type Grant,
  type Principal,
} from '@twinning/domain';
import { Entropy, payloadFor, RandomStory, runs } from '@twinning/domain/invariants';
import { modelAnswer, type Answer } from '@twinning/domain/testing';
import { agreementStream, asRead } from '@twinning/engine';
import { developmentToken } from '@twinning/identity';
import { loadState, projectAgreement, readingAs } from '@twinning/read-model';
import fc from 'fast-check';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { pathOf } from '../commands/command-names.js';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';

const MEMBERS = [1529, 1725, 2064] as const;
const COMMITTEES = [47878, 47858] as const;
const PEOPLE = ['lead-nominee', 'twinned-nominee', 'lead-signatory', 'nobody'] as const;
const AT = '2027-01-04T09:00:00.000Z';
const POINTS = 24;
/** Agreements that each person opens; with the lists more than 500 decisions a person. */
const OPENED = 4;
const PERSONS = 40;
/** Commands that each person posts. */
const POSTED = 8;
const CLOSED = ['WRONG_STATUS', 'AGREEMENT_FINAL', 'WRONG_ROUTE_FOR_TYPE'];
const COMMANDS = Object.keys(definitions).filter((c) => definitions[c]?.opens === undefined);

interface Point {
  readonly state: Agreement;
  /** What payloads are made from. */
  readonly story: RandomStory['story'];
}

/** Agreements of every type from all along their way, of different bodies and committees. */
function pointsOnTheWay(): readonly Point[] {
  return TWINNING_TYPES.flatMap((type, t) =>
    Array.from({ length: POINTS }, (_, i) => {
      const ruleset = 'brochure-2021';
      const { state, story } = new RandomStory({
        type,
        ruleset,
        ahead: Math.floor(i * 2.5),
        seeds: [],
      });
      const turned = (t + i) % 3;
      const moved = {
        ...state,
        id: randomUUID(),
        lead: state.lead === null ? null : (MEMBERS[turned] ?? null),
        twinned: state.twinned === null ? null : (MEMBERS[(turned + 1) % 3] ?? null),
        committee: COMMITTEES[i % 2] ?? null,
      };
      return { state: moved, story };
    }),
  );
}

const grant: fc.Arbitrary<Grant> = fc.record(
  {
    role: fc.constantFrom<Grant['role']>(
      ...(['NSB_REP', 'MBUA', 'COMMITTEE_MANAGER', 'TPM', 'TMB_SEC'] as const),
      ...(['TMB_MEMBER', 'ISO_CS', 'AUDITOR'] as const),
    ),
    committees: fc.constantFrom<readonly number[] | 'ALL'>('ALL', [], [47878], [47858]),
  },
  { requiredKeys: ['role'] },
);
/** Of the policy's second statement: the parties are one seat, every desk and office is another. */
const sitsTwice = ({ grants }: Principal): boolean =>
  new Set(grants.map(({ role }) => (role === 'MBUA' ? 'NSB_REP' : role))).size > 1;

const claimed: fc.Arbitrary<Principal> = fc.record({
  person: fc.constantFrom(...PEOPLE),
  member: fc.constantFrom(null, ...MEMBERS, 1),
  grants: fc.array(grant, { maxLength: 2 }),
  stepUp: fc.boolean(),
});
const anyone = claimed.filter((who) => !sitsTwice(who));

describe('what the API lets somebody do and see', () => {
  let api: ApiUnderTest;
  let points: readonly Point[];
  let states: readonly Agreement[];
  let isP: (member: number | null, committee: number) => boolean;
  let decisions = 0;

  beforeAll(async () => {
    const many = 100_000_000;
    api = await ApiUnderTest.start({ requestsPerMinute: many, refusalsPerMinute: many });
    const { rows } = await sql<{ member: number; committee: number }>`
      SELECT member, committee FROM registry.membership WHERE status = 'P' AND valid_to IS NULL`.execute(
      api.engine.db,
    );
    const pairs = new Set(
      rows.map(({ member, committee }) => `${String(member)} ${String(committee)}`),
    );
    isP = (member, committee) => pairs.has(`${String(member)} ${String(committee)}`);
    points = pointsOnTheWay();
    states = points.map(({ state }) => state);
    for (const state of states) {
      await projectAgreement(asRead(api.engine.db), state, AT);
      await inLog(state);
      // So many agreements of three bodies would not leave each other a place.
      await sql`DELETE FROM read.claim`.execute(api.engine.admin);
    }
  });
  afterAll(() => api.stop());

  /** As many events as the agreement has had: what is decided next has its place behind them. */
  const inLog = ({ id, version }: Agreement) =>
    api.engine.db.transaction().execute((trx) =>
      api.engine.log.append(trx, {
        stream: agreementStream(id),
        expectedVersion: 0,
        events: Array.from({ length: version }, () => {
          return { type: 'Before', schemaVersion: 1, occurredAt: AT, payload: {} };
        }),
        actor: { person: null, role: 'SYSTEM', body: null },
        onBehalfOf: null,
        commandId: null,
        causationId: null,
        correlationId: null,
        ruleset: null,
      }),
    );

  const signedIn = async ({ person, member, grants, stepUp }: Principal) => {
    const { dataFolder, publicUrl, audience } = api.config;
    const token = await developmentToken(
      { id: person, name: person, member, roles: grants },
      { dataFolder, issuer: `${publicUrl}/oidc`, audience, stepUp },
    );
    return { Authorization: `Bearer ${token}` };
  };
  const asked = async (who: Principal, path: string) =>
    api.request(path, { headers: await signedIn(who) });
  const isSeen = (who: Principal, state: Agreement): boolean =>
    modelAnswer(who, state, 'InvitePartner') !== 'NOT_FOUND';

  /** What an answer says of each command, in the model's words. */
  function answersOf({ status, body }: Reply): (command: string) => Answer {
    const actions = new Map(
      ((body.actions ?? []) as { command: string; refusal?: { code: string } }[]).map(
        (action) => [action.command, action.refusal?.code] as const,
      ),
    );
    return (command) => {
      if (status === 404) return 'NOT_FOUND';
      if (!actions.has(command)) return 'FORBIDDEN';
      return CLOSED.includes(actions.get(command) ?? '') ? 'CLOSED' : 'OPEN';
    };
  }

  async function commandsAgree(who: Principal, state: Agreement): Promise<readonly string[]> {
    const said = answersOf(await asked(who, `/v1/agreements/${state.id}`));
    decisions += COMMANDS.length;
    return COMMANDS.filter((command) => {
      const [answer, model] = [said(command), modelAnswer(who, state, command)];
      // What the policy opens may be closed by a guard of the command itself, in the same words.
      if (model === 'OPEN' && answer === 'CLOSED') return false;
      // An appeal by a body that is no party has an address, but no agreement to open (role MR).
      return answer !== (isSeen(who, state) ? model : 'NOT_FOUND');
    }).map((command) => `${JSON.stringify(who)} ${command} ${state.id}: ${said(command)}`);
  }

  async function listsAgree(who: Principal): Promise<void> {
    const { body } = await asked(who, '/v1/agreements?limit=200');
    const wall = await readingAs(asRead(api.engine.db), who, async (trx) => {
      const { rows } = await sql<{ agreement: string }>`
        SELECT agreement FROM read.agreement`.execute(trx);
      return rows.map(({ agreement }) => agreement);
    });
    const expected = states.filter((s) => isSeen(who, s)).map((s) => s.id);
    const listed = (body.items as { id: string }[]).map(({ id }) => id);
    decisions += states.length;
    expect([listed.sort(), wall.sort()]).toEqual([[...expected].sort(), [...expected].sort()]);
  }

  /** A P-member of the committee that is no party: decisions that are not final, requests with the committee (DIR 5.1.2). */
  async function appealsAgree(who: Principal): Promise<void> {
    const { status, body } = await asked(who, '/v1/appeals?limit=500');
    const reps = who.grants.filter(({ role }) => role === 'NSB_REP');
    if (reps.length === 0) {
      expect(status).toBe(403);
      return;
    }
    const expected = states.filter(
      (s) =>
        who.member !== null &&
        !isSeen(who, s) &&
        s.committee !== null &&
        reps.some(
          ({ committees }) =>
            committees === undefined ||
            committees === 'ALL' ||
            committees.includes(s.committee ?? 0),
        ) &&
        (s.ending.appeals.some((a) => a.member === who.member) ||
          (isP(who.member, s.committee) &&
            (s.stage === 'IN_COMMITTEE_DECISION' || s.ending.decisions.some((d) => !d.final)))),
    );
    decisions += states.length;
    const listed = (body.items as { agreement: string }[]).map(({ agreement }) => agreement);
    expect(listed.sort()).toEqual(expected.map(({ id }) => id).sort());
  }

  it('is nothing at all for a token that names two seats, and says by which rule', async () => {
    await fc.assert(
      fc.asyncProperty(
        claimed.filter(sitsTwice),
        fc.constantFrom(...states),
        async (who, { id }) => {
          for (const path of [`/v1/agreements/${id}`, '/v1/agreements', '/v1/me']) {
            const { status, body } = await asked(who, path);
            expect([status, body['code']]).toEqual([403, 'TWO_SEATS_CLAIMED']);
            expect(body['title']).toContain('rules 5.1');
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is what a second statement of the policy says, for 20 000 random decisions, lists and rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyone,
        fc.array(fc.nat(states.length - 1), { minLength: OPENED, maxLength: OPENED }),
        async (who, opened) => {
          await listsAgree(who);
          await appealsAgree(who);
          for (const at of opened) {
            expect(await commandsAgree(who, states[at] as Agreement)).toEqual([]);
          }
        },
      ),
      { numRuns: runs(PERSONS) },
    );
    expect(decisions).toBeGreaterThanOrEqual(runs(20_000));
    process.stdout.write(`${String(decisions)} decisions of the API compared, none differs\n`);
  }, 3_600_000);

  /** What became of a command that was posted, in the model's words; null when its payload was no question of policy. */
  function outcomeOf({ status, body }: Reply): Answer | 'ACCEPTED' | null {
    if (status === 200) return 'ACCEPTED';
    // A command that was decided may name something in the agreement that is not there.
    if (status === 404) return body.command === undefined ? 'NOT_FOUND' : 'OPEN';
    if (status === 400) return null;
    const code = String(body.code);
    if (code === 'FORBIDDEN_ROLE' || code === 'FORBIDDEN') return 'FORBIDDEN';
    return CLOSED.includes(code) ? 'CLOSED' : 'OPEN';
  }

  async function posts(who: Principal, { state: { id }, story }: Point, pick: Entropy) {
    const command = pick.pick(COMMANDS);
    const state = await loadState(asRead(api.engine.db), id);
    if (state === null) throw new Error(`No agreement ${id}.`);
    const payload = payloadFor(story, command, pick);
    const reply = await api.request(`/v1/agreements/${id}/${pathOf(command)}`, {
      method: 'POST',
      body: JSON.stringify(payload),
      headers: {
        ...(await signedIn({ ...who, stepUp: true })),
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        'If-Match': `"${String(state.version)}"`,
      },
    });
    return { command, model: modelAnswer(who, state, command), said: outcomeOf(reply), reply };
  }

  /** What each answer of the model lets a posted command hear; a guard of the command may be stricter, in the same words. */
  const MAY_HEAR: Readonly<Record<Answer, readonly (string | null)[]>> = {
    NOT_FOUND: ['NOT_FOUND'],
    FORBIDDEN: ['FORBIDDEN', null],
    CLOSED: ['CLOSED', null],
    OPEN: ['ACCEPTED', 'OPEN', 'CLOSED', 'FORBIDDEN', null],
  };

  it('is what becomes of commands that are posted: allowed, or refused for the reason of the model', async () => {
    const heard = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        anyone,
        fc.array(fc.tuple(fc.nat(points.length - 1), fc.integer()), {
          minLength: POSTED,
          maxLength: POSTED,
        }),
        async (who, sent) => {
          for (const [at, seed] of sent) {
            const point = points[at] as Point;
            const { command, model, said, reply } = await posts(who, point, new Entropy(seed));
            // A body that is no party may appeal, where the decision is one that can still be appealed (role MR).
            const appeals = model === 'OPEN' && said === 'NOT_FOUND' && !isSeen(who, point.state);
            if (appeals) continue;
            const told = [command, model, said, reply.status, reply.text.slice(0, 200)];
            expect([...told, MAY_HEAR[model].includes(said)]).toEqual([...told, true]);
            const key = `${model} ${String(said)}`;
            heard.set(key, (heard.get(key) ?? 0) + 1);
          }
        },
      ),
      { numRuns: runs(PERSONS) },
    );
    // Every answer of the model was put to the test, and something was carried out.
    for (const key of [
      'NOT_FOUND NOT_FOUND',
      'FORBIDDEN FORBIDDEN',
      'CLOSED CLOSED',
      'OPEN ACCEPTED',
    ]) {
      expect([key, (heard.get(key) ?? 0) > 0]).toEqual([key, true]);
    }
    process.stdout.write(`commands posted: ${JSON.stringify(Object.fromEntries(heard))}\n`);
  }, 3_600_000);
});
