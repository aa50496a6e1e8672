import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import {
  isDay,
  preferredLanguage,
  RULESET_IDS,
  ROLES,
  SCENARIOS,
  SIDES,
  type Principal,
  type Supposed,
} from '@twinning/domain';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { commandAt } from '../commands/command-names.js';
import { parseQuery } from '../problems/parse.js';
import { WhatIf } from './what-if.js';

const day = z.string().refine(isDay, 'a date YYYY-MM-DD');
const status = z.enum(['P', 'O']).nullable();
const fact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('MEMBERSHIP'), side: z.enum(SIDES), status }),
  z.object({ kind: z.literal('SECRETARIAT'), holder: z.number().int().positive().nullable() }),
  z.object({ kind: z.literal('COMMITTEE'), dissolved: z.boolean() }),
  z.object({ kind: z.literal('BODY'), side: z.enum(SIDES), active: z.boolean() }),
]);
const step = z.union([
  z.strictObject({ on: day, fact }),
  z.strictObject({
    on: day,
    as: z.enum(ROLES),
    person: z.string().max(200).optional(),
    /** As in its address, e.g. `accept-documents`. */
    command: z.string().max(80),
    payload: z.unknown().default({}),
  }),
]);

/** Suppositions as JSON text: a GET has no body, and nothing is written. */
const steps = z
  .string()
  .max(8_192)
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: 'custom', message: 'a JSON list of {on, fact} or {on, as, command}' });
      return z.NEVER;
    }
  })
  .pipe(z.array(step).max(100));

export const whatIfQuery = z.object({
  scenario: z.enum(SCENARIOS).default('NOBODY_ACTS'),
  /** The day on which the lead loses its status; the first of the next month when absent. */
  on: day.optional(),
  until: day.optional(),
  steps: steps.default([]),
});

export const rulesetMoveQuery = z.object({ to: z.enum(RULESET_IDS) });

const supposedBy = (given: z.output<typeof step>): Supposed => {
  if ('fact' in given) return given;
  const { on, as, person, command, payload } = given;
  const type = commandAt(command) ?? command;
  return { on, does: { as, command: type, payload, ...(person !== undefined && { person }) } };
};

/** What would happen to an agreement: the real rules run forward, nothing is written. */
@Policy('AGREEMENT')
@Controller('v1/agreements')
export class WhatIfController {
  constructor(private readonly whatIf: WhatIf) {}

  @Get(':id/what-if')
  simulate(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query() query: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { steps: given, ...asked } = parseQuery(whatIfQuery, query);
    const supposed = given.map(supposedBy);
    return this.whatIf.simulate(caller, id, { ...asked, supposed }, preferredLanguage(accepted));
  }

  @Get(':id/ruleset-move')
  rulesetMove(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query() query: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { to } = parseQuery(rulesetMoveQuery, query);
    return this.whatIf.rulesetMove(caller, id, to, preferredLanguage(accepted));
  }
}
