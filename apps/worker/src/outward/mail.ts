import type { Delivery, Secret } from '@twinning/engine';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Attempt } from './webhook.js';
import { said as saidOf, saidOfDigest, type Said } from './words.js';

export interface MailOptions {
  /** `smtp://…` or `smtps://…`; null writes each message as a file into `folder`. */
  readonly smtpUrl: Secret | null;
  readonly folder: string;
  readonly from: string;
  readonly publicUrl: string;
  /** Milliseconds for each step of the server; a whole message has twice as long. */
  readonly timeoutMs: number;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${String(c.charCodeAt(0))};`);

/** What a server says of a recipient it refuses names them; that goes into the database and the log. */
const withoutAddresses = (why: string): string => why.replace(/[^\s<>"',;:]+@[^\s<>"',;]+/g, '…@…');

type From = Pick<MailOptions, 'from' | 'publicUrl'>;

/** One message: text and the same as HTML, one thing to do, nothing that is fetched from elsewhere. */
export function mailOf(delivery: Delivery, from: From): SendMailOptions {
  const said = saidOf(delivery);
  return {
    ...written(delivery, from, {
      subject: said.subject,
      parts: [said],
      action: { text: said.open, link: `${from.publicUrl}/agreements/${delivery.agreement}` },
      said,
    }),
    // The same at every attempt: a receiver can tell that it has it already.
    messageId: `<${delivery.notice}.${delivery.contact}@twinning>`,
    headers: { ...headersOf(delivery), ...unsubscribing(delivery, from) },
  };
}

// A message stays below 20 kB.
const MOST_SHOWN = 25;

/** Several messages to one contact as one, in the order in which they were caused. */
export function digestOf(deliveries: readonly Delivery[], from: From): SendMailOptions {
  const [first] = deliveries;
  if (first?.digest == null) throw new Error('A summary of nothing.');
  const rhythm = first.rhythm === 'weekly' ? 'weekly' : 'daily';
  const shown = deliveries.slice(0, MOST_SHOWN);
  const count = deliveries.length;
  const { subject, open, more } = saidOfDigest(first.language, rhythm, count, shown.length);
  const parts = [
    ...shown.map(saidOf).map(({ subject: agreement, lines }) => ({ agreement, lines })),
    ...(more === null ? [] : [{ agreement: more, lines: [] }]),
  ];
  return {
    ...written(first, from, {
      ...{ subject, parts, said: saidOf(first) },
      action: { text: open, link: `${from.publicUrl}/` },
    }),
    messageId: `<${String(Date.parse(first.digest))}.${first.contact}@twinning>`,
    headers: headersOf(first),
  };
}

const headersOf = ({ language }: Delivery) => ({
  'Auto-Submitted': 'auto-generated',
  'Content-Language': language,
});

const settingsLink = ({ settings }: Delivery, { publicUrl }: From): string | null =>
  settings === null ? null : `${publicUrl}/mail/${settings}`;

// RFC 8058. Only what nobody has to act on can be unsubscribed from: what is owed, and what the rules have people
// informed of, is mandatory.
const unsubscribing = ({ kind, settings }: Delivery, { publicUrl }: From) =>
  kind !== 'status' || settings === null
    ? {}
    : {
        'List-Unsubscribe': `<${publicUrl}/v1/mail-settings/${settings}/unsubscribe>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };

interface Written {
  readonly subject: string;
  readonly parts: readonly Pick<Said, 'agreement' | 'lines'>[];
  readonly action: { readonly text: string; readonly link: string };
  readonly said: Pick<Said, 'footer' | 'settings'>;
}

function written(
  delivery: Delivery,
  from: From,
  { subject, parts, action, said }: Written,
): SendMailOptions {
  const settings = settingsLink(delivery, from);
  const { footer } = said;
  const html = parts
    .map(
      ({ agreement, lines }) =>
        `<h1 style="font-size:1.2em">${escaped(agreement)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}`,
    )
    .join('\n');
  return {
    from: from.from,
    to: delivery.address,
    subject,
    text: [
      ...parts.flatMap(({ agreement, lines }) => [agreement, ...lines]),
      `${action.text}:\n${action.link}`,
      `-- \n${footer}`,
      ...(settings === null ? [] : [`${said.settings}: ${settings}`]),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    html: `<!doctype html>
<html lang="${delivery.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
${html}
<p><a href="${escaped(action.link)}">${escaped(action.text)}</a></p>
<p><small>${escaped(footer)}${settings === null ? '' : ` <a href="${escaped(settings)}">${escaped(said.settings)}</a>`}</small></p>
</body></html>`,
    date: new Date(delivery.createdAt),
  };
}

/** Sends messages over SMTP, or into a folder. */
export class Mailer {
  constructor(private readonly options: MailOptions) {}

  send(delivery: Delivery): Promise<Attempt> {
    return this.give(`${delivery.notice}.${delivery.contact}`, mailOf(delivery, this.options));
  }

  sendDigest(deliveries: readonly Delivery[]): Promise<Attempt> {
    const mail = digestOf(deliveries, this.options);
    return this.give((mail.messageId ?? '').replace(/^<|@.*$/g, ''), mail);
  }

  private async give(name: string, mail: SendMailOptions): Promise<Attempt> {
    const { smtpUrl, timeoutMs } = this.options;
    try {
      if (smtpUrl === null) await this.keep(name, mail);
      else {
        const transport = createTransport({
          url: smtpUrl(),
          connectionTimeout: timeoutMs,
          greetingTimeout: timeoutMs,
          socketTimeout: timeoutMs,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        // The other limits are those of a single silence: a server that drips would hold us for ever.
        const limited = { ...mail, signal: AbortSignal.timeout(timeoutMs * 2) };
        await transport.sendMail(limited).finally(() => {
          transport.close();
        });
      }
      return null;
    } catch (error) {
      return {
        why: withoutAddresses(error instanceof Error ? error.message : String(error)),
        final: false,
      };
    }
  }

  // Named as the message is: sent twice, it is there once.
  private async keep(name: string, mail: SendMailOptions): Promise<void> {
    const { folder } = this.options;
    await mkdir(folder, { recursive: true });
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      mail,
    );
    const file = join(folder, `${name}.eml`);
    const part = `${file}.${String(process.pid)}.part`;
    await writeFile(part, message);
    await rename(part, file);
  }
}
