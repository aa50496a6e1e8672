import { describe, expect, it } from '@jest/globals';
import { nextDeadline } from '../../kernel/due.js';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import {
  bothSign,
  designated,
  frozen,
  negotiating,
  pairOf,
  signed,
  submitted,
  waived,
  written,
} from './testing.js';

describe('whose move it is', () => {
  const owed = (s: Story) => duties(s.state).map((d) => `${d.id} ${d.desk}`);

  it('goes from writing to answering, agreeing, signing, submitting and checking', () => {
    expect(owed(negotiating())).toEqual(['write:LEAD LEAD', 'write:TWINNED TWINNED']);
    const s = waived();
    expect(owed(s)).toEqual(['answer:P1 TWINNED']);
    s.does(cast.twinned, 'AcceptTerms', pairOf(s));
    expect(owed(s)).toEqual(['agree:LEAD LEAD']);
    s.does(cast.lead, 'AcceptTerms', pairOf(s));
    expect(owed(s)).toEqual(['designate:LEAD LEAD', 'designate:TWINNED TWINNED']);
    const t = designated();
    expect(owed(t)).toEqual(['sign:LEAD LEAD', 'sign:TWINNED TWINNED']);
    bothSign(t);
    expect(owed(t)).toEqual(['submit:documents LEAD']);
    t.does(cast.twinned, 'SubmitSignedAgreement');
    expect(owed(t)).toEqual(['check:documents TPM']);
    t.does(cast.tpm, 'AcceptDocuments');
    expect(owed(t)).toEqual([]);
  });

  it('leaves a next deadline in every state', () => {
    for (const s of [negotiating(), written(), frozen(), signed(), submitted('2027-09-10')]) {
      expect(nextDeadline(s.state)).not.toBeNull();
    }
  });
});
