import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import type { Hash } from './documents.js';
import type { Language } from './state.js';
import { templateContent, templateOf, TEMPLATE_VERSION, TEMPLATES } from './template.js';

/** Opens the negotiation at registration, with the authentic language and the template of the two documents. */
export const openNegotiation = (
  { type }: { readonly type: TwinningType },
  language: Language,
  hash: Hash,
): AgreementEvent =>
  event('NegotiationOpened', {
    templateVersion: `${TEMPLATE_VERSION}/${type}`,
    templateHash: hash(templateContent(TEMPLATES[TEMPLATE_VERSION], type)),
    language,
  });

/** No text becomes binding on a template that says something else than the one that was recorded at the opening. */
export function assertTemplate(state: Agreement, hash: Hash): void {
  const { templateHash, templateVersion } = state.negotiation;
  if (
    templateHash !== null &&
    hash(templateContent(templateOf(state), state.type)) !== templateHash
  )
    throw new Error(`The template ${String(templateVersion)} is not the one that was recorded.`);
}
