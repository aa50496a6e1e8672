import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import type { Language } from './state.js';
import { TEMPLATE_VERSION } from './template.js';

/** Opens the negotiation at registration, with the authentic language of the two documents. */
export const openNegotiation = (
  state: Pick<Agreement, 'type'>,
  language: Language,
): AgreementEvent =>
  event('NegotiationOpened', { templateVersion: `${TEMPLATE_VERSION}/${state.type}`, language });
