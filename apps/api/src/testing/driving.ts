import type { Agreement, Principal } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { foldHistory, historyOf } from '@twinning/engine';
import { filesIn, type Doing } from '@twinning/engine/testing';
import type { ApiUnderTest } from './api-under-test.js';

/** The people of the stories; commands go straight to the engine, as the worker would carry them out. */
export const PERSON = cast;

/** A story told past HTTP, for tests of what the API then answers. */
export const driving = ({ engine }: ApiUnderTest): Doing => {
  const state = async (id: string): Promise<Agreement> =>
    foldHistory(id, await historyOf(engine.db, engine.log, id));
  return {
    state,
    files: filesIn(engine.db),
    async does(who: Principal, agreement, type, payload = {}) {
      const to = agreement === null ? {} : { agreement, version: (await state(agreement)).version };
      const sent = await engine.send(who, type, payload, to);
      if (!sent.outcome.accepted) {
        throw new Error(`${type}: ${sent.outcome.code} ${JSON.stringify(sent.outcome.details)}`);
      }
      return sent.agreement;
    },
  };
};
