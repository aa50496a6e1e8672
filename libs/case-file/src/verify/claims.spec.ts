import { describe, expect, it } from '@jest/globals';
import { definitions } from '@twinning/domain';
import { verifierFiles } from '@twinning/infra/verify';
import { runInNewContext } from 'node:vm';
import { NAMES_DOCUMENTS } from '../documents.js';
import { DOCUMENT_REASONS } from '../format.js';
import { CLAIMS, faultWords } from './claims.js';
import { RECEIPT_CLAIMS, receiptClaimWords } from './receipt-claims.js';

/** The keys of what stands between two words and the next closing brace at the beginning of a line. */
const keysBetween = (text: string, from: string, key: RegExp): readonly string[] => {
  const start = text.indexOf(from);
  const part = text.slice(start, text.indexOf('\n}', start));
  return [...part.matchAll(key)].map(([, name = '']) => name).sort();
};

describe('the three verifiers of a case file', () => {
  const codes = Object.keys(faultWords).sort();
  const claims = [...CLAIMS].sort();

  it('say the same claims and faults, each in two languages', async () => {
    const { page, script } = await verifierFiles();
    const inPage = /(?:^| )([A-Z][A-Z_]+): \['[^']+', '[^']+'\]/gm;
    expect(keysBetween(page, 'const CLAIM_TEXTS = {', inPage)).toEqual(claims);
    expect(keysBetween(page, 'const FAULT_TEXTS = {', inPage)).toEqual(codes);
    const inScript = /^ {4}"([A-Z_]+)": \(\s*"[^"]+",\s*"[^"]+",?\s*\)/gm;
    expect(keysBetween(script, 'CLAIMS = {', inScript)).toEqual(claims);
    expect(keysBetween(script, 'FAULTS = {', inScript)).toEqual(codes);
  });

  it('say the same claims of receipts', async () => {
    const { page, script } = await verifierFiles();
    const own = [...RECEIPT_CLAIMS].sort();
    const key = /(?:^| )"?([A-Z]+)"?: (?:[[(]|CLAIM)/gm;
    expect(keysBetween(page, 'const RECEIPT_TEXTS = {', key)).toEqual(own);
    expect(keysBetween(script, '\nRECEIPT_CLAIMS = {', key)).toEqual(own);
    for (const words of Object.values(receiptClaimWords)) {
      for (const text of Object.values(words)) expect(page).toContain(`'${text}'`);
    }
  });
});

/** The event in which each command that names papers says them. */
const TOLD_IN: Readonly<Record<string, string>> = {
  EditRequest: 'RequestEdited',
  ReplaceNominee: 'NomineeProposed',
  DesignateSignatory: 'SignatoryDesignated',
  RecordTpmAssessment: 'TpmAssessmentRecorded',
  SubmitToBody: 'TransitionSubmitted',
  LodgeAppeal: 'AppealLodged',
};

describe('the places in which events name documents', () => {
  it('are known for every command that names papers', () => {
    const naming = Object.entries(definitions).filter(([, { papers }]) => papers !== undefined);
    expect(naming.map(([type]) => type).sort()).toEqual(Object.keys(TOLD_IN).sort());
    expect(Object.values(TOLD_IN).sort()).toEqual(Object.keys(NAMES_DOCUMENTS).sort());
  });

  it('are the same in all three verifiers', async () => {
    const { page, script } = await verifierFiles();
    const [, inPage = ''] = /const NAMES_DOCUMENTS = (\{.*\});/.exec(page) ?? [];
    expect(runInNewContext(`JSON.stringify(${inPage})`)).toBe(JSON.stringify(NAMES_DOCUMENTS));
    const [, inScript = ''] = /NAMES_DOCUMENTS = (\{[\s\S]*?\n\})/.exec(script) ?? [];
    const list = inScript.replaceAll(', None)', ')').replaceAll('(', '[').replaceAll(')', ']');
    expect(runInNewContext(`JSON.stringify(${list})`)).toBe(JSON.stringify(NAMES_DOCUMENTS));
    for (const text of [page, script]) {
      for (const reason of DOCUMENT_REASONS) expect(text).toMatch(new RegExp(`["']${reason}["']`));
    }
  });
});
