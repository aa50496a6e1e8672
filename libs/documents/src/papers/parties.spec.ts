import { describe, expect, it } from '@jest/globals';
import { instant, readBasis, type Agreement } from '@twinning/domain';
import { exampleAgreement, exampleSource } from '../testing/example.js';
import { paperOf } from './paper.js';
import type { PaperKind, PaperSource } from './source.js';

const OLD = 'brochure-2021/CHAIR/1/2/3/';
const at = instant('2028-01-02T10:00:00Z');

/** ASI and IES have signed; GSA has succeeded IES since, and has signed an amendment. */
function succeeded(): PaperSource {
  const state = exampleAgreement();
  const by = { documentHash: 'h', at };
  const now: Agreement = {
    ...state,
    twinned: 9,
    negotiation: {
      ...state.negotiation,
      signatures: [
        { ...by, side: 'LEAD', person: 'one', originalNo: 1 },
        { ...by, side: 'TWINNED', person: 'two', originalNo: 2 },
      ],
    },
    execution: {
      ...state.execution,
      amendments: [
        {
          ...{ id: 'A1', hash: 'b'.repeat(64), end: null, changes: [], stage: 'IN_FORCE' },
          ...{ agreedAt: at, basis: OLD },
          signed: [{ side: 'TWINNED', person: 'two', originalNo: 2, authority: null, at }],
        },
        {
          ...{ id: 'A2', hash: 'c'.repeat(64), end: null, changes: [], stage: 'IN_FORCE' },
          ...{ agreedAt: at, basis: 'brochure-2021/CHAIR/1/9/3/' },
          signed: [{ side: 'TWINNED', person: 'three', originalNo: 1, authority: null, at }],
        },
      ],
    },
  };
  const signed = readBasis(OLD);
  if (signed === null) throw new Error('No basis.');
  return {
    ...exampleSource(now),
    bases: { signed, inForce: { ...signed, twinned: 9 } },
    memberName: (id) => ({ 1: 'ASI', 2: 'IES', 9: 'GSA' })[id ?? 0] ?? '–',
  };
}

const rowsOf = (kind: PaperKind) =>
  paperOf(kind, 'en', succeeded()).blocks.flatMap((b) =>
    b.kind === 'table' || b.kind === 'pairs' ? b.rows : [],
  );

describe('a paper after a succession', () => {
  it('names in the annex whose text it is, and beside each signature the body that gave it', () => {
    const rows = rowsOf('annex');
    expect(rows).toContainEqual(['Twinned partner', 'IES']);
    expect(rows).toContainEqual(['Twinned partner since, by succession', 'GSA']);
    expect(rows.filter((row) => row.length > 2).map((row) => row.slice(1, 4))).toEqual([
      ['ASI', 'one', '1'],
      ['IES', 'two', '2'],
      ['IES', 'two', '2'],
      ['GSA', 'three', '1'],
    ]);
    expect(paperOf('annex', 'en', succeeded()).title).toContain('ASI, IES');
  });

  it('names those whose text is in force, and of what is told of the agreement those of today', () => {
    for (const kind of ['agreement', 'audit-account'] as const) {
      expect(rowsOf(kind)).toContainEqual(['Twinned partner', 'GSA']);
      expect(rowsOf(kind).map(([head]) => head)).not.toContain(
        'Twinned partner since, by succession',
      );
    }
  });
});
