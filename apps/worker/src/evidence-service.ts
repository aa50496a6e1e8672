import { SYSTEM, type Agreement } from '@twinning/domain';
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
      payload: { evaluation, items: await this.items(state) },
      principal: SYSTEM,
      expectedVersion: null,
      correlation: agreement,
    });
    if (stored !== null) await this.executor.execute(stored.id);
  }

  private async items(state: Agreement) {
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
      ...(await this.votes(state)),
      { item: 'MEETINGS_HELD', value: count('MEETING') },
      { item: 'TRAININGS_DELIVERED', value: count('TRAINING') },
    ];
  }

  /** Votes of the twinned body, of the ballots on record; nothing where no ballot has been recorded. */
  private async votes({ twinned: member, committee, ruleset }: Agreement) {
    if (member === null || committee === null) return [];
    const pair = { member, committee };
    const { ballots } = await loadParticipation(asRead(this.db), pair, ruleset);
    const cast = ballots.filter((ballot) => ballot.voted).length;
    return ballots.length === 0
      ? []
      : [
          {
            item: 'VOTES_CAST',
            value: cast,
            reference: `${String(cast)}/${String(ballots.length)}`,
          },
        ];
  }
}
