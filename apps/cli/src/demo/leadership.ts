import { addDays } from '@twinning/domain';
import { paperSaying } from './paper.js';
import { idOf, rep } from './pair.js';
import { Script, type Wishes } from './script.js';

/** Bodies of the demonstration's TMB. */
const BOARD = ['ANSI', 'BSI', 'DIN', 'GSA', 'JISC', 'NEN', 'SAC', 'SIS'];

const nomineeOf = (acronym: string): string => `${acronym.toLowerCase()}.nominee`;

/** The twinning of an office: both bodies nominate a person, and the TMB or the committee decides. */
export class LeadershipScript extends Script {
  protected override get wishes(): Wishes {
    return this.words.leadership;
  }

  override async request(): Promise<void> {
    const { lead, twinned } = this.pair;
    await super.request();
    const theirs = await this.nominee('LEAD', lead);
    const own = await this.nominee('TWINNED', twinned);
    await this.stage.act(rep(lead), 'edit-request', { nominees: [theirs] });
    await this.stage.act(rep(twinned), 'edit-request', { nominees: [theirs, own] });
    for (const side of [lead, twinned]) {
      await this.stage.act(rep(side), 'accept-nomination', { person: nomineeOf(side) });
    }
  }

  /** The person whom a body names, with a CV that it has filed. */
  private async nominee(side: 'LEAD' | 'TWINNED', body: string) {
    const person = nomineeOf(body);
    const { title, text } = this.words.papers.cv;
    const cv = await this.stage.files(rep(body), 'CV', paperSaying(title, text(person, body)));
    return { side, person, cv, delegate: false, categoryC: false };
  }

  /** A ballot in which the first bodies of the board have voted. */
  async ballot(voted: number): Promise<void> {
    await this.before(106);
    const { title, text } = this.words.papers.statistics;
    const paper = paperSaying(title, text(this.pair.lead, this.pair.twinned));
    await this.stage.act('tpm', 'record-tpm-assessment', {
      text: this.words.assessment,
      statistics: await this.stage.files('tpm', 'OTHER', paper),
    });
    await this.before(104);
    await this.stage.act('tmb.sec', 'open-tmb-ballot', { entitled: BOARD.map(idOf) });
    for (const body of BOARD.slice(0, voted)) {
      await this.stage.act(`${body.toLowerCase()}.tmb`, 'cast-tmb-vote', { choice: 'APPROVE' });
    }
  }

  override async approve(): Promise<void> {
    await this.ballot(BOARD.length);
    await this.stage.act('tmb.sec', 'close-tmb-ballot-early');
    await this.before(98);
    await this.stage.act('tmb.sec', 'record-tmb-decision', {
      basis: 'BALLOT',
      approved: 'YES',
      reference: 'TMB 41',
      decidedOn: addDays(this.pair.start, -98),
    });
    await this.tell(this.story.approve);
  }

  override async register(): Promise<void> {
    await this.before(88);
    await this.stage.act('tmb.sec', 'register-in-gd', { language: this.pair.language });
    await this.tell(this.story.register);
  }
}
