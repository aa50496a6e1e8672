import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  emptyAgreement,
  fromMs,
  RULESET_IDS,
  toMs,
  TWINNING_TYPES,
  type Agreement,
} from '@twinning/domain';
import { Entropy, RandomStory, runs } from '@twinning/domain/invariants';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { agreementStream } from './commit-of.js';
import { foldHistory, historyOf } from './history.js';
import { toLogged } from './logged.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const STORIES = runs(12);
const INSTANTS = 25;

describe('an agreement as of an instant', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  async function recorded(story: RandomStory): Promise<string> {
    const id = randomUUID();
    const { ruleset } = story.plot;
    await engine.db.transaction().execute(async (trx) => {
      const head = await engine.log.lockHead(trx);
      let version = 0;
      for (const { events, at } of story.commits) {
        if (events.length === 0) continue;
        const commit = {
          stream: agreementStream(id),
          expectedVersion: version,
          events: events.map((event) => toLogged(event, at)),
          actor: { person: null, role: 'SYSTEM', body: null },
          onBehalfOf: null,
          commandId: null,
          causationId: null,
          correlationId: id,
          ruleset,
        };
        const { call } = await engine.log.prepare(commit, head);
        await sql`SELECT ${call}`.execute(trx);
        version += events.length;
      }
    });
    return id;
  }

  /** What its people saw then: the state that the last commit until the instant left behind. */
  const seen = (story: RandomStory, at: string): Agreement =>
    story.commits.filter((commit) => commit.at <= at).at(-1)?.after ?? emptyAgreement('');

  it('is what its people saw then, whatever has happened since', async () => {
    let told = 0;
    for (let n = 0; n < STORIES; n += 1) {
      const e = new Entropy(20_261_130 + n);
      const plot = { type: e.pick(TWINNING_TYPES), ruleset: e.pick(RULESET_IDS) };
      const story = new RandomStory({ ...plot, ahead: e.below(60), seeds: [] }).lives(120, 3, e);
      const id = await recorded(story);
      const [first, last] = [story.commits[0]?.at ?? '', story.commits.at(-1)?.at ?? ''];
      const span = Date.parse(last) - Date.parse(first);
      // The instants of the commits themselves, and any between, before and after.
      const instants = Array.from({ length: INSTANTS }, (_, i) =>
        i % 2 === 0
          ? e.pick(story.commits).at
          : fromMs(toMs(e.pick(story.commits).at) + e.below(span + 2) - Math.floor(span / 2)),
      );
      for (const asOf of instants) {
        const then = foldHistory(id, await historyOf(engine.db, engine.log, id, { asOf }));
        expect(then).toEqual({ ...seen(story, asOf), id });
      }
      told += story.events.length;
    }
    expect(told).toBeGreaterThan(STORIES * 10);
  }, 600_000);
});
