import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { signedText } from './seals.js';
import { AUTHORITY, designated, frozen, pairOf, readBy, signed, written } from './testing.js';

const person = cast.leadSignatory.person;

describe('DesignateSignatory', () => {
  it('names one person a body with the evidence of authority', () => {
    const s = written();
    s.does(cast.lead, 'DesignateSignatory', { person: 'someone', authority: AUTHORITY });
    s.does(cast.lead, 'DesignateSignatory', { person, authority: AUTHORITY });
    expect(s.state.negotiation.signatories).toEqual([
      { side: 'LEAD', person, authority: AUTHORITY },
    ]);
  });

  it('is refused without evidence and for the other body’s signatory', () => {
    const s = designated();
    expect(s.refuses(cast.lead, 'DesignateSignatory', { person }).refused).toBe(
      'AUTHORITY_MISSING',
    );
    const other = { person: cast.twinnedSignatory.person, authority: AUTHORITY };
    expect(s.refuses(cast.lead, 'DesignateSignatory', other).refused).toBe('SAME_SIGNATORY');
  });

  it('appends nothing for the same person with the same evidence', () => {
    const s = designated();
    expect(s.does(cast.lead, 'DesignateSignatory', { person, authority: AUTHORITY })).toEqual([]);
  });
});

describe('SignAgreement', () => {
  it('makes the two originals out of two signatures on one hash', () => {
    const s = signed();
    expect(s.state.negotiation.signatures).toMatchObject([
      { side: 'LEAD', originalNo: 1, documentHash: readBy(s).documentHash },
      { side: 'TWINNED', originalNo: 2, documentHash: readBy(s).documentHash },
    ]);
    expect(s.status).toBe('AGREEMENT_PENDING');
  });

  it('is refused to a representative who is not the signatory', () => {
    const s = designated();
    const payload = { documentHash: pairOf(s).documentHash, originalNo: 1 };
    expect(s.refuses(cast.lead, 'SignAgreement', payload).refused).toBe('NOT_SIGNATORY');
    expect(s.refuses(cast.tpm, 'SignAgreement', payload).refused).toBe('FORBIDDEN_ROLE');
  });

  it('is refused to a signatory who now acts for another body', () => {
    const s = designated();
    const moved = { ...cast.leadSignatory, member: cast.third.member };
    const payload = { documentHash: pairOf(s).documentHash, originalNo: 1 };
    expect(s.refuses(moved, 'SignAgreement', payload).refused).toBe('NOT_SIGNATORY');
  });

  it('is refused before the text is frozen and for another text', () => {
    const s = written();
    s.does(cast.lead, 'DesignateSignatory', { person, authority: AUTHORITY });
    const payload = { documentHash: pairOf(s).documentHash, originalNo: 1 };
    expect(s.refuses(cast.leadSignatory, 'SignAgreement', payload).refused).toBe(
      'TERMS_NOT_FROZEN',
    );
    const other = { ...payload, documentHash: 'd'.repeat(64) };
    expect(designated().refuses(cast.leadSignatory, 'SignAgreement', other).refused).toBe(
      'TEXT_CHANGED',
    );
  });

  it('is refused twice, on the other body’s original, and when both have signed', () => {
    const s = designated();
    const { documentHash } = pairOf(s);
    s.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1 });
    const again = { documentHash, originalNo: 1 };
    expect(s.refuses(cast.leadSignatory, 'SignAgreement', again).refused).toBe('ALREADY_SIGNED');
    expect(s.refuses(cast.twinnedSignatory, 'SignAgreement', again).refused).toBe('INVALID_INPUT');
    s.does(cast.twinnedSignatory, 'SignAgreement', { documentHash, originalNo: 2 });
    expect(s.refuses(cast.leadSignatory, 'SignAgreement', again).refused).toBe('BOTH_SIGNED');
  });
});

