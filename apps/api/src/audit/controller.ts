import { Controller, Get, Headers, Query } from '@nestjs/common';
import {
  preferredLanguage,
  REFUSAL_CODES,
  refusalText,
  type Language,
  type Principal,
  type RefusalCode,
} from '@twinning/domain';
import { AccessLog, RefusalLedger, type LedgerPage, type RecordedRefusal } from '@twinning/engine';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { parseQuery, wholeNumber } from '../problems/parse.js';
import { EDGE_TEXTS } from '../problems/texts.js';
import { Resources } from '../resources.js';

const page = z.object({
  from: wholeNumber().default(0),
  before: wholeNumber().optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const pageOf = ({ from, before, order, limit }: z.infer<typeof page>): LedgerPage => ({
  ...{ from, before, limit },
  newestFirst: order === 'newest',
});

const query = page.extend({ agreement: z.guid().optional() });

/** Who took what out of the record, and who was refused what: for auditors. */
@Policy('AUDIT')
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly accesses: AccessLog,
    private readonly ledger: RefusalLedger,
    private readonly resources: Resources,
  ) {}

  @Get('access')
  async access(@Caller() caller: Principal, @Query() given: unknown) {
    const { agreement, ...asked } = parseQuery(query, given);
    return {
      items: await this.accesses.list(this.resources.as(caller), agreement ?? null, pageOf(asked)),
    };
  }

  /** The refusal ledger: of the decider and of the edge, with why in the reader's language. */
  @Get('refusals')
  async refusals(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted?: string,
  ) {
    const asked = parseQuery(page, given);
    const language = preferredLanguage(accepted);
    const items = await this.ledger.list(this.resources.as(caller), pageOf(asked));
    return { items: items.map((item) => ({ ...item, title: titleOf(item, language) })) };
  }
}

const isKnown = (code: string): code is RefusalCode =>
  (REFUSAL_CODES as readonly string[]).includes(code);

// Some codes have a text at the edge and another one for the decider; a code of an older release may have neither.
function titleOf({ code, route }: RecordedRefusal, language: Language): string {
  if (route === null) {
    return isKnown(code) ? refusalText({ refused: code, details: {} }, language).title : code;
  }
  const edge = EDGE_TEXTS[language] as Readonly<Partial<Record<string, { title: string }>>>;
  return edge[code]?.title ?? code;
}
