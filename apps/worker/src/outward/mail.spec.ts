import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@twinning/domain';
import type { NoticeKind } from '@twinning/engine';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf, Mailer, mailOf } from './mail.js';
import { deliveryOf } from './testing.js';

const HERE = { from: 'Twinning <no-reply@example.org>', publicUrl: 'https://twinning.example' };
const KINDS: readonly NoticeKind[] = ['duty', 'reminder', 'copy', 'status', 'information'];
const variants = LANGUAGES.flatMap((language) => KINDS.map((kind) => ({ language, kind })));
const timer = { timer: 'T1', step: 'remind', subject: '' } as const;

describe('messages by e-mail', () => {
  it.each(variants)(
    '$kind in $language: one link, nothing fetched, small',
    ({ language, kind }) => {
      const base = deliveryOf({ language, kind });
      const mail = mailOf({ ...base, content: { ...base.content, timer } }, HERE);
      const html = mail.html as string;
      expect(html.match(/https?:/g)).toHaveLength(1);
      expect(html).not.toMatch(/<(img|script|link|iframe)|src=|url\(/i);
      expect((mail.text as string).match(/https?:/g)).toHaveLength(1);
      expect(Buffer.byteLength(html + (mail.text as string))).toBeLessThan(20_000);
      expect(html).toContain(`lang="${language}"`);
      expect(html).toContain('A&#60;S&#62;I');
      expect(html).not.toContain('undefined');
    },
  );

  it.each(variants)(
    '$kind in $language: one thing to do, one link to how often, and no way out of what is owed',
    ({ language, kind }) => {
      const mail = mailOf(deliveryOf({ language, kind, settings: 'secret' }), HERE);
      expect((mail.html as string).match(/https?:[^"]*/g)).toEqual([
        'https://twinning.example/agreements/33333333-3333-5333-8333-333333333333',
        'https://twinning.example/mail/secret',
      ]);
      const headers = mail.headers as Readonly<Record<string, string>>;
      expect([headers['List-Unsubscribe'], headers['List-Unsubscribe-Post']]).toEqual(
        kind === 'status'
          ? [
              '<https://twinning.example/v1/mail-settings/secret/unsubscribe>',
              'List-Unsubscribe=One-Click',
            ]
          : [undefined, undefined],
      );
    },
  );

  it.each(LANGUAGES)(
    'are one summary in %s: each with its agreement, one thing to do',
    (language) => {
      const digest = '2027-03-29T05:00:00.000Z';
      const one = deliveryOf({ language, rhythm: 'weekly', digest, settings: 'secret' });
      const messages = [one, { ...one, notice: 'another', kind: 'status' as const }];
      const mail = digestOf(messages, HERE);
      const html = mail.html as string;
      expect(mail.subject).toBe(
        { en: 'What happened this week (2)', fr: 'Ce qui s’est passé cette semaine (2)' }[language],
      );
      expect(html.match(/<h1/g)).toHaveLength(2);
      expect(html.match(/<a /g)).toHaveLength(2);
      expect(html).toContain('href="https://twinning.example/"');
      expect(html).not.toMatch(/<(img|script|link|iframe)|src=|url\(|undefined/i);
      expect(Buffer.byteLength(html + (mail.text as string))).toBeLessThan(20_000);
      const many = digestOf(
        Array.from({ length: 500 }, () => one),
        HERE,
      );
      expect(Buffer.byteLength((many.html as string) + (many.text as string))).toBeLessThan(20_000);
      expect(many.text).toMatch(/475/);
      // The same summary at every attempt, another one another morning, and of another contact.
      const ids = [
        ...[messages, messages.slice(0, 1)],
        messages.map((each) => ({ ...each, digest: '2027-04-05T05:00:00.000Z' })),
        messages.map((each) => ({ ...each, contact: 'other' })),
      ].map((each) => digestOf(each, HERE).messageId);
      expect([ids[0] === ids[1], new Set(ids).size]).toEqual([true, 3]);
    },
  );

  it('says in the reader’s language whose move it is and until when', () => {
    const english = mailOf(deliveryOf(), HERE);
    expect(english.subject).toBe('Your move: A<S>I – IES, ISO/TC 34/SC 5');
    expect(english.text).toContain('(due February 3, 2027)');
    const french = mailOf(deliveryOf({ language: 'fr' }), HERE);
    expect(french.subject).toContain('À vous d’agir');
    expect(french.text).toContain('échéance 3 février 2027');
  });

  it('says what has come for information', () => {
    const { content } = deliveryOf();
    const mail = (language: 'en' | 'fr') =>
      mailOf(
        deliveryOf({ language, kind: 'copy', content: { ...content, copy: 'REQUEST' } }),
        HERE,
      );
    expect(mail('en').subject).toBe('For information: A<S>I – IES, ISO/TC 34/SC 5');
    expect(mail('en').text).toContain('The form of the request');
    expect(mail('fr').text).toContain('Le formulaire de demande');
  });

  it('bears the same id at every attempt', () => {
    const ids = [1, 2].map((attempt) => mailOf(deliveryOf({ attempt }), HERE).messageId);
    expect(new Set(ids).size).toBe(1);
  });

  it('asks for the server’s address and password at every message', async () => {
    const asked: string[] = [];
    const smtpUrl = () => {
      asked.push('asked');
      return 'smtp://user:hidden-word@127.0.0.1:1';
    };
    const mailer = new Mailer({ smtpUrl, folder: '', timeoutMs: 1_000, ...HERE });
    const attempts = [await mailer.send(deliveryOf()), await mailer.send(deliveryOf())];
    expect(asked).toHaveLength(2);
    expect(attempts.map((attempt) => attempt?.why)).toEqual(attempts.map(() => expect.any(String)));
    expect(JSON.stringify(attempts)).not.toContain('hidden-word');
  });

  it('keeps the recipient out of what is noted of a failure', async () => {
    const server = createServer((socket) => {
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        const said = chunk.toString();
        if (/^RCPT/m.test(said))
          socket.write('550 5.1.1 <lead@example.org>: Recipient unknown\r\n');
        else socket.write('250 fine\r\n');
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const smtpUrl = () => `smtp://127.0.0.1:${String(port)}`;
    const attempt = await new Mailer({ smtpUrl, folder: '', timeoutMs: 2_000, ...HERE }).send(
      deliveryOf(),
    );
    expect(attempt?.why).toContain('Recipient unknown');
    expect(attempt?.why).not.toContain('example.org');
    await new Promise((resolve) => server.close(resolve));
  });

  it('is given up after its whole time by a server that drips', async () => {
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.resume().write('220 here\r\n');
      const drip = setInterval(() => socket.write('250-still\r\n'), 50);
      socket.once('close', () => {
        clearInterval(drip);
        open.delete(socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const smtpUrl = () => `smtp://127.0.0.1:${String(port)}`;
    const mailer = new Mailer({ smtpUrl, folder: '', timeoutMs: 1_500, ...HERE });
    let cut = false;
    const late = setTimeout(() => {
      cut = true;
      for (const socket of open) socket.destroy();
    }, 10_000);
    const attempt = await mailer.send(deliveryOf());
    clearTimeout(late);
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    expect(cut).toBe(false);
    expect(attempt).toEqual({ why: expect.stringContaining('aborted'), final: false });
  }, 20_000);

  it('without a server becomes one file in the data folder, however often it is sent', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-mail-'));
    const mailer = new Mailer({ smtpUrl: null, folder, timeoutMs: 1_000, ...HERE });
    expect(await mailer.send(deliveryOf())).toBeNull();
    expect(await mailer.send(deliveryOf({ attempt: 2 }))).toBeNull();
    const [file, ...more] = await readdir(folder);
    expect(more).toEqual([]);
    const message = await readFile(join(folder, file ?? ''), 'utf8');
    expect(message).toContain('To: lead@example.org');
    expect(message).toContain('Auto-Submitted: auto-generated');
    expect(message).toContain('multipart/alternative');
    await rm(folder, { recursive: true });
  });
});
