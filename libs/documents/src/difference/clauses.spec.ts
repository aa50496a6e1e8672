import { describe, expect, it } from '@jest/globals';
import { differenceOfClauses, differenceOfValues } from './clauses.js';

const open = (clause: string, text: string) => ({ clause, value: { text } });

describe('the difference of two versions of a document', () => {
  const before = [
    open('exit', 'Each side hands over. The files are kept for five years.'),
    open('termination', 'Either side may end it.'),
    open('risks', 'Few people know the work.'),
  ];

  it('says of each clause whether it stayed, changed, came or went', () => {
    const after = [
      before[0],
      open('termination', 'Both sides may end it.'),
      open('disputes', 'The TPM.'),
    ];
    const found = differenceOfClauses(before, after as typeof before);
    expect(found.map((d) => [d.clause, d.change])).toEqual([
      ['exit', 'SAME'],
      ['termination', 'CHANGED'],
      ['risks', 'REMOVED'],
      ['disputes', 'ADDED'],
    ]);
    expect(found[1]?.parts[0]?.pieces).toContainEqual({ kind: 'DELETED', text: 'Either' });
  });

  it('calls a clause in another place moved, and only that one', () => {
    const [exit, termination, risks] = before as [
      (typeof before)[0],
      (typeof before)[0],
      (typeof before)[0],
    ];
    const found = differenceOfClauses(before, [risks, exit, termination] as typeof before);
    expect(found.map((d) => [d.clause, d.change])).toEqual([
      ['risks', 'MOVED'],
      ['exit', 'SAME'],
      ['termination', 'SAME'],
    ]);
  });

  it('follows a sentence from one clause into another', () => {
    const found = differenceOfClauses(before, [
      open('exit', 'Each side hands over.'),
      open('termination', 'Either side may end it. The files are kept for five years.'),
      before[2] as (typeof before)[0],
    ]);
    const kinds = (clause: string) =>
      found.find((d) => d.clause === clause)?.parts.flatMap((p) => p.pieces.map((x) => x.kind));
    expect(kinds('exit')).toContain('MOVED_AWAY');
    expect(kinds('termination')).toContain('MOVED_HERE');
  });

  it('goes by the ids of items, so that an item in another order has not changed', () => {
    const item = (id: string, title: string) => ({ id, title, dueOn: '2028-01-01' });
    const found = differenceOfValues(
      { items: [item('M1', 'First draft'), item('M2', 'Second draft')] },
      { items: [item('M2', 'Second draft'), item('M1', 'First full draft')] },
    );
    expect(found.find((d) => d.key === 'items/M1/title')?.pieces).toContainEqual({
      kind: 'INSERTED',
      text: 'full ',
    });
    expect(found.filter((d) => d.key.startsWith('items/M2')).map((d) => d.change)).not.toContain(
      'CHANGED',
    );
  });
});
