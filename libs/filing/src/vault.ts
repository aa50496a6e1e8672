import { createHash } from 'node:crypto';

export const isHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value);

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Files by their hash: the same bytes lie there once, encrypted, whoever brought them. */
export interface Vault {
  /** Stores the bytes and gives their SHA-256; what is there already is left as it is. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes; null when there are none of that hash. Throws when what lies there is not what was stored. */
  get(sha256: string): Promise<Buffer | null>;
  /** Destroys the file of that hash for good; where there is none, nothing happens. */
  destroy(sha256: string): Promise<void>;
}

/** New files go into the first vault; files that lie in the second since earlier are found there. */
export class VaultAfter implements Vault {
  constructor(
    private readonly present: Vault,
    private readonly earlier: Vault,
  ) {}

  put(bytes: Buffer): Promise<string> {
    return this.present.put(bytes);
  }

  async get(sha256: string): Promise<Buffer | null> {
    return (await this.present.get(sha256)) ?? (await this.earlier.get(sha256));
  }

  async destroy(sha256: string): Promise<void> {
    await this.earlier.destroy(sha256);
    await this.present.destroy(sha256);
  }
}
