import { preferredLanguage } from '@twinning/domain';
import { STEP_UP, type DemonstrationPerson } from '@twinning/identity';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { choicePage, PAGE_HEADERS } from './pages.js';

const LIMIT = 4096;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LIMIT) throw new RangeError('The form is too large.');
  }
  return new URLSearchParams(text);
}

/** Whether the client asks for a fresh proof of the person (RFC 9470). */
export const asksForProof = (params: Readonly<Record<string, unknown>>): boolean =>
  typeof params.acr_values === 'string' && params.acr_values.split(' ').includes(STEP_UP);

/**
 * The page between a client's request and its answer: shows the people, and takes the choice. Only the browser that
 * carries the interaction's own cookie gets in; the cookie is `SameSite=Lax`, so no other site can choose.
 */
export async function interaction(
  provider: Provider,
  people: readonly DemonstrationPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid, params, session } = await provider.interactionDetails(request, response);
  const proof = asksForProof(params);
  const again = proof ? (session?.accountId ?? null) : null;
  if (request.method !== 'POST') {
    const language = preferredLanguage(
      typeof params.ui_locales === 'string'
        ? params.ui_locales
        : request.headers['accept-language'],
    );
    response.writeHead(200, PAGE_HEADERS);
    response.end(choicePage(language, `/oidc/interaction/${uid}`, people, again));
    return;
  }
  const form = await formOf(request);
  const chosen = form.get('person');
  const known = people.some((p) => p.id === chosen) && (again === null || again === chosen);
  await provider.interactionFinished(
    request,
    response,
    form.get('cancel') === null && chosen !== null && known
      ? { login: { accountId: chosen, ...(proof && { acr: STEP_UP }) } }
      : { error: 'access_denied', error_description: 'cancelled' },
    { mergeWithLastSubmission: false },
  );
}
