import { describe, expect, it } from '@jest/globals';
import { placeholders } from '../texts/fill.js';
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

  it('put the values in, in words', () => {
    const event = { type: 'RegistryStatusSeen', payload: { status: 'P', since: '2027-05-01' } };
    expect(sentenceOfParticipationEvent(event, 'fr')).toBe(
      'Le registre montre le statut P depuis le 1er mai 2027.',
    );
  });
});
