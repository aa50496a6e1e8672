import { composedPart } from '@twinning/client/composed';
import { EXIT, Failure } from '../failure.js';

/** The content of a command as it was typed, in the normalization form that the service asks for. */
export function payloadOf(text: string): unknown {
  try {
    return JSON.parse(text, composedPart);
  } catch {
    throw new Failure(
      (m) => m.usage.payloadNotJson,
      (m) => m.usage.payloadExample,
      EXIT.usage,
      { code: 'PAYLOAD_NOT_JSON' },
    );
  }
}
