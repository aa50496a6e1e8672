import { typedOf, type Typed, type TypedGroup } from '../forms/typed.js';
import { dayInWords } from '../calendar.js';
import { knownTo, named, succeeded } from './known-choices.js';
import { modelOf, sideOf, tableOf, type AgreementAnswer } from './model.js';
import { planOf, planToRevise } from './plan.js';
import { agreementTexts } from './texts.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** How a command's form begins, given what is known of the agreement. */
export interface Prefill {
  readonly typed: TypedGroup;
  /** Fields that bind to what the person has just read: shown, never typed. */
  readonly bound: readonly string[];
  /** Ids that exist, so that nobody has to know one. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** What stands already: of this, only what differs is sent. */
  readonly standing: TypedGroup;
  /** What the other partner proposed: sent as it was read, it agrees; null when nothing waits here for an answer. */
  readonly agreeing: Readonly<Record<string, unknown>> | null;
  /** The proposal that waits lacks a translation, and can be agreed only with it. */
  readonly owesTranslation: boolean;
}

const OPEN_EVALUATION = ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'BODY_DECISION', 'APPROVED'];

type Word = (value: string, field: string) => string;

function choicesOf(agreement: AgreementAnswer, word: Word, language: 'en' | 'fr') {
  const { evaluation, oversight, ending, execution } = modelOf(agreement);
  const terms = tableOf(agreement);
  return {
    evaluation: evaluation.evaluations
      .filter((e) => OPEN_EVALUATION.includes(e.stage))
      .map((e) => ({ value: e.id, text: `${e.id} – ${word(e.kind, 'kind')}` })),
    escalation: oversight.escalations
      .filter((e) => e.open)
      .map((e) => ({ value: e.id, text: `${e.id} – ${e.text ?? word(e.trigger, 'cause')}` })),
    clause: terms.documents.clauses
      .filter((c) => c.kind !== 'locked')
      .map((c) => ({ value: c.clause, text: c.title[language] })),
    proposal: terms.proposals
      .filter((p) => !p.withdrawn && p.counteredBy === null)
      .map((p) => ({ value: p.id, text: `${p.id} – ${word(p.side, 'side')}` })),
    appeal: ending.appeals.map((a) => ({ value: a.id, text: a.id })),
    of: execution.records
      .filter((r) => !r.struck)
      .map((r) => ({ value: r.id, text: `${r.id} – ${word(r.kind, 'kind')}, ${r.on}` })),
  };
}

/** Things that a field names in these commands only: elsewhere a field of the same name has values of its own. */
function choicesFor(
  command: string,
  agreement: AgreementAnswer,
  word: Word,
  language: 'en' | 'fr',
): Readonly<Record<string, readonly Choice[]>> {
  switch (command) {
    case 'LodgeAppeal':
      return { decision: decisionsOf(agreement, language) };
    case 'ProvideEvidence':
      return { item: itemsOf(agreement, word) };
    case 'RecordMilestone': {
      const { milestones, workPackages } = planOf(agreement);
      return {
        item: [...milestones, ...workPackages].map(({ id, title }) => named(id, title)),
      };
    }
    case 'UpdateTaskShare':
      return { item: planOf(agreement).tasks.map(({ id, task }) => named(id, task)) };
    case 'AcceptNomination':
    case 'DeclineNomination':
      return {
        person: modelOf(agreement)
          .request.nominees.filter(({ vacant }) => !vacant)
          .map(({ person, side }) => ({
            value: person,
            text: `${person} – ${word(side, 'side')}`,
          })),
      };
    case 'RecordSuccession':
      return succeeded(agreement);
    case 'DeclineJointAct':
    case 'RetractJointAct':
      return {
        kind: agreement.jointActs.map(({ kind }) => ({ value: kind, text: word(kind, 'kind') })),
      };
    case 'CompleteCorrectiveAction':
      return {
        action: modelOf(agreement)
          .oversight.actions.filter((a) => !a.confirmed)
          .map((a) => ({ value: a.id, text: `${a.id} – ${a.text}` })),
      };
    default:
      return {};
  }
}

/** Fields inside others, and those whose only value may still be the wrong one. */
const NEVER_FILLED = ['clause', 'check', 'rule'];

/** What can be shown in the evaluations that collect evidence: nobody has to know its code. */
function itemsOf(agreement: AgreementAnswer, word: Word): readonly Choice[] {
  const collecting = modelOf(agreement).evaluation.evaluations.filter(
    ({ stage }) => stage === 'EVIDENCE_COLLECTION',
  );
  const items = new Set(collecting.flatMap((e) => e.items));
  return [...items].map((value) => ({ value, text: word(value, 'item') }));
}

/** Decisions that can still be appealed, as one reads them: only here does the field `decision` mean one of them. */
function decisionsOf(agreement: AgreementAnswer, language: 'en' | 'fr'): readonly Choice[] {
  const { kinds } = agreementTexts[language].appeals;
  const kindOf = (kind: string) => (kinds as Readonly<Record<string, string>>)[kind] ?? kind;
  return modelOf(agreement)
    .ending.decisions.filter(({ final }) => !final)
    .map(({ id, kind, decidedOn }) => ({
      value: id,
      text: `${id} – ${kindOf(kind)}, ${dayInWords(decidedOn, language)}`,
    }));
}

const openYear = (agreement: AgreementAnswer): string => {
  const { reviews } = modelOf(agreement).oversight;
  const open = reviews.find((r) => ['OPEN', 'MISSING', 'COMPLETE'].includes(r.stage));
  return String(open?.year ?? reviews.at(-1)?.year ?? '');
};

const openAmendment = (agreement: AgreementAnswer) =>
  modelOf(agreement).execution.amendments.find((a) => a.stage === 'OPEN');

