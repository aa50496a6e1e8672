import { beforeAll, describe, expect, it } from '@jest/globals';
import { submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { isWhole } from './screens.js';
import { onStage } from './stage.js';
import { Visitor } from './visitor.js';

const EVENTS = 200;
const STEPS = 150;
/** Work of the browser for one step, until the agreement as it was then is shown. */
const MOST_MS = 50;

// A measurement of its own length: a run of the night, with the whole of axe.
const whole = noBrowser === null && isWhole ? describe : describe.skip;
whole('travelling through an agreement', () => {
  const on = onStage();
  let agreement: string;

  beforeAll(async () => {
    agreement = await submittedRequest(on.product);
    await on.product.act('tpm', agreement, 'approve-by-tpm');
    await on.product.act('tpm', agreement, 'register-in-gd');
    for (let n = 0; (await version()) < EVENTS; n += 1) {
      const text = `Remark ${String(n)}.`;
      await on.product.act('asi.rep', agreement, 'comment-clause', { clause: 'objectives', text });
    }
  }, 300_000);

  const version = async () =>
    Number((await on.product.get('auditor', `/v1/agreements/${agreement}`)).body.version);

  it(`shows any of ${String(EVENTS)} versions with less than ${String(MOST_MS)} ms of work in the browser`, async () => {
    const visitor = await Visitor.signedIn(on.browser, on.product.url, 'auditor');
    await visitor.open(`/audit?agreement=${agreement}`);
    await visitor.page.locator('.slider input').waitFor();
    await visitor.settled();
    // Work by the processor's own clock, whatever else the machine does; the whole time is told beside it.
    const session = await visitor.context.newCDPSession(visitor.page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    const asked: string[] = [];
    visitor.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const before = await work();
    const times = await visitor.page.evaluate<number[]>(STEP_TIMES);
    const each = (((await work()) - before) * 1_000) / STEPS;
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? NaN;
    console.log(
      `${String(times.length)} steps, ${each.toFixed(1)} ms of work each; until shown p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`,
    );
    expect(times.length).toBe(STEPS);
    expect(each).toBeLessThan(MOST_MS);
    // All versions came in one answer: no step asks the service again.
    expect(asked.filter((path) => path.startsWith('/v1/agreements'))).toEqual([]);
    // The last step has come to its version, with its own words.
    const shown = await visitor.page.locator('.slider').innerText();
    expect(shown).toContain(String(1 + (((STEPS - 1) * 67 + 13) % EVENTS)));
    expect(visitor.broken).toEqual([]);
    await visitor.close();
  }, 120_000);
});

// Each step to a version not seen before, from the slider's change to the picture that shows it.
const STEP_TIMES = `(async () => {
  const slider = document.querySelector('.slider input');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const main = document.querySelector('main');
  const shows = (version) => new RegExp('\\\\b' + version + '\\\\b').test(slider.closest('label').textContent);
  const times = [];
  for (let n = 0; n < ${String(STEPS)}; n += 1) {
    const to = 1 + ((n * 67 + 13) % ${String(EVENTS)});
    const began = performance.now();
    set.call(slider, String(to));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    while (!shows(to) || main.querySelector('.agreement-header') === null) await new Promise(requestAnimationFrame);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - began);
  }
  return times;
})()`;
