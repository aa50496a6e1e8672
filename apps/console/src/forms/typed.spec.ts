import { describe, expect, it } from '@jest/globals';
import { fieldsOf, type JsonSchema } from './schema.js';
import { payloadOfAll } from './typed.js';

const schema = {
  type: 'object',
  properties: {
    text: {
      type: 'string',
      minLength: 1,
      maxLength: 20,
      pattern: '^[^\\u200b\u{e0000}-\u{e0fff}]*$',
    },
    value: { type: 'object' },
  },
  required: ['text'],
} as unknown as JsonSchema;

describe('what was typed', () => {
  it('is sent in the form in which it is compared, whatever keyboard it came from', () => {
    const typed = { text: 'Comite\u0301', value: '{"text":"e\u0301te\u0301"}' };
    expect(payloadOfAll(fieldsOf(schema), typed)).toEqual({
      value: { text: 'Comit\u00e9', value: { text: '\u00e9t\u00e9' } },
      faults: [],
    });
  });

  it('is not sent with a character that the service refuses, of whatever plane', () => {
    for (const text of ['no\u200bthing', 'pays\u{e0061}']) {
      expect(payloadOfAll(fieldsOf(schema), { text }).faults).toEqual([
        { pointer: '/text', code: 'INVALID', shape: 'SEEN' },
      ]);
    }
  });

  it('is as long as the service counts it: a character of another plane is one', () => {
    const text = '𝄞'.repeat(20);
    expect(payloadOfAll(fieldsOf(schema), { text }).faults).toEqual([]);
    expect(payloadOfAll(fieldsOf(schema), { text: `${text}.` }).faults).toEqual([
      { pointer: '/text', code: 'TOO_LONG', max: 20, length: 21 },
    ]);
  });
});