/** The text that a command signs, by its hash, and the number of the original that this makes; null when it signs none. */
export function textToSign(
  command: string,
  shown: TypedGroup,
  agreement: AgreementAnswer,
): { readonly hash: string; readonly originalNo: number } | null {
  const said = (name: string) => (typeof shown[name] === 'string' ? shown[name] : '');
  if (command === 'SignAgreement') {
    return { hash: said('documentHash'), originalNo: Number(said('originalNo')) };
  }
  if (command !== 'SignAmendment') return null;
  const already = openAmendment(agreement)?.signed.length ?? 0;
  return { hash: said('hash'), originalNo: already + 1 };
}

const tableHashes = (agreement: AgreementAnswer) => {
  const { documentHash, planHash } = tableOf(agreement).documents;
  return { documentHash, planHash };
};

const ISSUED_WITH_YEAR = [
  'SubmitAnnualAssessment',
  'CompleteTpmSection',
  'ConcludeAnnualReview',
  'RecordPMemberFeedback',
];

function knownOf(command: string, agreement: AgreementAnswer, member: number | null): TypedGroup {
  const { negotiation } = modelOf(agreement);
  const { documentHash } = negotiation.documents;
  const side = sideOf(agreement, member);
  if (ISSUED_WITH_YEAR.includes(command)) return { year: openYear(agreement) };
  switch (command) {
    case 'ConsentToRequest':
      return { hash: agreement.requestHash };
    case 'AcceptTerms':
      return tableHashes(agreement);
    case 'SignAmendment': {
      const open = openAmendment(agreement);
      return open === undefined ? {} : { hash: open.hash };
    }
    case 'WaiveTranslation':
      return { language: negotiation.language === 'en' ? 'fr' : 'en' };
    case 'SignAgreement':
      return { documentHash, originalNo: side === 'TWINNED' ? '2' : '1' };
    default:
      return {};
  }
}

/** What the command changes, as it stands; an answer to the other partner begins with what that one proposed. */
function standingOf(command: string, agreement: AgreementAnswer, isAnswer: boolean): TypedGroup {
  if (command === 'EditRequest') return typedOf(modelOf(agreement).request.form) as TypedGroup;
  return command === 'RevisePlan' && !isAnswer
    ? (typedOf(planToRevise(agreement).parts) as TypedGroup)
    : {};
}

/** The words of a revision are in the language of what it revises, else in that in which the person reads. */
const languageOf = (command: string, agreement: AgreementAnswer, reads: 'en' | 'fr') =>
  (command === 'RevisePlan' ? planToRevise(agreement).language : null) ?? reads;

const BOUND: Readonly<Record<string, readonly string[]>> = {
  ConsentToRequest: ['hash'],
  AcceptTerms: ['documentHash', 'planHash'],
  SignAgreement: ['documentHash'],
  SignAmendment: ['hash'],
  AcceptClause: ['clause', 'hash'],
  RejectClause: ['clause', 'hash'],
  CommentClause: ['clause'],
  TranslateClause: ['clause', 'ofHash', 'language', 'replaces'],
};

/** Whose words have a language: at first that in which the person reads and so, most often, writes. */
const IN_A_LANGUAGE = ['AmendAgreement', 'RevisePlan'];

/** The open proposal of the other partner that this command agrees to. */
function proposedTo(command: string, agreement: AgreementAnswer, member: number | null) {
  const own = sideOf(agreement, member);
  const act = agreement.jointActs.find(({ kind, side }) => kind === command && side !== own);
  return own === null || act === undefined ? null : act.content;
}

const lacksTranslation = (command: string, { jointActs }: AgreementAnswer): boolean => {
  // Absent in answers that a browser kept from before it was told.
  const act: { readonly untranslated?: readonly string[] } | undefined = jointActs.find(
    ({ kind }) => kind === command,
  );
  return (act?.untranslated?.length ?? 0) > 0;
};

/** The beginning of a form; `given` comes with the link that led to it. */
export function prefillOf(
  command: string,
  agreement: AgreementAnswer,
  member: number | null,
  given: Readonly<Record<string, string>>,
  word: Word,
  language: 'en' | 'fr',
): Prefill {
  const agreeing = proposedTo(command, agreement, member);
  const standing = standingOf(command, agreement, agreeing !== null);
  const typed: Record<string, Typed> = {
    ...knownOf(command, agreement, member),
    ...standing,
    ...(agreeing === null &&
      IN_A_LANGUAGE.includes(command) && { language: languageOf(command, agreement, language) }),
    ...(typedOf(agreeing ?? {}) as TypedGroup),
  };
  const choices = {
    ...choicesOf(agreement, word, language),
    ...choicesFor(command, agreement, word, language),
    ...knownTo(command, agreement),
  };
  for (const [name, list] of Object.entries(choices)) {
    const [only] = list;
    const isFilled = !name.startsWith('/') && !NEVER_FILLED.includes(name);
    if (list.length === 1 && only !== undefined && isFilled) typed[name] ??= only.value;
  }
  const { clauses } = tableOf(agreement).documents;
  const clause = clauses.find((c) => c.clause === given['clause']);
  if (clause?.hash != null && ['AcceptClause', 'RejectClause'].includes(command)) {
    typed['hash'] = clause.hash;
  }
  Object.assign(typed, given);
  return {
    typed,
    bound: (BOUND[command] ?? []).filter((name) => typed[name] !== undefined),
    choices,
    standing,
    agreeing,
    owesTranslation: lacksTranslation(command, agreement),
  };
}

/** The part of a form that differs from what stands already. */
export const changedPart = (typed: TypedGroup, standing: TypedGroup): TypedGroup =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(standing[name] ?? ''),
    ),
  );
