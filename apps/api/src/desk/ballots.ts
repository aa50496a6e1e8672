import {
  currentBallot,
  hasNotVoted,
  hasQuorum,
  isDecided,
  sharesOf,
  tallyOf,
} from '@twinning/domain';
import type { DeskRow } from '@twinning/read-model';
import type { Names } from '../registry/names.js';

/** The ballot that counts, as its secretariat follows it: the pack, the tally, who has not voted. */
export function ballotOf({ state }: DeskRow, names: Names) {
  const ballot = currentBallot(state.approval);
  if (ballot === null) return [];
  const shares = sharesOf(state);
  const tally = tallyOf(ballot.entitled, ballot.votes);
  return [
    {
      ballot: ballot.id,
      openedAt: ballot.openedAt,
      closesOn: ballot.closesOn,
      extended: ballot.extended,
      closedAt: ballot.closedAt,
      outcome: ballot.outcome,
      tally,
      quorate: hasQuorum(tally, shares),
      decided: isDecided(tally, shares),
      waitingFor: hasNotVoted(ballot).map((body) => names.member(body) ?? String(body)),
      votes: ballot.votes.map(({ body, choice, comment }) => ({
        body: names.member(body) ?? String(body),
        choice,
        comment,
      })),
      assessment: state.approval.assessment,
      need: state.proposal.form.need,
    },
  ];
}
