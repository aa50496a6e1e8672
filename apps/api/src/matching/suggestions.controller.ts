import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { delegatorOf, isForAll, type Grant, type Principal } from '@twinning/domain';
import { acceptSuggestions, declineSuggestions, unsuggested } from '@twinning/engine';
import { Caller, Policy } from '../auth/guard.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

const represents = (grant: Grant): boolean => grant.role === 'NSB_REP' && isForAll(grant);

/** The body that the caller represents. */
function bodyOf({ member, grants }: Principal): number {
  if (member === null || !grants.some(represents)) throw new Problem('FORBIDDEN');
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
    const [member, onBehalfOf] = [bodyOf(caller), delegatorOf(caller.grants.filter(represents))];
    const choice = { member, person: caller.person, onBehalfOf, at: await clock.now(db) };
    await declineSuggestions(db, choice);
    return this.read(caller);
  }
}
