import type { Product } from './product.js';

/** ISO/TC 34/SC 5: ASI takes part as P-member, IES observes. */
export const COMMITTEE = 47878;

type Act = Parameters<Product['act']>;

/** Acts and waits until that is carried out, also on a machine so busy that the answer is 202 at first. */
async function must(product: Product, ...of: Act): Promise<Record<string, unknown>> {
  const { status, body } = await product.act(...of);
  if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
  for (let told = body; status === 202 && told['status'] === 'STORED'; ) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    ({ body: told } = await product.get(of[0], String(body['at'])));
  }
  return body;
}

/** A draft of ASI for IES with the partner confirmed; answers the agreement's id. */
export async function confirmedDraft(product: Product, committee = COMMITTEE): Promise<string> {
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee };
  const { agreement } = (await must(product, 'asi.rep', null, 'start-draft', draft)) as {
    agreement: string;
  };
  await must(product, 'asi.rep', agreement, 'invite-partner', { member: 1725 });
  await must(product, 'ies.rep', agreement, 'confirm-partner');
  return agreement;
}

/** A request that both partners have submitted. */
export async function submittedRequest(product: Product, committee = COMMITTEE): Promise<string> {
  const agreement = await confirmedDraft(product, committee);
  await must(product, 'asi.rep', agreement, 'edit-request', {
    competence: 'Twenty years in food standards.',
    goals: 'Own experts in two working groups.',
    outcome: 'A participating member.',
    plannedStart: '2027-06-01',
    plannedMonths: 36,
    leadContact: 'asi.rep',
    justifications: [
      { check: 'CLAIM_HELD', text: 'The other twinning there ends first.' },
      { check: 'JOINT_COMMITTEE_CHECK', text: 'Its supplement was read.' },
      { check: 'PREDECESSOR_ROLE_IN_GD', text: 'The entry is being removed.' },
    ],
  });
  await must(product, 'ies.rep', agreement, 'edit-request', {
    need: 'To comment on drafts in time.',
    twinnedContact: 'ies.rep',
  });
  const { requestHash: hash } = (await product.get('asi.rep', `/v1/agreements/${agreement}`)).body;
  await must(product, 'asi.rep', agreement, 'consent-to-request', { hash });
  await must(product, 'ies.rep', agreement, 'consent-to-request', { hash });
  await must(product, 'ies.rep', agreement, 'submit-request');
  return agreement;
}
