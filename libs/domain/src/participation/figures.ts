import { yearOf, type Day } from '../calendar/day.js';
import { evaluateInactivity, type InactivityRule } from './inactivity.js';
import { factsOf, rulesOfParticipation, type Participation } from './state.js';

/** How many of the ballots due were voted on, in whole percent rounded down. */
export interface VotingFigure {
  readonly due: number;
  readonly voted: number;
  readonly percent: number;
}

/** The last calendar year of a P-member; null where no ballot of the kind was due. */
export interface VotingFigures {
  readonly year: number;
  /** Internal ballots (I-CIB). */
  readonly internal: VotingFigure | null;
  /** DIS, FDIS and systematic reviews (I-STD). */
  readonly standards: VotingFigure | null;
}

/**
 * I-CIB and I-STD of the calendar year before `today` (rules.md 6.2): the ballots that the rules of inactivity count, so
 * none on Guides, none from before the body was P, and an abstention is a vote.
 */
export function lastYearsVotes(state: Participation, today: Day): VotingFigures {
  const year = yearOf(today) - 1;
  const { findings } = evaluateInactivity(factsOf(state, today), year, rulesOfParticipation(state));
  const figure = (rule: InactivityRule): VotingFigure | null => {
    const found = findings.find((f) => f.rule === rule);
    if (found === undefined || found.due === 0) return null;
    const voted = found.due - found.missed;
    return { due: found.due, voted, percent: Math.floor((100 * voted) / found.due) };
  };
  return { year, internal: figure('PM-8(b)'), standards: figure('PM-10') };
}

/** The ballots that are over and asked for a vote; of a P-member those since it is P. */
export const ballotsOver = (
  { ballots, pSince }: Participation,
  today: Day,
): Participation['ballots'] =>
  ballots.filter(
    (b) => !b.guide && b.closesOn < today && (pSince === null || b.closesOn >= pSince),
  );
