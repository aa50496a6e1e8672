import { asRegistry } from '@twinning/engine';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { dayAt, isDay } from '@twinning/domain';
import {
  committeeFact,
  committeeHistory,
  committeeMembers,
  experience,
  findCommittees,
  findMembers,
  memberFact,
  memberHistory,
  membershipHistory,
  membershipsOf,
  membershipStatus,
} from '@twinning/registry';
import { z } from 'zod';
import { Policy } from '../auth/guard.js';
import { from, idNumber, parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

const id = idNumber;
const on = z.string().refine(isDay, 'a date YYYY-MM-DD').optional();
const search = z.object({
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  from,
});
const dated = z.object({ on });
const pair = z.object({ member: id, committee: id, on });

/** ISO members and committees with their history. */
@Policy('SIGNED_IN')
@Controller('v1/registry')
export class RegistryController {
  constructor(private readonly resources: Resources) {}

  @Get('members')
  async members(@Query() query: unknown) {
    const { q, ...part } = parseQuery(search, query);
    return findMembers(asRegistry(this.resources.db), q, part);
  }

  @Get('members/:id')
  async member(@Param('id') given: string, @Query() query: unknown) {
    const { db } = this.resources;
    const day = await this.day(query);
    const member = parseQuery(id, given);
    const fact = await memberFact(asRegistry(db), member, day);
    if (fact === null) throw new Problem('NOT_FOUND');
    return { ...fact, ...(await experience(asRegistry(db), member, day)), on: day };
  }

  /** Where the member takes or took part, and what it was at ISO, through time. */
  @Get('members/:id/history')
  async memberHistory(@Param('id') given: string) {
    const registry = asRegistry(this.resources.db);
    const member = parseQuery(id, given);
    if ((await memberFact(registry, member, await this.day({}))) === null) {
      throw new Problem('NOT_FOUND');
    }
    return {
      standing: await memberHistory(registry, member),
      memberships: await membershipsOf(registry, member),
    };
  }

  @Get('committees')
  async committees(@Query() query: unknown) {
    const { q, ...part } = parseQuery(search, query);
    return findCommittees(asRegistry(this.resources.db), q, part);
  }

  @Get('committees/:id')
  async committee(@Param('id') given: string, @Query() query: unknown) {
    const day = await this.day(query);
    const fact = await committeeFact(asRegistry(this.resources.db), parseQuery(id, given), day);
    if (fact === null) throw new Problem('NOT_FOUND');
    return { ...fact, on: day };
  }

  /** Reference, title, status and secretariat through time. */
  @Get('committees/:id/history')
  async committeeHistory(@Param('id') given: string) {
    const items = await committeeHistory(asRegistry(this.resources.db), parseQuery(id, given));
    if (items.length === 0) throw new Problem('NOT_FOUND');
    return { items };
  }

  @Get('committees/:id/members')
  async membersOf(@Param('id') given: string, @Query() query: unknown) {
    const day = await this.day(query);
    const items = await committeeMembers(asRegistry(this.resources.db), parseQuery(id, given), day);
    return { on: day, items };
  }

  /** "What was GSA in ISO/TC 34/SC 18 on 1 August 2025?" */
  @Get('membership')
  async membership(@Query() query: unknown) {
    const { db } = this.resources;
    const { member, committee } = parseQuery(pair, query);
    const day = await this.day(query);
    return {
      member,
      committee,
      on: day,
      status: await membershipStatus(asRegistry(db), member, committee, day),
      history: await membershipHistory(asRegistry(db), member, committee),
    };
  }

  private async day(query: unknown): Promise<string> {
    const given = parseQuery(dated, { on: (query as { on?: unknown }).on }).on;
    return given ?? dayAt(await this.resources.clock.now(this.resources.db));
  }
}
