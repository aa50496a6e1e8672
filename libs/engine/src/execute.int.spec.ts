import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestContent, type Principal } from '@twinning/domain';
import { cast, JUSTIFIED } from '@twinning/domain/testing';
import { logSize } from '@twinning/event-log';
import { loadState } from '@twinning/read-model';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { hashOf, type StoredOutcome } from './commands.js';
import { asRead } from './database.js';
import { foldHistory, historyOf } from './history.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const COMMITTEE = 47878;

describe('carrying out commands', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  const accepted = (outcome: StoredOutcome) => {
    if (!outcome.accepted) throw new Error(`${outcome.code} ${JSON.stringify(outcome.details)}`);
    return outcome;
  };
  const state = async (agreement: string) => {
    const found = await loadState(asRead(engine.db), agreement);
    if (found === null) throw new Error('no such agreement');
    return found;
  };
  const does = async (who: Principal, agreement: string, type: string, payload: unknown = {}) => {
    const { version } = await state(agreement);
    const { outcome } = await engine.send(who, type, payload, { agreement, version });
    return accepted(outcome);
  };

  const submitted = async (): Promise<string> => {
    const draft = await engine.send(cast.lead, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
    const { agreement } = draft;
    accepted(draft.outcome);
    await does(cast.lead, agreement, 'InvitePartner', { member: cast.twinned.member });
    await does(cast.twinned, agreement, 'ConfirmPartner');
    await does(cast.lead, agreement, 'EditRequest', {
      competence: 'Twenty years in food standards.',
      goals: 'Own experts in two working groups.',
      outcome: 'A participating member.',
      plannedStart: '2027-06-01',
      plannedMonths: 36,
      leadContact: 'lead-rep',
      justifications: JUSTIFIED,
    });
    await does(cast.twinned, agreement, 'EditRequest', {
      need: 'To comment on drafts in time.',
      twinnedContact: 'twinned-rep',
    });
    const hash = hashOf(requestContent(await state(agreement)));
    await does(cast.lead, agreement, 'ConsentToRequest', { hash });
    await does(cast.twinned, agreement, 'ConsentToRequest', { hash });
    await does(cast.twinned, agreement, 'SubmitRequest');
    return agreement;
  };

  it('takes a request from draft to registration, and lets it lapse after three months', async () => {
    const agreement = await submitted();
    await does(cast.tpm, agreement, 'ApproveByTpm');
    await does(cast.tpm, agreement, 'RegisterInGD');
    expect(await state(agreement)).toMatchObject({ stage: 'AGREEMENT_PENDING' });

    engine.until('2027-04-04T21:59:59Z');
    expect(await engine.executor.look(agreement)).toMatchObject({ status: 'AGREEMENT_PENDING' });
    engine.until('2027-04-04T22:00:00Z');
    expect(await engine.executor.look(agreement)).toMatchObject({ status: 'LAPSED' });

    const history = await historyOf(engine.db, engine.log, agreement);
    expect(history.at(-1)).toMatchObject({
      type: 'ArrangementLapsed',
      occurredAt: '2027-04-04T22:00:00.000Z',
      payload: { reason: 'DOCUMENTS_MISSING' },
    });
    expect(foldHistory(agreement, history)).toEqual(await state(agreement));
    engine.until('2027-01-04T09:00:00Z');
  });

  it('gives a repeated command its stored outcome and refuses its id for another request (F12)', async () => {
    const key = randomUUID();
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const first = await engine.send(cast.lead, 'StartDraft', payload, { key });
    const again = await engine.send(cast.lead, 'StartDraft', payload, { key });
    expect(again).toEqual(first);
    expect((await state(first.agreement)).version).toBe(1);
    await expect(
      engine.send(cast.lead, 'StartDraft', { ...payload, side: 'TWINNED' }, { key }),
    ).rejects.toThrow('COMMAND_ID_REUSED');
  });

  it('records a refusal as a leaf of its own and leaves the agreement as it was', async () => {
    const agreement = await submitted();
    const before = await state(agreement);
    const { outcome } = await engine.send(
      cast.tpm,
      'RegisterInGD',
      {},
      { agreement, version: before.version },
    );
    expect(outcome).toMatchObject({ accepted: false, code: 'WRONG_STATUS' });
    expect(await state(agreement)).toEqual(before);
    const [leaf] = await engine.log.readStream(engine.db, `refusals/${agreement}`);
    expect(leaf).toMatchObject({
      type: 'CommandRefused',
      payload: { code: 'WRONG_STATUS', command: 'RegisterInGD' },
    });
  });

  it('refuses a command that was written for an earlier version', async () => {
    const agreement = await submitted();
    await expect(
      engine.send(cast.tpm, 'ApproveByTpm', {}, { agreement, version: 1 }),
    ).rejects.toThrow('VERSION_CONFLICT');
  });

  it('decides two commands on one version in turn: exactly one is carried out', async () => {
    const agreement = await submitted();
    const { version } = await state(agreement);
    const both = await Promise.allSettled([
      engine.send(cast.tpm, 'ApproveByTpm', {}, { agreement, version }),
      engine.send(cast.tpm, 'RejectByTpm', { reasons: 'No.' }, { agreement, version }),
    ]);
    const carriedOut = both.flatMap((b) => (b.status === 'fulfilled' ? [b.value.outcome] : []));
    expect(carriedOut).toMatchObject([{ accepted: true }]);
    const late = both.find((b) => b.status === 'rejected');
    expect(late?.reason).toMatchObject({ message: 'VERSION_CONFLICT' });
  });

  it('lets exactly one of two agreements register for the same pair and committee', async () => {
    const [one, two] = [await submitted(), await submitted()];
    await does(cast.tpm, one, 'ApproveByTpm');
    await does(cast.tpm, two, 'ApproveByTpm');
    const register = async (agreement: string) =>
      engine.send(
        cast.tpm,
        'RegisterInGD',
        {},
        { agreement, version: (await state(agreement)).version },
      );
    const both = await Promise.all([register(one), register(two)]);
    expect(both.filter((b) => b.outcome.accepted)).toHaveLength(1);
    expect(both.find((b) => !b.outcome.accepted)?.outcome).toMatchObject({
      code: 'LEAD_ALREADY_TWINNED_IN_COMMITTEE',
    });
  });

  it('leaves nothing behind of a command that one of its parts fails, and carries it out when it is sent again', async () => {
    const agreement = await submitted();
    const before = await state(agreement);
    const size = () => logSize(engine.db);
    const leaves = await size();
    const key = randomUUID();
    const approve = () =>
      engine.send(cast.tpm, 'ApproveByTpm', {}, { agreement, version: before.version, key });
    await sql`REVOKE INSERT, UPDATE, DELETE ON read.deadline FROM twinning_app`.execute(
      engine.admin,
    );
    await expect(approve()).rejects.toThrow(/permission denied/);
    expect([await size(), await state(agreement)]).toEqual([leaves, before]);
    await sql`GRANT INSERT, UPDATE, DELETE ON read.deadline TO twinning_app`.execute(engine.admin);
    expect((await approve()).outcome.accepted).toBe(true);
    expect(await size()).toBe(leaves + 1);
  });
});
