import { describe, expect, it } from '@jest/globals';
import { placeholders } from '../texts/fill.js';
import { refusalText } from '../texts/index.js';
import { participationCommands } from './decide.js';
import { evolvers } from './evolve.js';
import { sentenceOfParticipationDeadline, sentenceOfParticipationEvent } from './sentences.js';
import { ballot, Membership, reminded, remindedOfCibs } from './testing.js';
import { textsEn, textsFr } from './texts.js';
import { participationDeadlines } from './timers.js';

const PARTS = ['commands', 'events', 'timers'] as const;
const keys = (record: object): readonly string[] => Object.keys(record).sort();

describe('the texts of a participation', () => {
  it('name every command and every event in both languages, no others', () => {
    expect(keys(textsEn.commands)).toEqual(keys(participationCommands));
    expect(keys(textsEn.events)).toEqual(keys(evolvers));
    for (const part of PARTS) expect(keys(textsFr[part])).toEqual(keys(textsEn[part]));
  });

  it('use the same fields in both languages and the apostrophe as it is printed', () => {
    for (const part of PARTS) {
      for (const [key, en] of Object.entries(textsEn[part])) {
        const fr = textsFr[part][key] ?? '';
        expect({ key, fields: placeholders(fr) }).toEqual({ key, fields: placeholders(en) });
        expect(en + fr).not.toContain("'");
      }
    }
  });

  it('tell every deadline of the stories in words', () => {
    const downgraded = reminded().until('2027-05-01');
    const watched = remindedOfCibs().until('2028-03-01');
    watched.does('ISO_CS', 'RecordBallotFact', ballot('W1', 'CIB', '2028-03-20'));
    const due = [new Membership(), reminded(), remindedOfCibs(), downgraded, watched].flatMap((m) =>
      participationDeadlines(m.state),
    );
    const untold = due.filter((d) => sentenceOfParticipationDeadline(d, 'fr').startsWith('T'));
    expect(untold).toEqual([]);
    expect(new Set(due.map((d) => d.timer)).size).toBeGreaterThan(3);
  });

  it.each<[string, object, string, string]>([
    [
      'VoteRecorded',
      { ballot: 'N 4', choice: 'YES', source: 'RESULT' },
      'The body voted in ballot N 4: yes.',
      'L’organisme a voté dans le vote N 4\u00a0: oui.',
    ],
    [
      'MeetingRecorded',
      { meeting: 'M1', on: '2027-05-01', contributed: false, reference: 'N 5' },
      'Meeting M1 of 1 May 2027 was recorded: the body did not contribute to it.',
      'La réunion M1 du 1er mai 2027 a été enregistrée\u00a0: l’organisme n’y a pas contribué.',
    ],
    [
      'ExpertRecorded',
      { expert: 'e1', active: false, reference: 'N 6' },
      'It was recorded that expert e1 is no longer appointed.',
      'Il a été enregistré que l’expert e1 n’est plus nommé.',
    ],
    [
      'ReminderResponseJudged',
      { rule: 'PM-10', satisfactory: false, reasons: 'Too late' },
      'The answer to the reminder was judged not satisfactory (PM-10): “Too late”.',
      'La réponse au rappel a été jugée non satisfaisante (PM-10)\u00a0: «\u00a0Too late\u00a0».',
    ],
    [
      'YearEvaluated',
      { year: 2027, verdict: 'NOTIFY', findings: [] },
      'The year 2027 was evaluated: a failing to be notified.',
      'L’année 2027 a été évaluée\u00a0: un manquement à notifier.',
    ],
    [
      'ParticipationAlerted',
      { timer: 'T51', step: 'free', to: 'OWN_BODY', subject: '2027-01-12' },
      'Alert to the body itself: The body may be P-member again.',
      'Alerte (destinataire\u00a0: l’organisme lui-même)\u00a0: L’organisme peut redevenir membre (P).',
    ],
  ])('%s: no code and no bare “true” is left in it', (type, payload, en, fr) => {
    expect(sentenceOfParticipationEvent({ type, payload }, 'en')).toBe(en);
    expect(sentenceOfParticipationEvent({ type, payload }, 'fr')).toBe(fr);
  });

  it('say what a refused step lacks, or how far the case has come', () => {
    const early = reminded().refuses('ISO_CS', 'ConfirmDowngrade', { rule: 'PM-10' });
    expect(refusalText(early, 'en').title).toBe(
      'The facts on record do not meet the rule for this step (PM-10): the time to answer is not over.',
    );
    const again = { rule: 'PM-8(a)', satisfactory: true, reasons: 'None' };
    const none = reminded().refuses('ISO_CS', 'RecordReminderResponse', again);
    expect(refusalText(none, 'fr').title).toBe(
      'Aucun cas d’inactivité de ce membre n’en est à cette étape (aucun cas n’est ouvert).',
    );
  });

  it('put the values in, in words', () => {
    const event = { type: 'RegistryStatusSeen', payload: { status: 'P', since: '2027-05-01' } };
    expect(sentenceOfParticipationEvent(event, 'fr')).toBe(
      'Le registre montre le statut P depuis le 1er mai 2027.',
    );
  });
});
