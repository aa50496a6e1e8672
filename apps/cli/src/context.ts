import { temporalTlsIn, type TemporalOptions } from '@twinning/conductor';
import { secretIn } from '@twinning/engine';
import { bucketIn, openVault, type Vault } from '@twinning/filing';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Failure } from './failure.js';

/** What a running local start writes into its data folder: where everything is. */
const running = z.object({
  url: z.url(),
  databaseUrl: z.string(),
  adminUrl: z.string(),
  temporalAddress: z.string(),
  temporalNamespace: z.string().default('default'),
});
export type Running = z.infer<typeof running>;

/** Where commands find the product: environment first, then the data folder of a local start. */
export class Context {
  readonly dataFolder: string;

  constructor(
    options: { readonly data?: string | undefined },
    private readonly env: NodeJS.ProcessEnv = process.env,
  ) {
    this.dataFolder = resolve(options.data ?? env.TWINNING_DATA ?? '.twinning');
  }

  async url(): Promise<string> {
    return (this.env.TWINNING_URL ?? (await this.local()).url).replace(/\/$/, '');
  }

  async databaseUrl(): Promise<string> {
    return secretIn(this.env, 'DATABASE_URL')?.() ?? (await this.local()).databaseUrl;
  }

  async adminUrl(): Promise<string> {
    const url = secretIn(this.env, 'TWINNING_ADMIN_URL')?.() ?? (await this.local()).adminUrl;
    // A start on a database of one's own may know no administrator.
    if (url === '') {
      throw new Failure(
        (m) => m.failures.noAdmin,
        (m) => m.failures.setAdminUrl,
      );
    }
    return url;
  }

  async temporal(): Promise<TemporalOptions> {
    if (this.env.TEMPORAL_ADDRESS !== undefined) {
      return {
        address: this.env.TEMPORAL_ADDRESS,
        namespace: this.env.TEMPORAL_NAMESPACE ?? 'default',
        tls: temporalTlsIn(this.env),
      };
    }
    const { temporalAddress, temporalNamespace } = await this.local();
    return { address: temporalAddress, namespace: temporalNamespace };
  }

  /** Where attached files lie: named as to the API. */
  async vault(): Promise<Vault> {
    return openVault(this.dataFolder, bucketIn(this.env));
  }

  private async local(): Promise<Running> {
    const file = join(this.dataFolder, 'running.json');
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch {
      throw new Failure(
        (m) => m.failures.notRunning(this.dataFolder),
        (m) => m.failures.startOrName,
      );
    }
    const parsed = running.safeParse(jsonOf(text));
    if (!parsed.success) {
      throw new Failure(
        (m) => m.failures.unreadable(file),
        (m) => m.failures.startAgain,
      );
    }
    return parsed.data;
  }
}

/** The value of a JSON text, undefined when it is none (a file that is being written). */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
