import {
  documents,
  exampleTerms,
  requestContent,
  signedText,
  type Agreement,
  type Day,
  type Principal,
  type Sealed,
} from '@twinning/domain';
import { cast, JUSTIFIED } from '@twinning/domain/testing';
import { loadState } from '@twinning/read-model';
import { hashOf } from '../commands.js';
import { asRead } from '../database.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { filesIn, type Files } from './papers.js';

/** Carries commands out, whichever way a test sends them; a refusal is thrown. */
export interface Doing {
  /** Gives the agreement's id, new when `agreement` is null. */
  readonly does: (
    who: Principal,
    agreement: string | null,
    type: string,
    payload?: object,
  ) => Promise<string>;
  readonly state: (agreement: string) => Promise<Agreement>;
  readonly files: Files;
}

/** Sends each command to the engine at the agreement's present version. */
export function doingOn(engine: EngineUnderTest): Doing {
  const state = async (id: string) => {
    const found = await loadState(asRead(engine.db), id);
    if (found === null) throw new Error('no such agreement');
    return found;
  };
  return {
    state,
    files: filesIn(engine.db),
    does: async (who, id, type, payload = {}) => {
      const to = id === null ? {} : { agreement: id, version: (await state(id)).version };
      const sent = await engine.send(who, type, payload, to);
      if (!sent.outcome.accepted) throw new Error(`${type}: ${sent.outcome.code}`);
      return sent.agreement;
    },
  };
}

/** ISO/TC 34/SC 5: ASI is P-member, IES O-member. */
export const COMMITTEE = 47878;

/** From the draft of ASI and IES to the registration of a twinning of P-members. */
export async function registered(
  doing: Doing,
  committee: number = COMMITTEE,
  plannedStart = '2027-06-01',
): Promise<string> {
  const id = await approvedPMembers(doing, cast.twinned, committee, plannedStart);
  await doing.does(cast.tpm, id, 'RegisterInGD');
  return id;
}

/** From the draft of ASI and another body to the TPM's approval, ready to be registered. */
export async function approvedPMembers(
  { does, state }: Doing,
  twinned: Principal,
  committee: number = COMMITTEE,
  plannedStart = '2027-06-01',
): Promise<string> {
  const id = await does(cast.lead, null, 'StartDraft', {
    side: 'LEAD',
    type: 'P_MEMBER',
    committee,
  });
  await does(cast.lead, id, 'InvitePartner', { member: twinned.member });
  await does(twinned, id, 'ConfirmPartner');
  await does(cast.lead, id, 'EditRequest', {
    competence: 'Twenty years in food standards.',
    goals: 'Own experts in two working groups.',
    outcome: 'A participating member.',
    plannedStart,
    plannedMonths: 36,
    leadContact: 'lead-rep',
    justifications: JUSTIFIED,
  });
  await does(twinned, id, 'EditRequest', {
    need: 'To comment on drafts in time.',
    twinnedContact: 'twinned-rep',
  });
  const hash = hashOf(requestContent(await state(id)));
  await does(cast.lead, id, 'ConsentToRequest', { hash });
  await does(twinned, id, 'ConsentToRequest', { hash });
  await does(cast.lead, id, 'SubmitRequest');
  await does(cast.tpm, id, 'ApproveByTpm');
  return id;
}

/** Terms proposed, accepted and signed by both, submitted and accepted by the TPM: the start date decides the rest. */
export async function agreed(
  { does, state, files }: Doing,
  id: string,
  dates: { readonly start: Day; readonly end: Day },
  seals: readonly ((message: string) => Sealed)[] = [],
): Promise<void> {
  const { type } = await state(id);
  await does(cast.lead, id, 'ProposeTerms', { changes: exampleTerms(type, dates) });
  for (const who of [cast.lead, cast.twinned]) {
    await does(who, id, 'WaiveTranslation', { language: 'fr' });
  }
  const { documentHash, planHash } = documents(await state(id), hashOf);
  for (const who of [cast.lead, cast.twinned]) {
    await does(who, id, 'AcceptTerms', { documentHash, planHash });
  }
  for (const [who, person] of [
    [cast.lead, cast.leadSignatory.person],
    [cast.twinned, cast.twinnedSignatory.person],
  ] as const) {
    const authority = await files(who, id, 'AUTHORITY');
    await does(who, id, 'DesignateSignatory', { person, authority });
  }
  for (const [i, who] of [cast.leadSignatory, cast.twinnedSignatory].entries()) {
    const originalNo = i + 1;
    const sealed = seals[i]?.(signedText(id, documentHash, originalNo));
    await does(who, id, 'SignAgreement', { documentHash, originalNo, ...sealed });
  }
  await does(cast.lead, id, 'SubmitSignedAgreement');
  await does(cast.tpm, id, 'AcceptDocuments');
}