describe('SignAgreement with a key of the signatory', () => {
  const KEY = 'k'.repeat(43);
  const SIGNATURE = 's'.repeat(86);
  const asked: string[] = [];
  const withKeys = () => {
    const s = designated();
    s.verifies = (seal, message) => {
      asked.push(message);
      const { key, signature } =
        'passkey' in seal ? { ...seal.passkey, key: seal.passkey.publicKey } : seal;
      return key.startsWith('k') && signature === SIGNATURE;
    };
    return s;
  };

  it('records key and signature over the hash of this agreement’s text and this original', () => {
    const s = withKeys();
    const { documentHash } = pairOf(s);
    const payload = { documentHash, originalNo: 1, key: KEY, signature: SIGNATURE };
    s.does(cast.leadSignatory, 'SignAgreement', payload);
    expect(s.state.negotiation.signatures).toMatchObject([{ key: KEY, signature: SIGNATURE }]);
    expect(asked.at(-1)).toBe(signedText(s.state.id, documentHash, 1));
  });

  it('is refused with a signature that does not verify, without one, and where none can be verified', () => {
    const s = withKeys();
    const payload = { documentHash: pairOf(s).documentHash, originalNo: 1, key: KEY };
    const refused = (more: object) =>
      s.refuses(cast.leadSignatory, 'SignAgreement', { ...payload, ...more }).refused;
    expect(refused({})).toBe('SIGNATURE_INVALID');
    expect(refused({ signature: 'x'.repeat(86) })).toBe('SIGNATURE_INVALID');
    expect(refused({ signature: 'short' })).toBe('INVALID_INPUT');
    s.verifies = undefined;
    expect(refused({ signature: SIGNATURE })).toBe('SIGNATURE_INVALID');
  });

  it('is refused with the key that signed for the other body', () => {
    const s = withKeys();
    const { documentHash } = pairOf(s);
    const seal = { documentHash, key: KEY, signature: SIGNATURE };
    s.does(cast.leadSignatory, 'SignAgreement', { ...seal, originalNo: 1 });
    const other = { ...seal, originalNo: 2 };
    expect(s.refuses(cast.twinnedSignatory, 'SignAgreement', other).refused).toBe(
      'SIGNATURE_INVALID',
    );
    const own = { ...other, key: `k${'2'.repeat(42)}` };
    s.does(cast.twinnedSignatory, 'SignAgreement', own);
    expect(s.state.negotiation.signatures).toHaveLength(2);
  });

  it('takes a passkey in its place: recorded whole, one for one person, never beside a key', () => {
    const s = withKeys();
    const { documentHash } = pairOf(s);
    const passkey = {
      ...{ credential: 'c', publicKey: 'key', signature: SIGNATURE },
      ...{ authenticatorData: 'a', clientData: 'd' },
    };
    const refused = (who: typeof cast.lead, more: object) =>
      s.refuses(who, 'SignAgreement', { documentHash, originalNo: 1, ...more }).refused;
    expect(refused(cast.leadSignatory, { passkey, key: KEY, signature: SIGNATURE })).toBe(
      'SIGNATURE_INVALID',
    );
    const forged = { ...passkey, signature: 'x' };
    expect(refused(cast.leadSignatory, { passkey: forged })).toBe('SIGNATURE_INVALID');
    expect(refused(cast.leadSignatory, { passkey: { ...passkey, clientData: '{}' } })).toBe(
      'INVALID_INPUT',
    );
    s.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1, passkey });
    expect(s.state.negotiation.signatures).toMatchObject([{ passkey }]);
    expect(asked.at(-1)).toBe(signedText(s.state.id, documentHash, 1));
    expect(refused(cast.twinnedSignatory, { originalNo: 2, passkey })).toBe('SIGNATURE_INVALID');
  });
});

describe('WithdrawSignature', () => {
  it('takes the signature back while the other has not signed', () => {
    const s = designated();
    const { documentHash } = pairOf(s);
    s.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1 });
    expect(typesOf(s.does(cast.leadSignatory, 'WithdrawSignature'))).toEqual([
      'SignatureWithdrawn',
    ]);
    expect(s.state.negotiation.signatures).toEqual([]);
  });

  it('is refused once both have signed, and to others', () => {
    const s = signed();
    expect(s.refuses(cast.leadSignatory, 'WithdrawSignature').refused).toBe('BOTH_SIGNED');
    expect(s.refuses(cast.lead, 'WithdrawSignature').refused).toBe('NOT_SIGNATORY');
  });

  it('appends nothing without a signature', () => {
    expect(designated().does(cast.leadSignatory, 'WithdrawSignature')).toEqual([]);
  });
});

describe('SubmitSignedAgreement', () => {
  it('brings the documents to the TPM, from either partner', () => {
    const s = signed();
    const hashes = pairOf(s);
    const [sent] = s.does(cast.twinned, 'SubmitSignedAgreement');
    expect(sent?.payload).toEqual({ side: 'TWINNED', ...hashes });
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
  });

  it('is refused without both signatures', () => {
    expect(frozen().refuses(cast.lead, 'SubmitSignedAgreement').refused).toBe('SIGNATURE_MISSING');
    const s = designated();
    const { documentHash } = pairOf(s);
    s.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1 });
    expect(s.refuses(cast.lead, 'SubmitSignedAgreement')).toMatchObject({
      refused: 'SIGNATURE_MISSING',
      details: { signed: ['LEAD'] },
    });
  });

  it('is not repeated: the documents already lie with the TPM', () => {
    const s = signed();
    s.does(cast.lead, 'SubmitSignedAgreement');
    expect(s.refuses(cast.lead, 'SubmitSignedAgreement').refused).toBe('WRONG_STATUS');
  });
});
