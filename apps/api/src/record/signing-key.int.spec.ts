import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandSender } from '@twinning/conductor';
import {
  changeKey,
  ContinuityWatch,
  memoryIn,
  nextSignerIn,
  signerIn,
  verifierText,
} from '@twinning/event-log';
import { Resources } from '../resources.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { logSigner } from './signer.js';

// No command is sent here.
const NO_SENDER = {} as CommandSender;

describe('the key that signs the record', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  it('is followed by a service at work when it is changed', async () => {
    const { dataFolder } = api.config;
    const { db, clock, log } = api.engine;
    const previous = await logSigner(db, log, dataFolder);
    const resources = new Resources(
      db,
      clock,
      log,
      NO_SENDER,
      previous,
      new ContinuityWatch(db, memoryIn(dataFolder)),
    );
    resources.followKey(dataFolder, 50);
    const { next, adopt } = await nextSignerIn(dataFolder, previous.name);
    await db
      .transaction()
      .execute((trx) => changeKey(trx, log, { previous, next, at: new Date().toISOString() }));
    await adopt();
    const wanted = verifierText(await signerIn(dataFolder, previous.name));
    for (let left = 100; left > 0 && verifierText(resources.signer) !== wanted; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(verifierText(resources.signer)).toBe(wanted);
    resources.unfollow();
  });
});
