import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildCaseFile } from '@twinning/case-file';
import { cast } from '@twinning/domain/testing';
import { COMMITTEE, EngineUnderTest, filesIn, pdfSaying } from '@twinning/engine/testing';
import {
  checkpointNow,
  cosign,
  keepCosigned,
  SIGNATURE_TYPE,
  signerFrom,
  verifierText,
} from '@twinning/event-log';
import { verifierFiles } from '@twinning/infra/verify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch, noBrowser } from './chromium.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const witness = signerFrom('partner.example', Buffer.alloc(32, 20));
const paper = pdfSaying('A life.');

(noBrowser === null ? describe : describe.skip)(
  'the page that checks case files, opened from a disk',
  () => {
    let browser: Browser;
    let folder: string;
    const at = (name: string) => join(folder, name);

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'twinning-page-'));
      const engine = await EngineUnderTest.start();
      try {
        const draft = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE };
        const { agreement } = await engine.send(cast.lead, 'StartDraft', draft);
        const cv = await filesIn(engine.db)(cast.lead, agreement, 'CV', 'A life.');
        const nominee = { side: 'LEAD', person: 'chair', cv, delegate: false, categoryC: false };
        await engine.send(cast.lead, 'EditRequest', { nominees: [nominee] }, { agreement });
        const note = cosign(await checkpointNow(engine.db, record), witness, 1_800_000_000);
        await keepCosigned(engine.db, note, { origin: record.name, witness });
        const bytes = (await buildCaseFile(
          { db: engine.db, log: engine.log, signer: record },
          agreement,
          { vault: { get: () => Promise.resolve(paper) } },
        )) as Buffer;
        await writeFile(at('case.zip'), bytes);
        const changed = Buffer.from(bytes);
        const place = changed.indexOf('A life.');
        changed.writeUInt8((changed[place] ?? 0) ^ 1, place);
        await writeFile(at('changed.zip'), changed);
      } finally {
        await engine.stop();
      }
      await writeFile(at('verify.html'), (await verifierFiles()).page);
      browser = await launch();
    }, 240_000);
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function checked(file: string, witnesses: string, locale = 'en'): Promise<string> {
      const context = await browser.newContext({ locale, offline: true });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(pathToFileURL(at('verify.html')).href);
      await page.fill('#key', verifierText(record));
      await page.fill('#witnesses', witnesses);
      await page.setInputFiles('#file', at(file));
      await page.waitForSelector('#result > *');
      const told = await page.locator('#result').innerText();
      await context.close();
      expect(faults).toEqual([]);
      return told;
    }

    it('says that everything holds, which documents are there, and who cosigned', async () => {
      const told = await checked('case.zip', verifierText(witness, SIGNATURE_TYPE.cosignature));
      expect(told).toContain('Every claim holds.');
      expect(told).toMatch(/holds\s+Every document is the one that an event names\./);
      expect(told).toContain('1 witness of those that you named');
      expect(told).toContain('partner.example cosigned the record at');
      expect(told).toMatch(/Document [0-9a-f]{64}: in the file/);
    }, 60_000);

    it('says in French what does not hold, and asks for a key that is one', async () => {
      const stranger = signerFrom('stranger.example', Buffer.alloc(32, 21));
      const key = verifierText(stranger, SIGNATURE_TYPE.cosignature);
      const told = await checked('case.zip', key, 'fr');
      expect(told).toContain('Ne pas s’y fier.');
      expect(told).toContain('stranger.example: aucune cosignature de ce témoin');
      expect(await checked('case.zip', 'nonsense')).toContain('not a key of a witness');
      expect(await checked('changed.zip', '')).toContain('Not to be trusted.');
    }, 60_000);
  },
);
