import {
  ballotsOver,
  dayAt,
  lastYearsVotes,
  SYSTEM,
  type Agreement,
  type VotingFigure,
} from '@twinning/domain';
import { asRead, asRegistry, storeCommand, type Db, type Executor } from '@twinning/engine';
import { loadParticipation, loadState } from '@twinning/read-model';
import { membershipHistory } from '@twinning/registry';

/** Gathers what registry and record already show for a status-change evaluation (lifecycle.md B7). */
export class EvidenceService {
  constructor(
    private readonly db: Db,
    private readonly executor: Executor,
  ) {}

  /** Idempotent: the command's key is the evaluation's, so a second run gives the stored outcome. */
  async gather(agreement: string, evaluation: string): Promise<void> {
    const state = await loadState(asRead(this.db), agreement);
    if (state === null) return;
    const stored = await storeCommand(this.db, {
      key: `gather/${agreement}/${evaluation}`,
      agreement,
      type: 'RecordGatheredEvidence',
      payload: { evaluation, items: await this.items(state, evaluation) },
      principal: SYSTEM,
      expectedVersion: null,
      correlation: agreement,
    });
    if (stored !== null) await this.executor.execute(stored.id);
  }

  private async items(state: Agreement, evaluation: string) {
    const count = (kind: string) =>
      state.execution.records.filter((r) => r.kind === kind && !r.struck).length;
    const { twinned, committee } = state;
    const history =
      twinned === null || committee === null
        ? []
        : await membershipHistory(asRegistry(this.db), twinned, committee);
    return [
      {
        item: 'STATUS_CHANGES',
        value: history.length,
        reference:
          history
            .map((h) => `${h.status} ${h.from}–${h.to ?? ''}`)
            .join('; ')
            .slice(0, 400) || 'none',
      },
      ...(await this.votes(state, evaluation)),
      { item: 'MEETINGS_HELD', value: count('MEETING') },
      { item: 'TRAININGS_DELIVERED', value: count('TRAINING') },
    ];
  }

  /**
   * Votes of the twinned body, of the ballots on record that are over; nothing where there is none. The exit is judged by
   * its last calendar year as well (rules.md 6.5).
   */
  private async votes({ twinned: member, committee, ruleset, evaluation }: Agreement, id: string) {
    if (member === null || committee === null) return [];
    const opened = evaluation.evaluations.find((e) => e.id === id);
    if (opened === undefined) return [];
    const today = dayAt(opened.openedAt);
    const record = await loadParticipation(asRead(this.db), { member, committee }, ruleset);
    const ballots = ballotsOver(record, today);
    const cast = ballots.filter((ballot) => ballot.voted).length;
    const { year, internal, standards } = lastYearsVotes(record, today);
    const share = (item: string, figure: VotingFigure | null) =>
      figure === null || opened.kind !== 'EXIT'
        ? []
        : [
            {
              item,
              value: figure.percent,
              reference: `${String(year)}: ${String(figure.voted)}/${String(figure.due)}`,
            },
          ];
    return [
      ...(ballots.length === 0
        ? []
        : [
            {
              item: 'VOTES_CAST',
              value: cast,
              reference: `${String(cast)}/${String(ballots.length)}`,
            },
          ]),
      ...share('CIB_PERCENT', internal),
      ...share('STD_PERCENT', standards),
    ];
  }
}
