import {
  addDays,
  addMonths,
  exampleTerms,
  exampleValues,
  hasWords,
  type Day,
} from '@twinning/domain';
import type { Messages } from '../messages/index.js';
import { paperSaying } from './paper.js';
import { idOf, monthsOf, rep, signatory, type Pair } from './pair.js';
import type { Stage } from './stage.js';
import { WORDS } from './words.js';

/** Moves the clock of the story to a civil day (about noon in Geneva); never back. */
export type GoTo = (on: Day) => Promise<void>;
export type Tell = (what: string) => Promise<void>;

export type Wishes = Readonly<Record<'need' | 'answer' | 'goals' | 'outcome', string>>;

/** ISO/IEC JTC 1, which has a supplement of its own. */
const JTC_1 = 45020;

/** A P-member twinning, step by step, as its people would enter it. Each step leaves the story at a resting point. */
export class Script {
  protected readonly words: (typeof WORDS)['en' | 'fr'];

  constructor(
    protected readonly stage: Stage,
    protected readonly goTo: GoTo,
    protected readonly tell: Tell,
    readonly pair: Pair,
    protected readonly story: Messages['story'],
  ) {
    this.words = WORDS[pair.language];
  }

  /** What the partners want of each other. */
  protected get wishes(): Wishes {
    return this.words;
  }

  /** Days before the start; registration lies 85 days before it, inside the three months. */
  protected before(days: number): Promise<void> {
    return this.goTo(addDays(this.pair.start, -days));
  }

  async draft(): Promise<void> {
    const { lead, committee, type = 'P_MEMBER', workingGroup } = this.pair;
    await this.before(125);
    await this.stage.act(rep(lead), 'start-draft', {
      side: 'LEAD',
      type,
      committee,
      ...(workingGroup !== undefined && { workingGroup }),
    });
    await this.tell(this.story.draft(lead));
  }

  async invite(): Promise<void> {
    const { lead, twinned } = this.pair;
    await this.stage.act(rep(lead), 'invite-partner', { member: idOf(twinned) });
    await this.tell(this.story.invite(lead, twinned));
  }

  async confirm(): Promise<void> {
    await this.before(120);
    await this.stage.act(rep(this.pair.twinned), 'confirm-partner');
    await this.tell(this.story.confirm(this.pair.twinned));
  }

  async request(): Promise<void> {
    const { lead, twinned, start, committee } = this.pair;
    const { words } = this;
    const { need, answer, goals, outcome } = this.wishes;
    await this.before(112);
    await this.stage.act(rep(twinned), 'record-self-assessment', {
      part: 'NEED',
      answers: [{ question: words.question, answer }],
    });
    await this.stage.act(rep(twinned), 'edit-request', {
      need,
      twinnedContact: rep(twinned),
    });
    await this.stage.act(rep(lead), 'edit-request', {
      competence: words.competence,
      goals,
      outcome,
      plannedStart: start,
      plannedMonths: monthsOf(this.pair),
      leadContact: rep(lead),
      justifications: [
        ...['LEAD', 'TWINNED'].map((side) => ({
          check: `SUGGESTED_EXPERIENCE:${side}`,
          text: words.justification,
        })),
        ...(committee === JTC_1 ? [{ check: 'JOINT_COMMITTEE_CHECK', text: words.joint }] : []),
      ],
    });
    await this.tell(this.story.request);
  }

  async submit(): Promise<void> {
    const { lead, twinned } = this.pair;
    await this.before(108);
    const { requestHash: hash } = await this.stage.look();
    await this.stage.act(rep(lead), 'consent-to-request', { hash });
    await this.stage.act(rep(twinned), 'consent-to-request', { hash });
    await this.stage.act(rep(twinned), 'submit-request');
    await this.tell(this.story.submit);
  }

  async approve(): Promise<void> {
    await this.before(98);
    await this.stage.act('tpm', 'approve-by-tpm');
    await this.tell(this.story.approve);
  }

  async register(): Promise<void> {
    await this.before(88);
    await this.stage.act('tpm', 'register-in-gd', { language: this.pair.language });
    await this.tell(this.story.register);
  }

  async propose(): Promise<void> {
    const { lead, start, end, language, type = 'P_MEMBER' } = this.pair;
    await this.before(75);
    await this.stage.act(rep(lead), 'propose-terms', {
      changes: exampleTerms(type, { start, end }, language),
    });
    await this.tell(this.story.propose(lead));
  }

  /** French-speaking pairs keep their agreement in both languages; the others do without a translation. */
  private async settleLanguages(): Promise<void> {
    const { lead, twinned, start, end, language, type = 'P_MEMBER' } = this.pair;
    const other = language === 'en' ? 'fr' : 'en';
    if (language === 'en') {
      await this.stage.act(rep(lead), 'waive-translation', { language: other });
      await this.stage.act(rep(twinned), 'waive-translation', { language: other });
      return;
    }
    const values = exampleValues(type, { start, end }, other);
    const { clauses } = (await this.stage.look()).negotiation.documents;
    // Told again after an interruption, a story does the same acts in the same order, whatever has been done.
    for (const { clause, hash } of clauses) {
      const value = values[clause];
      if (!hasWords(value)) continue;
      const translation = { clause, ofHash: hash, language: other, value };
      await this.stage.act(rep(lead), 'translate-clause', translation);
    }
  }

  async agree(): Promise<void> {
    const { lead, twinned } = this.pair;
    await this.before(60);
    await this.settleLanguages();
    const { documentHash, planHash } = (await this.stage.look()).negotiation.documents;
    await this.stage.act(rep(twinned), 'accept-terms', { documentHash, planHash });
    await this.stage.act(rep(lead), 'accept-terms', { documentHash, planHash });
    await this.tell(this.story.agree);
  }

