import { Controller, Get, Header, Headers } from '@nestjs/common';
import { preferredLanguage, vocabularyIn } from '@twinning/domain';
import { Public } from '../auth/guard.js';

/** The words for every value, so that clients show the same ones as the service. */
@Public()
@Controller('v1/words')
export class WordsController {
  @Get()
  @Header('Cache-Control', 'public, max-age=3600')
  @Header('Vary', 'Accept-Language')
  words(@Headers('accept-language') accepted: string | undefined) {
    return vocabularyIn(preferredLanguage(accepted));
  }
}
