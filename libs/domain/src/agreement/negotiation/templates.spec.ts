import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Json } from '../../kernel/schema.js';
import { TWINNING_TYPES } from '../../kernel/vocabulary.js';
import { cast } from '../../testing/people.js';
import { documents } from './documents.js';
import { negotiating, pairOf, readBy, translated, written } from './testing.js';
import { templateContent, templateOf, TEMPLATE_VERSION, TEMPLATES } from './template.js';

const hash = (value: Json) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * What each version says, for ever: agreements were opened with it. Never change a line here; a template that says
 * something else is another version with a line of its own.
 */
const HASHES = {
  'twinning-agreement-1': '293bd0edf5f80aead700d823cf46f6ed598dc67fb464495734e89467fb0eeea4',
  'twinning-agreement-2': '3fd381eff55fdebf0fdf789a3a481e8cde61001a1d1431e411e94f054920c3b7',
  'twinning-agreement-3': '3a57a087b7549639b8d8be08f28f196425cd7ea2ff1916da8f71c1f40d403951',
  'twinning-agreement-4': '0f6a0390d77fed53a951f65defac5e9db8ea8c646761bd278beb466568a3ecdd',
} as const satisfies Record<keyof typeof TEMPLATES, string>;

describe('a version of the template', () => {
  it.each(Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[])('%s says what it said', (id) => {
    const all = TWINNING_TYPES.map((type) => ({
      type,
      ...(templateContent(TEMPLATES[id], type) as object),
    }));
    expect(hash(all as Json)).toBe(HASHES[id]);
  });

  it('is recorded with its hash when the negotiation opens', () => {
    const { templateVersion, templateHash } = negotiating({ type: 'CHAIR' }).state.negotiation;
    expect(templateVersion).toBe(`${TEMPLATE_VERSION}/CHAIR`);
    expect(templateHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('goes on to hold for an agreement that was opened with it', () => {
    const { state } = negotiating();
    const opened = { ...state.negotiation, templateVersion: 'twinning-agreement-1/P_MEMBER' };
    const old = { ...state, negotiation: { ...opened, templateHash: null } };
    expect(templateOf(old)).toBe(TEMPLATES['twinning-agreement-1']);
    expect(documents(old, hash).documentHash).not.toBe(documents(state, hash).documentHash);
  });

  it('that the build does not know is no ground for another text in its place', () => {
    const { state } = negotiating();
    const unknown = {
      ...state,
      negotiation: { ...state.negotiation, templateVersion: 'x-9/CHAIR' },
    };
    expect(() => documents(unknown, hash)).toThrow('does not know the template x-9');
  });

  it('that says something else than was recorded lets nobody accept', () => {
    const s = translated();
    s.state = {
      ...s.state,
      negotiation: { ...s.state.negotiation, templateHash: 'f'.repeat(64) },
    };
    expect(() => s.ask(cast.lead, 'AcceptTerms', pairOf(s))).toThrow('is not the one');
  });

  it('asks for words in both languages since the second version, not before', () => {
    const s = written();
    const due = (state = s.state) =>
      documents(state, hash)
        .clauses.filter((c) => c.untranslated.length > 0)
        .map((c) => c.clause);
    // Dates and amounts without words say the same in every language, and nobody translates a locked clause.
    expect(due()).toEqual(
      readBy(s)
        .clauses.filter((c) => c.kind !== 'locked' && !['dates', 'meetings'].includes(c.clause))
        .map((c) => c.clause),
    );
    const version = 'twinning-agreement-1/P_MEMBER';
    const opened = { ...s.state.negotiation, templateVersion: version };
    expect(due({ ...s.state, negotiation: opened })).toEqual([]);
    expect(due(translated().state)).toEqual([]);
  });
});
