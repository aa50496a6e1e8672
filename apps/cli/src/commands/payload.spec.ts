import { describe, expect, it } from '@jest/globals';
import { Failure } from '../failure.js';
import { payloadOf } from './payload.js';

describe('payloadOf', () => {
  it('reads JSON, its words in the form that the service asks for', () => {
    expect(payloadOf('{"reason":"Comite\u0301","items":[1,"e\u0301"]}')).toEqual({
      reason: 'Comit\u00e9',
      items: [1, '\u00e9'],
    });
  });

  it('is a failure of usage where it is none', () => {
    expect(() => payloadOf('{')).toThrow(Failure);
  });
});
