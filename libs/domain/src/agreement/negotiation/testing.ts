import { addMonths, day, type Day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { ASI, cast, COMMITTEE, IES, usualFacts } from '../../testing/people.js';
import { Story, testHash } from '../../testing/story.js';
import { documents, type ClauseView } from './documents.js';
import { exampleTerms, exampleValues } from './example.js';
import { openNegotiation } from './open.js';
import type { Language } from './state.js';
import type { Dates } from './term.js';

export const AUTHORITY = 'a'.repeat(64);

/** The usual term of the stories: five full years inside the three months. */
export const TERM: Dates = { start: day('2027-10-01'), end: day('2032-09-30') };

export interface Setting {
  readonly type?: TwinningType;
  readonly registeredOn?: Day;
  readonly language?: Language;
}

/** ASI and IES on the day of their registration: AGREEMENT_PENDING, nothing written yet. */
export function negotiating(setting: Setting = {}): Story {
  const { type = 'P_MEMBER', registeredOn = day('2027-08-31'), language = 'en' } = setting;
  const story = new Story(`${registeredOn}T10:00:00Z`, usualFacts);
  return story.given(
    event('TwinningDraftStarted', {
      side: 'LEAD',
      member: ASI,
      type,
      committee: COMMITTEE,
      workingGroup: type === 'CONVENOR' ? 'WG 4' : null,
      ruleset: 'brochure-2021',
    }),
    event('PartnerConfirmed', { member: IES, side: 'TWINNED' }),
    event('ArrangementRegisteredInGd', {
      registeredOn,
      agreementDueOn: addMonths(registeredOn, 3),
      claims: [],
    }),
    openNegotiation({ type }, language, testHash),
  );
}

/** Both documents as the partners read them now. */
export const readBy = (story: Story) => documents(story.state, testHash);

export function clauseIn(story: Story, clause: string): ClauseView {
  const found = readBy(story).clauses.find((c) => c.clause === clause);
  if (found === undefined) throw new Error(`No clause ${clause} in this template.`);
  return found;
}

export const hashOf = (story: Story, clause: string): string => clauseIn(story, clause).hash ?? '';

/** What `AcceptTerms` binds to now. */
export const pairOf = (story: Story) => {
  const { documentHash, planHash } = readBy(story);
  return { documentHash, planHash };
};

/** The lead has proposed a complete agreement and plan. */
export function written(setting: Setting = {}, dates: Dates = TERM): Story {
  const story = negotiating(setting);
  story.does(cast.lead, 'ProposeTerms', {
    changes: exampleTerms(story.state.type, dates, setting.language),
  });
  return story;
}

/** Both do without the other language. */
export function waived(setting: Setting = {}, dates: Dates = TERM): Story {
  const story = written(setting, dates);
  const language = setting.language === 'fr' ? 'en' : 'fr';
  story.does(cast.lead, 'WaiveTranslation', { language });
  story.does(cast.twinned, 'WaiveTranslation', { language });
  return story;
}

/** Every clause in words has its translation, by the twinned partner. */
export function translated(setting: Setting = {}, dates: Dates = TERM): Story {
  const story = written(setting, dates);
  const language = setting.language === 'fr' ? 'en' : 'fr';
  const values = exampleValues(story.state.type, dates, language);
  for (const { clause, hash, untranslated } of readBy(story).clauses) {
    if (untranslated.length === 0) continue;
    const payload = { clause, ofHash: hash, language, value: values[clause] };
    story.does(cast.twinned, 'TranslateClause', payload);
  }
  return story;
}

/** Both have accepted the same text, in one language. */
export function frozen(setting: Setting = {}, dates: Dates = TERM): Story {
  const story = waived(setting, dates);
  bothAccept(story);
  return story;
}

export function bothAccept(story: Story): void {
  story.does(cast.lead, 'AcceptTerms', pairOf(story));
  story.does(cast.twinned, 'AcceptTerms', pairOf(story));
}

/** Both bodies have named their signatory. */
export function designated(setting: Setting = {}, dates: Dates = TERM): Story {
  const story = frozen(setting, dates);
  const { lead, leadSignatory, twinned, twinnedSignatory } = cast;
  story.does(lead, 'DesignateSignatory', { person: leadSignatory.person, authority: AUTHORITY });
  story.does(twinned, 'DesignateSignatory', {
    person: twinnedSignatory.person,
    authority: AUTHORITY,
  });
  return story;
}

export function bothSign(story: Story): void {
  const { documentHash } = pairOf(story);
  story.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1 });
  story.does(cast.twinnedSignatory, 'SignAgreement', { documentHash, originalNo: 2 });
}

export function signed(setting: Setting = {}, dates: Dates = TERM): Story {
  const story = designated(setting, dates);
  bothSign(story);
  return story;
}

/** The documents lie with the TPM since `on`. */
export function submitted(on: string, dates: Dates = TERM, setting: Setting = {}): Story {
  const story = signed(setting, dates);
  story.until(on);
  story.does(cast.lead, 'SubmitSignedAgreement');
  return story;
}
