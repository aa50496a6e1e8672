import type { Delivery, Secret } from '@twinning/engine';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Attempt } from './webhook.js';
import { said } from './words.js';

export interface MailOptions {
  /** `smtp://…` or `smtps://…`; null writes each message as a file into `folder`. */
  readonly smtpUrl: Secret | null;
  readonly folder: string;
  readonly from: string;
  readonly publicUrl: string;
  readonly timeoutMs: number;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${String(c.charCodeAt(0))};`);

/** What a server says of a recipient it refuses names them; that goes into the database and the log. */
const withoutAddresses = (why: string): string => why.replace(/[^\s<>"',;:]+@[^\s<>"',;]+/g, '…@…');

/** One message: text and the same as HTML, one link, nothing that is fetched from elsewhere. */
export function mailOf(
  delivery: Delivery,
  { from, publicUrl }: Pick<MailOptions, 'from' | 'publicUrl'>,
): SendMailOptions {
  const { subject, agreement, lines, open, footer } = said(delivery);
  const link = `${publicUrl}/agreements/${delivery.agreement}`;
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return {
    from,
    to: delivery.address,
    subject,
    text: [agreement, ...lines, `${open}:\n${link}`, `-- \n${footer}`]
      .filter((part) => part !== '')
      .join('\n\n'),
    html: `<!doctype html>
<html lang="${delivery.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
<h1 style="font-size:1.2em">${escaped(agreement)}</h1>
${paragraphs}
<p><a href="${escaped(link)}">${escaped(open)}</a></p>
<p><small>${escaped(footer)}</small></p>
</body></html>`,
    // The same at every attempt: a receiver can tell that it has it already.
    messageId: `<${delivery.notice}.${delivery.contact}@twinning>`,
    date: new Date(delivery.createdAt),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': delivery.language },
  };
}

/** Sends messages over SMTP, or into a folder. */
export class Mailer {
  constructor(private readonly options: MailOptions) {}

  async send(delivery: Delivery): Promise<Attempt> {
    const { smtpUrl, timeoutMs } = this.options;
    const mail = mailOf(delivery, this.options);
    try {
      if (smtpUrl === null) await this.keep(delivery, mail);
      else {
        const transport = createTransport({
          url: smtpUrl(),
          connectionTimeout: timeoutMs,
          greetingTimeout: timeoutMs,
          socketTimeout: timeoutMs,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        await transport.sendMail(mail).finally(() => {
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

  // Named by notice and contact: sent twice, it is there once.
  private async keep({ notice, contact }: Delivery, mail: SendMailOptions): Promise<void> {
    const { folder } = this.options;
    await mkdir(folder, { recursive: true });
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      mail,
    );
    const file = join(folder, `${notice}.${contact}.eml`);
    const part = `${file}.${String(process.pid)}.part`;
    await writeFile(part, message);
    await rename(part, file);
  }
}
