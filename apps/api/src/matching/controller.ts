import { Controller, Get, Headers, Query } from '@nestjs/common';
import {
  isDay,
  MATCH_COMPONENTS,
  preferredLanguage,
  TWINNING_TYPES,
  type Principal,
  type Weights,
} from '@twinning/domain';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { idNumber, parseQuery } from '../problems/parse.js';
import { Matching } from './matching.js';

const id = idNumber;
const weight = /^(\w+):(\d{1,3})$/;

/** `language:40,region:0`: the named weights, the others as they are. */
const weights = z
  .string()
  .max(200)
  .transform((text, ctx): Partial<Weights> => {
    const pairs = text.split(',').map((part) => weight.exec(part.trim()));
    const fits = pairs.every(
      (m) => m !== null && MATCH_COMPONENTS.some((c) => c === m[1]) && Number(m[2]) <= 100,
    );
    if (!fits) {
      const message = `component:weight from 0 to 100, with commas; components: ${MATCH_COMPONENTS.join(', ')}`;
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return Object.fromEntries(pairs.map((m): [string, number] => [m?.[1] ?? '', Number(m?.[2])]));
  });

const query = z.object({
  twinned: id,
  committee: id,
  type: z.enum(TWINNING_TYPES),
  workingGroup: z.string().trim().min(1).max(40).optional(),
  on: z.string().refine(isDay, 'a date YYYY-MM-DD').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(10),
  weights: weights.default({}),
});

/** Who could lead a twinning, and why (ST.5.3, ST.5.8). */
@Policy('SIGNED_IN')
@Controller('v1/matching')
export class MatchingController {
  constructor(private readonly matching: Matching) {}

  @Get()
  rank(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    return this.matching.rank(caller, parseQuery(query, given), preferredLanguage(accepted));
  }
}
