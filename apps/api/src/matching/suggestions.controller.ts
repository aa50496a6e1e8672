import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import { acceptSuggestions, declineSuggestions, unsuggested } from '@twinning/engine';
import { Caller, Policy } from '../auth/guard.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

/** The body that the caller represents. */
function bodyOf({ member, grants }: Principal): number {
  const represents = grants.some(({ role }) => role === 'NSB_REP');
  if (member === null || !represents) throw new Problem('FORBIDDEN');
  return member;
}

/** Whether the caller's body is suggested to those who seek a lead. */
@Policy('OWN')
@Controller('v1/me/suggestions')
export class SuggestionsController {
  constructor(private readonly resources: Resources) {}

  @Get()
  async read(@Caller() caller: Principal) {
    const member = bodyOf(caller);
    return { member, suggested: !(await unsuggested(this.resources.db)).has(member) };
  }

  @Post()
  @HttpCode(200)
  async accept(@Caller() caller: Principal) {
    await acceptSuggestions(this.resources.db, bodyOf(caller));
    return this.read(caller);
  }

  @Delete()
  @HttpCode(200)
  async decline(@Caller() caller: Principal) {
    const { db, clock } = this.resources;
    const choice = { member: bodyOf(caller), person: caller.person, at: await clock.now(db) };
    await declineSuggestions(db, choice);
    return this.read(caller);
  }
}
