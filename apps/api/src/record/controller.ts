import { asRead } from '@twinning/engine';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { isLeafShown, sectionsFor, type Principal } from '@twinning/domain';
import {
  checkpointNow,
  consistencyBetween,
  keyChanges,
  logSize,
  provenKeyChanges,
  receiptFor,
  verifierText,
} from '@twinning/event-log';
import { loadState, readingAs } from '@twinning/read-model';
import { z } from 'zod';
import { Caller, Policy, Public } from '../auth/guard.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

const index = z.coerce.number().int().min(0);
const upTo = z.object({ size: z.coerce.number().int().min(1).optional() });
const sizes = z.object({
  first: z.coerce.number().int().min(1),
  second: z.coerce.number().int().min(1),
});

/** The public side of the record: size, root and proofs, never an entry. Receipts go to those who may read the entry. */
@Controller('v1/record')
export class RecordController {
  constructor(private readonly resources: Resources) {}

  @Public()
  @Get('checkpoint')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  checkpoint(): Promise<string> {
    return checkpointNow(this.resources.db, this.resources.signer);
  }

  /** The public key of the checkpoints, in the form of C2SP signed notes. */
  @Public()
  @Get('key')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  key(): string {
    return `${verifierText(this.resources.signer)}\n`;
  }

  /**
   * How the signing key changed: each note names the next key and is signed with the one before. Up to a size of the record
   * each brings the event with its proof, so that nobody need believe until when a key was good.
   */
  @Public()
  @Get('key-changes')
  async keyChanges(@Query() query: unknown) {
    const { db } = this.resources;
    const { size } = parseQuery(upTo, query);
    if (size === undefined) return { items: await keyChanges(db) };
    if (size > (await logSize(db))) throw new Problem('NOT_FOUND');
    const items = (await provenKeyChanges(db, size)).map((event) => {
      const { key, previous, note } = event.fields;
      return { key: key?.value, previous: previous?.value, note: note?.value, ...event };
    });
    return { items };
  }

  @Public()
  @Get('consistency')
  async consistency(@Query() query: unknown) {
    const { first, second } = parseQuery(sizes, query);
    if (first > second || second > (await logSize(this.resources.db)))
      throw new Problem('NOT_FOUND');
    const proof = await consistencyBetween(this.resources.db, first, second);
    return { first, second, proof: proof.map((hash) => hash.toString('base64')) };
  }

  @Policy('RECEIPT')
  @Get('receipts/:index')
  async receipt(@Caller() caller: Principal, @Param('index') given: string) {
    const { db, log, signer } = this.resources;
    const at = parseQuery(index, given);
    const [event] = await log.readAll(this.resources.as(caller), at, 1);
    const subject = /^(?:agreement|refusals|papers)\/([0-9a-f-]{36})$/.exec(
      event?.stream ?? '',
    )?.[1];
    const state =
      subject === undefined
        ? null
        : await readingAs(asRead(db), caller, (trx) => loadState(trx, subject));
    if (event === undefined) throw new Problem('NOT_FOUND');
    // The leaf says who acted: it goes to those who are shown the event, and to who made it.
    const sections = state === null ? [] : sectionsFor(caller, state);
    const isShown = sections.length > 0 && isLeafShown(sections, event);
    if (!isShown && event.actor.person !== caller.person) throw new Problem('NOT_FOUND');
    return receiptFor(db, at, signer);
  }
}
