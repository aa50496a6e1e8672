import { dayAt, TWINNING_TYPES, type TwinningType } from '@twinning/domain';
import { JUSTIFIED } from '@twinning/domain/testing';
import { referenceSet } from '@twinning/registry';
import type { ApiUnderTest, Reply } from './api-under-test.js';

/** Who twins with whom, and where, for each type: facts of the reference registry. */
export const PAIRS: Readonly<
  Record<TwinningType, { lead: string; twinned: string; committee: number }>
> = {
  // ISO/TC 34/SC 5: ASI is P-member, IES O-member.
  P_MEMBER: { lead: 'asi', twinned: 'ies', committee: 47878 },
  // ISO/TC 59: SN holds the secretariat, KEBS is P-member.
  CONVENOR: { lead: 'sn', twinned: 'kebs', committee: 49070 },
  CHAIR: { lead: 'sn', twinned: 'kebs', committee: 49070 },
  SECRETARIAT: { lead: 'sn', twinned: 'kebs', committee: 49070 },
};
export const TYPES = TWINNING_TYPES;

const memberOf = (body: string): number => {
  const found = [...referenceSet.committees.members].find(([, a]) => a.toLowerCase() === body);
  if (found === undefined) throw new Error(`No body ${body}.`);
  return found[0];
};

/** Two partners that act over HTTP alone, one command after the other. */
export class Partners {
  agreement = '';
  private version = 0;

  constructor(
    private readonly api: ApiUnderTest,
    readonly type: TwinningType,
  ) {}

  get lead(): string {
    return `${PAIRS[this.type].lead}.rep`;
  }

  get twinned(): string {
    return `${PAIRS[this.type].twinned}.rep`;
  }

  signatory(side: 'lead' | 'twinned'): string {
    return `${PAIRS[this.type][side]}.signatory`;
  }

  /** What the API answers to a command at the version that was read last. */
  async tries(person: string, command: string, payload: object = {}): Promise<Reply> {
    const path =
      this.agreement === '' ? '/v1/agreements' : `/v1/agreements/${this.agreement}/${command}`;
    const headers: Record<string, string> =
      this.agreement === '' ? {} : { 'If-Match': `"${String(this.version)}"` };
    const answer = await this.api.post(person, path, payload, { headers });
    if (answer.status === 200 || answer.status === 201) {
      this.agreement = String(answer.body['agreement']);
      this.version = Number(answer.body['version']);
    }
    return answer;
  }

  /** Has a command carried out; anything but an acceptance is an error. */
  async does(person: string, command: string, payload: object = {}): Promise<Reply['body']> {
    const { status, body } = await this.tries(person, command, payload);
    if (status === 200 || status === 201) return body;
    throw new Error(`${person} ${command}: ${String(status)} ${JSON.stringify(body)}`);
  }

  /** Files a small paper and gives its hash. */
  async files(person: string, purpose: string, says?: string): Promise<string> {
    return this.api.files(person, this.agreement, purpose, says);
  }

  async sees(person: string): Promise<Reply['body']> {
    return (await this.api.get(person, `/v1/agreements/${this.agreement}`)).body;
  }

  /** From the draft to the registration, the way that this type takes. */
  async register(plannedStart: string, language: 'en' | 'fr'): Promise<void> {
    await this.draft(plannedStart);
    const decided = { decidedOn: dayAt(await this.api.engine.clock.now(this.api.engine.db)) };
    switch (this.type) {
      case 'P_MEMBER':
        await this.does('tpm', 'approve-by-tpm');
        break;
      case 'CONVENOR':
        await this.does('committee.manager', 'record-committee-decision', {
          ...{ resolution: 'Resolution 12', source: 'CIB', yes: 9, no: 1, approved: 'YES' },
          ...decided,
        });
        break;
      case 'CHAIR':
      case 'SECRETARIAT':
        await this.does('tpm', 'record-tpm-assessment', {
          ...{ text: 'Ready.', statistics: await this.files('tpm', 'OTHER') },
        });
        await this.does('tmb.sec', 'open-tmb-ballot', { entitled: [memberOf('gsa')] });
        await this.does('gsa.tmb', 'cast-tmb-vote', { choice: 'APPROVE' });
        await this.does('tmb.sec', 'close-tmb-ballot-early');
        await this.does('tmb.sec', 'record-tmb-decision', {
          ...{ basis: 'BALLOT', approved: 'YES', reference: 'TMB 4/2027' },
          ...decided,
        });
    }
    const desk = this.type === 'P_MEMBER' || this.type === 'CONVENOR' ? 'tpm' : 'tmb.sec';
    await this.does(desk, 'register-in-gd', { language });
  }

  private async draft(plannedStart: string): Promise<void> {
    const { committee, twinned } = PAIRS[this.type];
    const workingGroup = this.type === 'CONVENOR' ? { workingGroup: 'WG 3' } : {};
    const draft = { side: 'LEAD', type: this.type, committee, ...workingGroup };
    await this.does(this.lead, 'start-draft', draft);
    await this.does(this.lead, 'invite-partner', { member: memberOf(twinned) });
    await this.does(this.twinned, 'confirm-partner');
    const nominee = async (side: 'LEAD' | 'TWINNED') => ({
      ...{ side, person: `${this.type.toLowerCase()}-${side.toLowerCase()}` },
      cv: await this.files(side === 'LEAD' ? this.lead : this.twinned, 'CV'),
      ...{ delegate: false, categoryC: false },
    });
    const [theirs, own] = [await nominee('LEAD'), await nominee('TWINNED')];
    const leads = this.type !== 'P_MEMBER';
    await this.does(this.lead, 'edit-request', {
      competence: 'Twenty years in the field.',
      goals: 'People who can lead.',
      outcome: 'A committee that works.',
      plannedStart,
      plannedMonths: 36,
      leadContact: this.lead,
      justifications: JUSTIFIED,
      ...(leads && { nominees: [theirs] }),
    });
    await this.does(this.twinned, 'edit-request', {
      need: 'To lead meetings.',
      twinnedContact: this.twinned,
      ...(leads && { nominees: [theirs, own] }),
    });
    if (leads) {
      await this.does(this.lead, 'accept-nomination', { person: theirs.person });
      await this.does(this.twinned, 'accept-nomination', { person: own.person });
    }
    const { requestHash: hash } = await this.sees(this.lead);
    await this.does(this.lead, 'consent-to-request', { hash });
    await this.does(this.twinned, 'consent-to-request', { hash });
    await this.does(this.twinned, 'submit-request');
  }
}
