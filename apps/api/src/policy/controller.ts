import { Controller, Get, Headers } from '@nestjs/common';
import { policyView, preferredLanguage } from '@twinning/domain';
import { Policy } from '../auth/guard.js';

/** The policy that the API itself obeys, in the caller's language. */
@Policy('SIGNED_IN')
@Controller('v1/policy')
export class PolicyController {
  @Get()
  policy(@Headers('accept-language') accepted: string | undefined) {
    return policyView(preferredLanguage(accepted));
  }
}
