import type { InactivityCase } from '../participation/state.js';
import type { Verdict } from '../participation/inactivity.js';
import type { Label } from './vocabulary.js';

const both = (en: string, fr: string): Label => ({ en, fr });

const verdict: Readonly<Record<Verdict, Label>> = {
  OK: both('no failing', 'aucun manquement'),
  WARN: both('a warning', 'un avertissement'),
  NOTIFY: both('a failing to be notified', 'un manquement à notifier'),
};

/** How far a case of inactivity has come; the last two are said where there is none. */
const caseStage: Readonly<Record<InactivityCase['stage'] | 'NO_CASE' | 'NOT_DOWNGRADED', Label>> = {
  FOUND: both('found, not notified yet', 'constaté, pas encore notifié'),
  NOTIFIED: both('notified, no reminder sent yet', 'notifié, aucun rappel envoyé'),
  REMINDED: both('reminded, not answered yet', 'rappelé, sans réponse'),
  ANSWERED: both('answered, not judged yet', 'répondu, réponse pas encore appréciée'),
  UNSATISFACTORY: both('answer found wanting', 'réponse jugée insuffisante'),
  WATCHED: both(
    'watched until the next vote or meeting',
    'suivi jusqu’au prochain vote ou réunion',
  ),
  NO_CASE: both('no case is open', 'aucun cas n’est ouvert'),
  NOT_DOWNGRADED: both('it was not downgraded', 'il n’a pas été déclassé'),
};

/** What a step against an inactive member still lacks. */
const hold = {
  NO_CASE: both('no case is open', 'aucun cas n’est ouvert'),
  NO_REMINDER: both('no reminder was sent', 'aucun rappel n’a été envoyé'),
  ANSWER_PERIOD: both('the time to answer is not over', 'le délai de réponse n’est pas écoulé'),
  ANSWER_NOT_JUDGED: both('an answer waits to be judged', 'une réponse attend d’être appréciée'),
  NO_FURTHER_FAILING: both(
    'no further failing since the reminder',
    'aucun nouveau manquement depuis le rappel',
  ),
  FACTS_CORRECTED: both(
    'corrected facts no longer bear the case out',
    'les faits corrigés n’étayent plus le cas',
  ),
  NOT_INACTIVE: both(
    'the last two meetings missed, and no expert, are needed',
    'il faut deux réunions successives manquées et aucun expert',
  ),
} as const satisfies Readonly<Record<string, Label>>;

/** Yes and no, as the sentence that holds them goes on. */
const satisfactory = {
  true: both('satisfactory', 'satisfaisante'),
  false: both('not satisfactory', 'non satisfaisante'),
};
const contributed = {
  true: both('the body contributed to it', 'l’organisme y a contribué'),
  false: both('the body did not contribute to it', 'l’organisme n’y a pas contribué'),
};
const active = {
  true: both('is appointed', 'est nommé'),
  false: both('is no longer appointed', 'n’est plus nommé'),
};

const party = { OWN_BODY: both('the body itself', 'l’organisme lui-même') };

/** The words of the participation of a body in a committee. */
export const participationVocabulary = {
  verdict,
  caseStage,
  hold,
  satisfactory,
  contributed,
  active,
  party,
} as const;
