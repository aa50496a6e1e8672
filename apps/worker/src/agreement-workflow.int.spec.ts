import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestContent } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { hashOf } from '@twinning/engine';
import { WorkerUnderTest } from './testing/worker-under-test.js';

const COMMITTEE = 47878;

describe('the workflow of an agreement, on a server that lets time pass', () => {
  let worker: WorkerUnderTest;

  beforeAll(async () => {
    worker = await WorkerUnderTest.start();
  }, 120_000);
  afterAll(() => worker.stop());

  it('carries commands from draft to registration and lapses after three months of silence', async () => {
    const agreement = await worker.does(cast.lead, null, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
    await worker.does(cast.lead, agreement, 'InvitePartner', { member: cast.twinned.member });
    await worker.does(cast.twinned, agreement, 'ConfirmPartner');
    await worker.does(cast.lead, agreement, 'EditRequest', {
      competence: 'Twenty years in food standards.',
      goals: 'Own experts in two working groups.',
      outcome: 'A participating member.',
      plannedStart: '2027-06-01',
      plannedMonths: 36,
      leadContact: 'lead-rep',
      justifications: [{ check: 'SUGGESTED_EXPERIENCE:LEAD', text: 'Long practice.' }],
    });
    await worker.does(cast.twinned, agreement, 'EditRequest', {
      need: 'To comment on drafts in time.',
      twinnedContact: 'twinned-rep',
    });
    const hash = hashOf(requestContent(await worker.state(agreement)));
    await worker.does(cast.lead, agreement, 'ConsentToRequest', { hash });
    await worker.does(cast.twinned, agreement, 'ConsentToRequest', { hash });
    await worker.does(cast.lead, agreement, 'SubmitRequest');
    await worker.does(cast.tpm, agreement, 'ApproveByTpm');
    await worker.does(cast.tpm, agreement, 'RegisterInGD');
    expect(await worker.state(agreement)).toMatchObject({ stage: 'AGREEMENT_PENDING' });

    await worker.environment.sleep('100 days');
    expect(await worker.state(agreement)).toMatchObject({
      stage: 'LAPSED',
      ending: { ended: { how: 'LAPSED' } },
    });
    const events = await worker.engine.log.readStream(worker.engine.db, `agreement/${agreement}`);
    expect(events.filter((e) => e.type === 'ArrangementLapsed')).toHaveLength(1);
  }, 120_000);
});
