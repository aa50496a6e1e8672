import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, IES } from '@twinning/domain/testing';
import { loadParticipation } from '@twinning/read-model';
import { asRead } from './database.js';
import { describeBadLine } from './bad-line.js';
import { importParticipation } from './participation-import.js';
import { ParticipationService, participationStream } from './participation-service.js';
import { COMMITTEE, doingOn, type Doing } from './testing/agreement-in-force.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const HEADING = 'fact,member,committee,id,kind,date,value,reference';
const OTHER = 45020;

describe('a file of facts', () => {
  let engine: EngineUnderTest;
  let service: ParticipationService;
  let doing: Doing;

  beforeAll(async () => {
    engine = await EngineUnderTest.start('2028-03-22T09:00:00Z');
    service = new ParticipationService(engine.db, engine.log, engine.clock);
    doing = doingOn(engine);
  });
  afterAll(() => engine.stop());

  const participation = (member: number) =>
    loadParticipation(asRead(engine.db), { member, committee: COMMITTEE }, 'brochure-2021');

  const line = (...cells: readonly (string | number)[]) => cells.join(',');
  const file = (...lines: readonly string[]) => `${[HEADING, ...lines].join('\n')}\n`;
  const good = file(
    line('ballot', IES, COMMITTEE, 'C1', 'CIB', '2028-04-10', '', 'N 7'),
    line('vote', IES, COMMITTEE, 'C1', '', '', 'ABSTAIN', ''),
    line('meeting', IES, COMMITTEE, 'M1', '', '2028-03-01', 'yes', 'N 8'),
    line('expert', IES, OTHER, 'E1', '', '', 'yes', 'N 9'),
  );
  const bad = file(
    line('ballot', IES, COMMITTEE, 'C2', 'XYZ', '2028-04-10', '', 'N 7'),
    line('vote', IES, COMMITTEE, 'nowhere', '', '', 'YES', ''),
    line('dance', IES, COMMITTEE, 'D1', '', '', '', ''),
    line('meeting', 'IES', COMMITTEE, 'M2', '', '2028-03-01', 'yes', 'N 8'),
    line('meeting', IES, COMMITTEE, 'M3', '', '2028-03-02', 'yes', 'N 8'),
    line('expert', 999_999, COMMITTEE, 'E2', '', '', 'yes', 'N 9'),
  );
  const takes = (text: string, skipBad = false) =>
    importParticipation(engine.db, service, text, { skipBad });

  it('is taken in whole, and again changes nothing', async () => {
    expect(await takes(good)).toMatchObject({ kind: 'IMPORTED', lines: 4, changed: 4 });
    const before = await participation(IES);
    expect(before).toMatchObject({
      ballots: [{ id: 'C1', voted: true }],
      meetings: [{ id: 'M1' }],
    });
    expect(await takes(good)).toMatchObject({ kind: 'IMPORTED', lines: 4, changed: 0 });
    expect(await participation(IES)).toEqual(before);
  });

  it('is refused whole for one bad line, each named with its number, and changes nothing', async () => {
    const before = await participation(IES);
    const result = await takes(bad);
    expect(result).toMatchObject({ kind: 'REFUSED', code: 'BAD_ROWS' });
    const lines = result.kind === 'REFUSED' ? result.badLines : [];
    expect(lines.map((l) => [l.line, l.code])).toEqual([
      [2, 'INVALID_INPUT'],
      [3, 'NOT_FOUND'],
      [4, 'UNKNOWN_FACT'],
      [5, 'NOT_AN_ID'],
      [7, 'NOT_FOUND'],
    ]);
    const [kind, vote, first, , member] = lines;
    expect(vote && describeBadLine(vote, 'en')).toBe(
      'Line 3: id “nowhere” is not known: no such ballot is on record',
    );
    expect(vote && describeBadLine(vote, 'fr')).toBe(
      'Ligne 3\u00a0: id «\u00a0nowhere\u00a0» est inconnu\u00a0: aucun vote de ce nom n’est enregistré',
    );
    expect(member && describeBadLine(member, 'en')).toBe(
      `Line 7: member “999999” or committee “${String(COMMITTEE)}” is not known to the registry`,
    );
    expect(kind && describeBadLine(kind, 'en')).toBe(
      'Line 2: Something you entered cannot be used. kind (one of CIB, NP, CD, DIS, FDIS, SR)',
    );
    expect(kind && describeBadLine(kind, 'fr')).toMatch(
      /^Ligne 2\u00a0: .* kind \(une de ces valeurs\u00a0: CIB, NP, CD, DIS, FDIS, SR\)$/,
    );
    expect(first && describeBadLine(first, 'fr')).toBe(
      'Ligne 4\u00a0: fact «\u00a0dance\u00a0» n’est pas un genre de fait connu (ballot, vote, meeting, expert)',
    );
    expect(await participation(IES)).toEqual(before);
  });

  it('is refused whole for a line that a rule refuses', async () => {
    const before = await participation(IES);
    const text = file(
      line('meeting', IES, COMMITTEE, 'M9', '', '2028-03-02', 'yes', 'N 8'),
      line('vote', IES, COMMITTEE, 'nowhere', '', '', 'YES', ''),
    );
    expect(await takes(text)).toMatchObject({
      kind: 'REFUSED',
      badLines: [{ line: 3, code: 'NOT_FOUND' }],
    });
    expect(await participation(IES)).toEqual(before);
  });

  it('is not in the record in part when it is killed half-way, and whole when it is given again', async () => {
    const before = await participation(IES);
    const many = Array.from({ length: 120 }, (_, n) =>
      line('meeting', IES, COMMITTEE, `K${String(n)}`, '', '2028-03-01', 'yes', 'N 8'),
    );
    const killed = importParticipation(engine.db, service, file(...many), {
      skipBad: false,
      onProgress: (done) => {
        if (done >= 100) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await participation(IES)).toEqual(before);
    expect(await takes(file(...many))).toMatchObject({ lines: 120, changed: 120 });
  });

  it('with --skip-bad lets others act between its batches', async () => {
    // Enough batches for another to get a turn, however busy the machine is.
    const MANY = 500;
    const many = Array.from({ length: MANY }, (_, n) =>
      line('meeting', IES, COMMITTEE, `B${String(n)}`, '', '2028-03-01', 'yes', 'N 8'),
    );
    let other: Promise<string> | undefined;
    const result = await importParticipation(engine.db, service, file(...many), {
      skipBad: true,
      onProgress: (done) => {
        if (done >= 50) {
          other ??= doing.does(cast.lead, null, 'StartDraft', {
            ...{ side: 'LEAD', type: 'P_MEMBER', committee: OTHER },
          });
        }
      },
    });
    expect(result).toMatchObject({ kind: 'IMPORTED', lines: MANY, changed: MANY });
    const indexes = async (stream: string) =>
      (await engine.log.readStream(engine.db, stream)).map((e) => e.index);
    const [started] = await indexes(`agreement/${(await other) ?? ''}`);
    const told = await indexes(participationStream({ member: IES, committee: COMMITTEE }));
    expect(started).toBeLessThan(Math.max(...told));
  });

  it.each([
    ['an unclosed quote', `${good}"expert`, 'BROKEN_CSV'],
    ['no heading', good.replace(HEADING, 'member,committee'), 'COLUMN_MISSING'],
  ])('with %s it is refused whole, also with --skip-bad', async (_, text, code) => {
    const result = await takes(text, true);
    expect(result).toMatchObject({ kind: 'REFUSED', code: 'BAD_ROWS' });
    expect(result.kind === 'REFUSED' && result.badLines[0]?.code).toBe(code);
  });

  it('gives its good lines with --skip-bad and lists the others', async () => {
    const result = await takes(bad, true);
    expect(result).toMatchObject({ kind: 'IMPORTED', lines: 1, changed: 1 });
    const skipped = result.kind === 'IMPORTED' ? result.skipped : [];
    expect(skipped.map((l) => [l.line, l.code])).toEqual([
      [2, 'INVALID_INPUT'],
      [3, 'NOT_FOUND'],
      [4, 'UNKNOWN_FACT'],
      [5, 'NOT_AN_ID'],
      [7, 'NOT_FOUND'],
    ]);
  });
});
