import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Proxy } from '../support/proxy.js';
import { confirmedDraft } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import { until, Visitor } from './visitor.js';

const ROUNDS = 10;
const SHARE = 0.3;

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

(noBrowser === null ? describe : describe.skip)(
  'the console on a line that loses and breaks',
  () => {
    let proxy: Proxy;
    let asi: Visitor;
    let agreement: string;
    // Before the browser and the product go.
    afterAll(async () => {
      await asi.close();
      await proxy.stop();
    });
    const on = onStage();

    beforeAll(async () => {
      proxy = await Proxy.start({ port: Number(new URL(on.product.url).port) });
      agreement = await confirmedDraft(on.product);
      asi = await Visitor.at(on.browser, `http://127.0.0.1:${String(proxy.port)}`);
      asi.page.setDefaultTimeout(45_000);
      await asi.signIn('ASI, Representative');
    }, 300_000);

    const edits = async () => {
      const { body } = await on.product.get('auditor', `/v1/agreements/${agreement}/timeline`);
      const items = body.items as { type: string; actor: { person: string } }[];
      return items.filter((i) => i.type === 'RequestEdited' && i.actor.person === 'asi.rep').length;
    };
    const competence = async () => {
      const { body } = await on.product.get('asi.rep', `/v1/agreements/${agreement}`);
      return (body.request as { form: { competence: string | null } }).form.competence;
    };

    it('loses nothing and doubles nothing with 30 % of the packets lost and ten disconnects', async () => {
      await asi.open(`/agreements/${agreement}/do/EditRequest`);
      await asi.hasKeptFiles();
      const random = randomFrom(20_261_130);
      proxy.set({ kind: 'lossy', share: SHARE, random });
      for (let round = 1; round <= ROUNDS; round += 1) {
        await asi.page.goto(`${asi.url}/agreements/${agreement}/do/EditRequest`);
        const text = `Round ${String(round)}.`;
        await asi.page.locator('#field-competence').fill(text);
        await asi.page.locator('main form button.primary').click();
        // Somewhere between the first byte that leaves and the last that comes back.
        await new Promise((resolve) => setTimeout(resolve, random() * 400));
        proxy.cut();
        await until(async () => (await competence()) === text);
        await asi.page.locator('.notice.good, .notice [href="/outbox"]').first().waitFor();
        await asi.page
          .locator('.strip')
          .getByRole('link', { name: 'Outbox' })
          .waitFor({ state: 'detached' });
        expect([round, await competence(), await edits()]).toEqual([round, text, round]);
      }
      // What the other partner did meanwhile is told as well, over as many streams as it took.
      // What changes while the page still loads is no news: it must stand there before the other partner writes.
      await asi.open(`/agreements/${agreement}`);
      await asi.page.locator('.tabs').waitFor();
      await on.product.act('ies.rep', agreement, 'edit-request', { need: 'Told over a bad line.' });
      proxy.cut();
      await asi.page
        .locator('.notice, .strip')
        .getByRole('button', { name: 'Show' })
        .first()
        .click();
      proxy.set({ kind: 'fair' });
      await asi.open('/outbox');
      await asi.reads('Nothing waits to be sent.');
      expect(asi.broken).toEqual([]);
    }, 400_000);
  },
);
