import { dayAt, requestContent, type Agreement, type Principal } from '@twinning/domain';
import { cast, JUSTIFIED } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { hashOf } from '../commands.js';
import type { Db } from '../database.js';
import type { Doing } from './agreement-in-force.js';

const nominee = (side: 'LEAD' | 'TWINNED', person: string, cv: string) => ({
  side,
  person,
  cv,
  delegate: false,
  categoryC: false,
});

/** A committee of the reference registry and two full members, ASI aside, that are P-members of it. */
export async function partnersOfLead(
  db: Db,
): Promise<{ readonly committee: number; readonly bodies: readonly Principal[] }> {
  const { rows } = await sql<{ committee: number; members: readonly number[] }>`
    SELECT m.committee, array_agg(m.member ORDER BY m.member) AS members
      FROM registry.membership m
      JOIN registry.member_standing s ON s.member = m.member AND s.active AND s.category = 'FULL'
     WHERE m.status = 'P' AND m.valid_to IS NULL AND m.member <> ${cast.lead.member}
     GROUP BY m.committee HAVING count(*) >= 2
     ORDER BY m.committee LIMIT 1`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('No committee has two P-members.');
  const bodies = found.members
    .slice(0, 2)
    .map((member) => ({ ...cast.twinned, person: `rep-${String(member)}`, member }));
  return { committee: found.committee, bodies };
}

/** From the draft to the TPM's assessment of a twinning of chairs of ASI and this body, ready for the ballot. */
export async function assessedChair(
  { does, state, files }: Doing,
  committee: number,
  twinned: Principal,
): Promise<string> {
  const id = await does(cast.lead, null, 'StartDraft', { side: 'LEAD', type: 'CHAIR', committee });
  const persons = { lead: `chair-${id}`, twinned: `twinned-chair-${id}` };
  const chairs = {
    lead: nominee('LEAD', persons.lead, await files(cast.lead, id, 'CV')),
    twinned: nominee('TWINNED', persons.twinned, await files(twinned, id, 'CV')),
  };
  await does(cast.lead, id, 'InvitePartner', { member: twinned.member });
  await does(twinned, id, 'ConfirmPartner');
  await does(cast.lead, id, 'EditRequest', {
    competence: 'Twenty years in food standards.',
    goals: 'A chair of our own.',
    outcome: 'A committee that works.',
    plannedStart: '2027-06-01',
    plannedMonths: 36,
    leadContact: 'lead-rep',
    justifications: JUSTIFIED,
    nominees: [chairs.lead],
  });
  await does(twinned, id, 'EditRequest', {
    need: 'To lead meetings.',
    twinnedContact: 'twinned-rep',
    nominees: [chairs.lead, chairs.twinned],
  });
  await does(cast.lead, id, 'AcceptNomination', { person: persons.lead });
  await does(twinned, id, 'AcceptNomination', { person: persons.twinned });
  const hash = hashOf(requestContent(await state(id)));
  await does(cast.lead, id, 'ConsentToRequest', { hash });
  await does(twinned, id, 'ConsentToRequest', { hash });
  await does(cast.lead, id, 'SubmitRequest');
  const statistics = await files(cast.tpm, id, 'OTHER');
  await does(cast.tpm, id, 'RecordTpmAssessment', { text: 'Ready.', statistics });
  return id;
}

/** The same with the TMB's approval, ready to be registered. */
export async function approvedChair(
  doing: Doing,
  committee: number,
  twinned: Principal,
): Promise<string> {
  const { does, state } = doing;
  const id = await assessedChair(doing, committee, twinned);
  await does(cast.tmbSec, id, 'OpenTmbBallot', { entitled: [cast.tmbMember.member] });
  await does(cast.tmbMember, id, 'CastTmbVote', { choice: 'APPROVE' });
  await does(cast.tmbSec, id, 'CloseTmbBallotEarly');
  await does(cast.tmbSec, id, 'RecordTmbDecision', {
    basis: 'BALLOT',
    approved: 'YES',
    reference: 'TMB 4',
    decidedOn: closedOn(await state(id)),
  });
  return id;
}

function closedOn(state: Agreement) {
  const closed = state.approval.ballots.at(-1)?.closedAt;
  if (closed == null) throw new Error('The ballot is still open.');
  return dayAt(closed);
}
