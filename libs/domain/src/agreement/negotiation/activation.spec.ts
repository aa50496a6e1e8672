import { expect, it } from '@jest/globals';
import { REGISTRY } from '../../kernel/principal.js';
import { ASI, cast, member } from '../../testing/people.js';
import { submitted } from './testing.js';

it('T22: a break that only the look at the start found is cured by a fact of an earlier day (D15)', () => {
  const s = submitted('2027-09-10');
  s.does(cast.tpm, 'AcceptDocuments');
  const lead = member(ASI, 'ASI', { status: 'O' });
  s.facts = { ...s.facts, members: { ...s.facts.members, [ASI]: lead } };
  s.until('2027-10-02');
  expect(s.status).toBe('SUSPENDED');
  // The day of the break is that of the look, not of a fact.
  expect(s.state.execution).toMatchObject({ broken: [{ since: '2027-10-01' }], factDates: {} });
  const cure = { rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: false, since: '2027-09-28' };
  s.does(REGISTRY, 'RecordPrerequisiteFact', { ...cure, reference: 'import 2027-10-02' });
  expect(s.status).toBe('ACTIVE');
});
