import { cast } from '@twinning/domain/testing';
import { asRead } from '@twinning/engine';
import {
  agreed,
  EngineUnderTest,
  filesIn,
  registered,
  softKey,
  softPasskey,
  type Doing,
} from '@twinning/engine/testing';
import { loadState } from '@twinning/read-model';

/** An agreement from draft to force, with one refusal and a timer that fired: what the tests of the record look at. */
export async function agreementInForce(): Promise<{
  readonly engine: EngineUnderTest;
  readonly agreement: string;
  readonly refused: string;
  readonly does: Doing['does'];
  readonly state: Doing['state'];
}> {
  const engine = await EngineUnderTest.start('2027-01-04T09:00:00Z');
  const state: Doing['state'] = async (id) => {
    const found = await loadState(asRead(engine.db), id);
    if (found === null) throw new Error('No such agreement.');
    return found;
  };
  const does: Doing['does'] = async (who, id, type, payload = {}) => {
    const to = id === null ? {} : { agreement: id, version: (await state(id)).version };
    const { agreement, outcome } = await engine.send(who, type, payload, to);
    if (!outcome.accepted) throw new Error(`${type}: ${outcome.code}`);
    return agreement;
  };
  const doing: Doing = { does, state, files: filesIn(engine.db) };
  const agreement = await registered(doing);
  const { command: refused } = await engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
  const dates = { start: '2027-02-01', end: '2030-01-31' } as unknown as Parameters<
    typeof agreed
  >[2];
  const [keyed, passkey] = [softKey(), softPasskey('ES256')];
  await agreed(doing, agreement, dates, [keyed, (text) => ({ passkey: passkey(text) })]);
  engine.until('2027-02-02T09:00:00Z');
  await engine.executor.look(agreement);
  return { engine, agreement, refused, does, state };
}
