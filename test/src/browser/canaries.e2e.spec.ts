import { beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@twinning/engine';
import { sql } from 'kysely';
import type { Product } from '../support/product.js';
import { confirmedDraft } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { screensOf } from './screens.js';
import { onStage } from './stage.js';
import { Visitor } from './visitor.js';

const call = (id: string) => `canary('${id}')`;
/** What would run in a page, a style, an address, a template or a sheet, each calling `canary`. */
const CANARIES: readonly ((id: string) => string)[] = [
  (id) => `<script>${call(id)}</script>`,
  (id) => `</script><script>${call(id)}</script>`,
  (id) => `<img src=x onerror="${call(id)}">`,
  (id) => `"><img src=x onerror=${call(id)}>`,
  (id) => `'><svg onload=${call(id)}>`,
  (id) => `<svg><script>${call(id)}</script></svg>`,
  (id) => `<iframe srcdoc="<script>parent.${call(id)}</script>"></iframe>`,
  (id) => `<a href="javascript:${call(id)}" autofocus onfocus="${call(id)}">x</a>`,
  (id) => `<details open ontoggle="${call(id)}">`,
  (id) => `<style>@import 'https://canary.example/${id}';</style>`,
  (id) => `<link rel=stylesheet href=https://canary.example/${id}>`,
  (id) => `<meta http-equiv=refresh content="0;url=https://canary.example/${id}">`,
  (id) => `<form action=https://canary.example/${id}><input autofocus onfocus="${call(id)}">`,
  (id) => `<math><mtext><img src=x onerror="${call(id)}">`,
  (id) => `javascript:${call(id)}`,
  (id) => `{{constructor.constructor("${call(id)}")()}}`,
  (id) => `\${${call(id)}}`,
  (id) => `<template><img src=x onerror="${call(id)}"></template>`,
  (id) => `=HYPERLINK("https://canary.example/${id}")`,
  (id) => `<base href=https://canary.example/${id}>`,
];
const FIELDS = ['competence', 'goals', 'outcome', 'need'] as const;
const ROUNDS = 4;

(noBrowser === null ? describe : describe.skip)('text that would run', () => {
  const on = onStage();
  let agreement: string;
  /** A draft that was taken back, in words that would run. */
  let withdrawn: string;
  const planted: string[] = [];

  const row = (where: string): string =>
    CANARIES.map((canary, i) => {
      const id = `${where}-${String(i)}`;
      planted.push(id);
      return canary(id);
    }).join(' ');
  const must = async (answer: ReturnType<Product['act']>): Promise<void> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
  };

  beforeAll(async () => {
    agreement = await confirmedDraft(on.product);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const field of FIELDS) {
        const who = field === 'need' ? 'ies.rep' : 'asi.rep';
        const words = { [field]: row(`${field}${String(round)}`) };
        await must(on.product.act(who, agreement, 'edit-request', words));
      }
    }
    // In the names of persons, and in what is refused.
    const invited = on.product.request('/v1/bodies/1529/people/invite-person', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await on.product.token('asi.mbua')}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify({
        ...{ person: 'canary', grants: [{ role: 'NSB_REP' }], email: 'c@example.org' },
        name: row('name').slice(0, 190),
      }),
    });
    await must(invited);
    withdrawn = await confirmedDraft(on.product, 48602);
    await must(on.product.act('asi.rep', withdrawn, 'withdraw', { why: row('why') }));
  }, 300_000);

  it('is planted more than 300 times and stands in the record', async () => {
    expect(planted.length).toBeGreaterThan(300);
    const db = openDatabase({ url: on.product.environment.DATABASE_URL ?? '', poolSize: 1 });
    try {
      const { rows } = await sql<{ text: string }>`
        SELECT string_agg(e::text, '') AS text FROM log.event e`.execute(db);
      for (const where of ['goals3-0', 'why-0']) expect(rows[0]?.text).toContain(where);
    } finally {
      await db.destroy();
    }
  });

  it('runs on no page, asks nothing of another host, and is shown as what it is', async () => {
    const fired: string[] = [];
    let shown = 0;
    const ended = ['', '/timeline'].map((view) => `/agreements/${withdrawn}${view}`);
    for (const [person, screens] of screensOf(agreement)) {
      if (person === null) continue;
      const visitor = await Visitor.signedIn(on.browser, on.product.url, person);
      await visitor.context.exposeFunction('canary', (id: string) => fired.push(id));
      visitor.page.on('dialog', (dialog) => {
        fired.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      visitor.page.on('request', (request) => {
        const { host } = new URL(request.url());
        if (host !== '' && host !== new URL(on.product.url).host) fired.push(request.url());
      });
      for (const path of person === 'asi.rep' ? [...screens, ...ended] : screens) {
        await visitor.page.goto(`${on.product.url}${path}`);
        await visitor.heading().waitFor();
        await visitor.settled();
        const text = await visitor.page.locator('body').innerText();
        if (text.includes("<script>canary('")) shown += 1;
      }
      await visitor.close();
    }
    expect(fired).toEqual([]);
    expect(shown).toBeGreaterThan(2);
  }, 300_000);

  it('runs in no file that is made of it', async () => {
    const token = await on.product.token('asi.rep');
    const at = `${on.product.url}/v1/agreements/${agreement}/papers`;
    const get = (address: string) =>
      fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    const { items } = (await (await get(at)).json()) as { items: { kind: string }[] };
    const kinds = new Set([...items.map(({ kind }) => kind), 'audit-account']);
    for (const kind of kinds) {
      const answer = await get(`${at}/${kind}`);
      expect(answer.status).toBe(200);
      const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      expect(pdf.startsWith('%PDF')).toBe(true);
      expect(pdf).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|Launch|URI) /);
    }
  });
});
