import createClient, { type Client } from 'openapi-fetch';
import { composedPart } from './composed.js';
import type { components, paths } from './schema.js';

export { composed, composedPart } from './composed.js';
export type { components, paths } from './schema.js';
export type Problem = components['schemas']['Problem'];

export interface ClientOptions {
  /** Address of the API; empty for the page's own origin. */
  readonly baseUrl: string;
  readonly language: 'en' | 'fr';
  /** A bearer token; absent where the browser's session cookie signs in. */
  readonly token?: string;
}

/** The API of Twinning, typed by its OpenAPI document. */
export const createTwinningClient = ({ baseUrl, language, token }: ClientOptions): Client<paths> =>
  createClient<paths>({
    bodySerializer: (body: unknown) => JSON.stringify(body, composedPart),
    baseUrl,
    headers: {
      'Accept-Language': language,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
  });