  async sign(): Promise<void> {
    const { lead, twinned } = this.pair;
    await this.before(50);
    for (const [originalNo, side] of [lead, twinned].entries()) {
      const { title, text } = this.words.papers.authority;
      const paper = paperSaying(title, text(signatory(side), side));
      await this.stage.act(rep(side), 'designate-signatory', {
        person: signatory(side),
        authority: await this.stage.files(rep(side), 'AUTHORITY', paper),
      });
      const { documentHash } = (await this.stage.look()).negotiation.documents;
      await this.stage.act(signatory(side), 'sign-agreement', {
        documentHash,
        originalNo: originalNo + 1,
      });
    }
    await this.stage.act(rep(lead), 'submit-signed-agreement');
    await this.tell(this.story.sign);
  }

  async accept(): Promise<void> {
    await this.before(40);
    await this.stage.act('tpm', 'accept-documents');
    await this.tell(this.story.accept);
  }

  /** Quarterly meetings, one training and the annual review of the n-th year in force (1 = first). */
  async year(n: number, until: Day = this.pair.end): Promise<void> {
    const { lead, twinned, start } = this.pair;
    const { words } = this;
    for (const quarter of [1, 2, 3, 4]) {
      const on = addMonths(start, (n - 1) * 12 + quarter * 3);
      const anniversary = addMonths(start, n * 12);
      if (quarter === 4) await this.review(anniversary, until);
      if (on >= until || on >= this.pair.end) return;
      await this.goTo(on);
      await this.stage.act(rep(quarter % 2 === 1 ? lead : twinned), 'record-meeting', {
        on,
        mode: quarter === 4 ? 'IN_PERSON' : 'REMOTE',
        text: words.meeting,
      });
      if (quarter === 2) {
        await this.stage.act(rep(lead), 'record-training', {
          on,
          text: words.training,
          people: 12,
        });
      }
    }
    await this.tell(this.story.year(String(n)));
  }

  private async review(anniversary: Day, until: Day): Promise<void> {
    const { lead, twinned, end } = this.pair;
    const on = addDays(anniversary, -20);
    if (on >= until || anniversary > end) return;
    await this.goTo(on);
    const year = Number(anniversary.slice(0, 4));
    for (const side of [lead, twinned]) {
      await this.stage.act(rep(side), 'submit-annual-assessment', {
        year,
        rating: 4,
        text: this.words.review,
      });
    }
    await this.stage.act('tpm', 'record-p-member-feedback', { year, survey: null });
    await this.stage.act('tpm', 'complete-tpm-section', { year, text: this.words.tpm });
    await this.stage.act('tmb.sec', 'conclude-annual-review', { year, outcome: 'SATISFACTORY' });
  }

  /** The window before the end: evidence from both partners and the TPM, the readiness review. */
  async evaluate(): Promise<void> {
    const { lead, twinned, end } = this.pair;
    const on = addDays(addMonths(end, -3), 5);
    await this.goTo(on);
    await this.stage.act(rep(lead), 'record-activity', { on, text: this.words.meeting });
    const id = await this.evaluation();
    const evidence: readonly (readonly [string, string, number])[] = [
      [rep(twinned), 'PM2_DECLARATION', 1],
      [rep(twinned), 'BALLOT_VOTER', 1],
      [rep(twinned), 'NMC_SET_UP', 1],
      [rep(twinned), 'NMC_STAKEHOLDER_CATEGORIES', 4],
      [rep(twinned), 'NMC_MINUTES', 3],
      [rep(twinned), 'NMC_PROCEDURE', 1],
      [rep(lead), 'MEETING_ATTENDED', 1],
      [rep(lead), 'COMMENT_SETS', 3],
      [rep(twinned), 'CIB_PERCENT', 92],
      [rep(twinned), 'STD_PERCENT', 100],
      [rep(twinned), 'EXPERT_NAMED', 1],
      [rep(lead), 'DIRECTIVES_TRAINING', 1],
      [rep(lead), 'BALLOTING_TRAINING', 1],
      ['tpm', 'EXPERT_ACTIVE', 1],
      [rep(twinned), 'STAFF_FTE_PERCENT', 30],
    ];
    for (const [person, item, value] of evidence) {
      await this.stage.act(person, 'provide-evidence', { evaluation: id, item, value });
    }
    for (const person of [rep(lead), rep(twinned), 'tpm']) {
      await this.stage.act(person, 'close-evidence', { evaluation: id });
    }
    await this.tell(this.story.evaluate);
  }

  async becomeP(): Promise<void> {
    const { twinned, end } = this.pair;
    await this.goTo(addDays(addMonths(end, -2), 0));
    const evaluation = await this.evaluation();
    await this.stage.act(rep(twinned), 'decide-own-status', { evaluation, decision: 'DECLARE_P' });
    const since = addDays(addMonths(end, -2), 10);
    await this.goTo(since);
    await this.stage.act('iso.cs', 'confirm-effective', { evaluation, since });
    await this.tell(this.story.becomeP(twinned));
  }

  async close(): Promise<void> {
    const { lead, twinned, end } = this.pair;
    await this.goTo(addDays(end, 3));
    for (const side of [lead, twinned]) {
      await this.stage.act(rep(side), 'file-closure-report', { text: this.words.closure });
    }
    await this.stage.act('iso.cs', 'confirm-gd-roles-removed');
    await this.tell(this.story.close);
  }

  private async evaluation(): Promise<string> {
    const { evaluations } = (await this.stage.look()).evaluation;
    const open = evaluations.find(
      (e) => e.kind === 'O_TO_P' && !['REFUSED', 'WITHDRAWN'].includes(e.stage),
    );
    if (open === undefined) throw new Error('No evaluation O→P is open.');
    return open.id;
  }
}
