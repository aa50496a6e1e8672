import { describe, expect, it } from '@jest/globals';
import { Membership, reminded } from './testing.js';

describe('after a downgrade', () => {
  const lost = () => reminded().until('2027-04-20');

  it('ISO/CS is alerted weekly until the registry shows O (T50)', () => {
    const m = lost().until('2027-05-12');
    expect(m.dated('ParticipationAlerted')).toEqual([
      'ParticipationAlerted 2027-04-30',
      'ParticipationAlerted 2027-05-07',
    ]);
    m.does('REGISTRY', 'RecordRegistryStatus', { status: 'O', since: '2027-05-12' });
    expect(m.until('2027-06-30').dated('ParticipationAlerted')).toHaveLength(2);
  });

  it('or until it shows that the body has left the committee', () => {
    const m = lost().until('2027-05-12');
    m.does('REGISTRY', 'RecordRegistryStatus', { status: null, since: '2027-05-12' });
    expect(m.until('2027-06-30').dated('ParticipationAlerted')).toHaveLength(2);
    m.does('REGISTRY', 'RecordRegistryStatus', { status: 'P', since: '2027-06-30' });
    expect(m.until('2027-07-15').dated('ParticipationAlerted').length).toBeGreaterThan(2);
  });

  it('P is barred for twelve months (T51) and must then be granted, with ISO/CS alerted weekly (T52)', () => {
    const m = lost();
    m.does('REGISTRY', 'RecordRegistryStatus', { status: 'O', since: '2027-04-19' });
    m.until('2028-04-14');
    expect(m.refuses('OWN_MBUA', 'DeclareStatus', { status: 'P' })).toMatchObject({
      refused: 'REGAIN_TOO_EARLY',
      details: { earliest: '2028-04-15' },
    });
    expect(m.refuses('OWN_MBUA', 'RequestReinstatement').refused).toBe('REGAIN_TOO_EARLY');
    m.until('2028-04-15');
    expect(m.dated('ParticipationAlerted').at(-1)).toBe('ParticipationAlerted 2028-04-15');
    expect(m.does('OWN_MBUA', 'RequestReinstatement')).toEqual(['ReinstatementRequested']);
    expect(m.does('OWN_MBUA', 'RequestReinstatement')).toEqual([]);
    m.until('2028-05-10');
    expect(m.dated('ParticipationAlerted').slice(-2)).toEqual([
      'ParticipationAlerted 2028-05-02',
      'ParticipationAlerted 2028-05-09',
    ]);
    const confirm = { since: '2028-05-09', reference: 'GD 77' };
    expect(m.does('ISO_CS', 'ConfirmReinstatement', confirm)).toEqual(['PStatusReinstated']);
    expect(m.state).toMatchObject({ status: 'P', leftP: null, requestedAt: null });
    expect(m.refuses('ISO_CS', 'ConfirmReinstatement', confirm).refused).toBe('CASE_NOT_OPEN');
  });

  it('what the registry shows inside the bar does not undo it', () => {
    const m = lost();
    m.does('REGISTRY', 'RecordRegistryStatus', { status: 'P', since: '2027-04-18' });
    expect(m.state).toMatchObject({ status: 'O', inRegistry: 'P' });
  });
});

describe('DeclareStatus', () => {
  it('a full member declares P at any time, and steps down without a bar', () => {
    const m = new Membership('O');
    expect(m.does('OWN_MBUA', 'DeclareStatus', { status: 'P' })).toEqual(['PStatusGranted']);
    expect(m.does('OWN_MBUA', 'DeclareStatus', { status: 'P' })).toEqual([]);
    expect(m.does('OWN_MBUA', 'DeclareStatus', { status: 'O' })).toEqual(['StatusRelinquished']);
    expect(m.does('OWN_MBUA', 'DeclareStatus', { status: 'P' })).toEqual(['PStatusGranted']);
  });

  it('under New Rights only ISO/CS registers P, others not at all', () => {
    const m = new Membership('O');
    m.body = { category: 'CORRESPONDENT', newRights: true };
    expect(m.refuses('OWN_MBUA', 'DeclareStatus', { status: 'P' }).refused).toBe(
      'CATEGORY_CANNOT_BE_P',
    );
    expect(m.does('ISO_CS', 'DeclareStatus', { status: 'P' })).toEqual(['PStatusGranted']);
    m.does('OWN_MBUA', 'DeclareStatus', { status: 'O' });
    m.body = { category: 'CORRESPONDENT', newRights: false };
    expect(m.refuses('ISO_CS', 'DeclareStatus', { status: 'P' }).refused).toBe(
      'CATEGORY_CANNOT_BE_P',
    );
  });
});
