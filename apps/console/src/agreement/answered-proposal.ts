import { tableOf, type AgreementAnswer, type Clause, type Side } from './model.js';

/** The other side’s proposal that another wording of this clause answers; null where none waits for this side. */
export function answeredProposal(
  agreement: AgreementAnswer,
  { clause, hash }: Pick<Clause, 'clause' | 'hash'>,
  own: Side | null,
): string | null {
  const { clauses, proposals, documents } = tableOf(agreement);
  const stands = (id: string, of: string | null) =>
    of === null ? undefined : clauses[id]?.findLast((version) => version.hash === of);
  const id = stands(clause, hash)?.proposal;
  const proposal = proposals.find((each) => each.id === id);
  if (own === null || proposal === undefined || proposal.side === own) return null;
  // A counter-proposal to what is answered already is refused.
  const waits = proposal.clauses.some((each) => {
    const now = documents.clauses.find((c) => c.clause === each);
    const version = now === undefined ? undefined : stands(each, now.hash);
    return (
      version?.proposal === proposal.id &&
      version.rejected === null &&
      !version.acceptedBy.includes(own)
    );
  });
  return waits && !proposal.withdrawn ? proposal.id : null;
}
