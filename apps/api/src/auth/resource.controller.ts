import { Controller, Get, Header } from '@nestjs/common';
import { STEP_UP } from '@twinning/identity';
import { Public } from './guard.js';

/** Where clients sign in for this API. */
export class ProtectedResource {
  constructor(
    readonly publicUrl: string,
    readonly issuers: readonly string[],
  ) {}
}

/** Metadata of the protected resource (RFC 9728): a client that knows only our address finds the issuer. */
@Public()
@Controller('.well-known')
export class ResourceController {
  constructor(private readonly resource: ProtectedResource) {}

  @Get('oauth-protected-resource')
  @Header('Cache-Control', 'public, max-age=300')
  metadata() {
    const { publicUrl, issuers } = this.resource;
    return {
      resource: publicUrl,
      authorization_servers: issuers,
      bearer_methods_supported: ['header'],
      acr_values_supported: [STEP_UP],
    };
  }
}
