import { receiptOfCommand, type CommandReceipt, type ShownOf } from '@twinning/case-file';
import type { Language, Principal } from '@twinning/domain';
import { agreementStream, type StoredCommand, type StoredOutcome } from '@twinning/engine';
import {
  firstSizeOf,
  NotContinued,
  receiptOn,
  SizeSigner,
  versionIndex,
  type Receipt,
} from '@twinning/event-log';
import { Logger } from '@nestjs/common';
import { within } from '../commands/within.js';
import type { Resources } from '../resources.js';
import { UNPROVEN_TEXTS, type UnprovenCode } from './unproven-texts.js';

/** Why an answer brings no receipt. */
export interface Unproven {
  readonly code: UnprovenCode;
  readonly text: string;
}
/** What an answer says beside its outcome: the receipt, or why there is none in it. */
export type WithReceipt = { readonly proof: CommandReceipt } | { readonly unproven: Unproven };
/** The same of a command that is decided in its request: one for each entry. */
export type WithReceipts =
  | { readonly proofs: readonly Receipt[] }
  | { readonly unproven: Unproven };

const PATIENCE_MS = 2_000;

type Decided = Pick<StoredCommand, 'id' | 'agreement'> & { readonly outcome: StoredOutcome };

/**
 * Receipts of commands. Those in answers rest on the tree as the command left it, so that the same command has the same
 * receipt when its key is sent again; that of the address on the present tree.
 */
export class Receipts {
  private readonly logger = new Logger('receipts');
  private readonly signer: SizeSigner;

  constructor(private readonly resources: Resources) {
    this.signer = new SizeSigner(() => resources);
  }

  /** Null when the reader is shown nothing of what the receipt would rest on. Throws `NotContinued`. */
  ofCommand(
    reader: Principal,
    { id: command, agreement, outcome }: Decided,
    shownOf?: ShownOf,
    size?: number,
  ): Promise<CommandReceipt | null> {
    const { db, log, signer } = this.resources;
    const { accepted, version, decidedAt } = outcome;
    return receiptOfCommand(
      { db, log, signer, reader: this.resources.as(reader) },
      {
        ...{ command, agreement, accepted, version, decidedAt },
        made: outcome.accepted ? outcome.events.length : 1,
      },
      shownOf,
      size === undefined ? undefined : { size, checkpoint: this.signer.sign(size) },
    );
  }

  /** For the answer to who sent the command: never throws, for the command is decided whatever becomes of its receipt. */
  inAnswer(caller: Principal, decided: Decided, language: Language): Promise<WithReceipt> {
    return this.orWhyNot(language, async () => {
      const size = await this.sizeAfter(decided).then((after) => this.signable(after));
      const proof = size === null ? null : await this.ofCommand(caller, decided, undefined, size);
      const isEmpty = proof?.events.length === 0 && proof.unchanged === undefined;
      return proof === null || isEmpty ? 'NOTHING_RECORDED' : { proof };
    });
  }

  /** For the answer to who made these entries. */
  ofEntries(indices: readonly number[], language: Language): Promise<WithReceipts> {
    return this.orWhyNot(language, async () => {
      if (indices.length === 0) return 'NOTHING_RECORDED';
      const size = (await this.signable(Math.max(...indices) + 1)) ?? 0;
      const checkpoint = this.signer.sign(size);
      const proofs = await Promise.all([
        checkpoint,
        ...indices.map((index) => receiptOn(this.resources.db, index, { size, checkpoint })),
      ]);
      return { proofs: proofs.slice(1) as Receipt[] };
    });
  }

  // A key that came later vouches for the sizes of its own time: the first of them holds the entry too.
  private async signable(size: number | null): Promise<number | null> {
    const { db, signer } = this.resources;
    return size === null ? null : Math.max(size, await firstSizeOf(db, signer));
  }

  private async sizeAfter({ agreement, outcome }: Decided): Promise<number | null> {
    if (!outcome.accepted) return outcome.index === null ? null : outcome.index + 1;
    const last = outcome.events.at(-1)?.index;
    if (last !== undefined) return last + 1;
    const { db } = this.resources;
    const seen = await versionIndex(db, agreementStream(agreement), outcome.version);
    return seen === null ? null : seen + 1;
  }

  private async orWhyNot<T>(
    language: Language,
    make: () => Promise<T | 'NOTHING_RECORDED'>,
  ): Promise<T | { readonly unproven: Unproven }> {
    let code: UnprovenCode = 'NOTHING_RECORDED';
    try {
      const made = await within(make(), PATIENCE_MS);
      if (made !== 'NOTHING_RECORDED') return made;
    } catch (error) {
      code = error instanceof NotContinued ? 'NOT_SIGNED' : 'NOT_READY';
      this.logger.warn(error instanceof Error ? error.message : String(error));
    }
    return { unproven: { code, text: UNPROVEN_TEXTS[language][code] } };
  }
}
