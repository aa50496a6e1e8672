import { describe, expect, it } from '@jest/globals';
import { Fault, type Problem } from '../api.js';
import { refusalOf } from './send-file.js';
import { papersTexts } from './texts.js';

const problem = (code: string, details: object): Fault =>
  new Fault(422, { code, title: 'T.', detail: 'D.', details } as unknown as Problem);

describe('why a file was not taken', () => {
  it('is said in the language of the person, by the reason that the service gives', () => {
    const active = problem('FILE_NOT_ACCEPTED', { reason: 'ACTIVE_CONTENT' });
    expect(refusalOf(active, papersTexts.en, '')).toContain('scripts or macros');
    expect(refusalOf(active, papersTexts.fr, '')).toContain('scripts ou des macros');
  });

  it('is the size where the request was cut off for its length', () => {
    const large = problem('TOO_LARGE', {});
    expect(refusalOf(large, papersTexts.en, '')).toBe(papersTexts.en.reasons.TOO_LARGE);
  });

  it('is what the service says where it gives no reason that is known here', () => {
    expect(refusalOf(problem('FORBIDDEN', {}), papersTexts.en, '')).toBe('T. D.');
  });

  it('is the line where nothing was answered', () => {
    expect(refusalOf(new Fault(0, null), papersTexts.en, 'Away.')).toBe('Away.');
    expect(refusalOf(new Error('x'), papersTexts.en, 'Away.')).toBe('Away.');
  });
});
