import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from './schema.js';
import { leftOut, suited } from './suited.js';
import { payloadOfAll, type TypedGroup } from './typed.js';

const fields = fieldsOf({
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['O_TO_P', 'CHAIR', 'LEADERSHIP'] },
    target: { type: 'string', enum: ['CONVENOR', 'CHAIR'] },
    workingGroup: { type: 'string', maxLength: 40 },
  },
  required: ['kind'],
});
const refusal = { code: 'WRONG_ROUTE_FOR_TYPE', title: 'Not the way of this type', help: '' };
const choices = {
  field: 'kind',
  values: [
    { value: 'O_TO_P', allowed: true },
    { value: 'CHAIR', allowed: false, refusal },
    { value: 'LEADERSHIP', allowed: true },
  ],
};
const shown = (typed: TypedGroup) => suited('OpenEvaluation', fields, choices, typed);
const faultsOf = (typed: TypedGroup) =>
  payloadOfAll(shown(typed), typed).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a form as this agreement allows it', () => {
  it('offers no value that would be refused, and keeps one of an old draft from being sent', () => {
    expect(shown({})[0]?.choices).toEqual(['O_TO_P', 'LEADERSHIP']);
    expect(faultsOf({ kind: 'CHAIR' })).toEqual(['/kind INVALID']);
    expect(leftOut(choices)).toEqual([{ value: 'CHAIR', allowed: false, refusal }]);
  });

  it('asks for what follows from an answer, and for nothing that would have no sense', () => {
    const names = (typed: TypedGroup) => shown(typed).map(({ name }) => name);
    expect(names({ kind: 'O_TO_P', target: 'CHAIR' })).toEqual(['kind']);
    expect(names({ kind: 'LEADERSHIP' })).toEqual(['kind', 'target']);
    expect(faultsOf({ kind: 'LEADERSHIP' })).toEqual(['/target MISSING']);
    expect(faultsOf({ kind: 'LEADERSHIP', target: 'CONVENOR' })).toEqual(['/workingGroup MISSING']);
    expect(
      payloadOfAll(shown({ kind: 'O_TO_P' }), { kind: 'O_TO_P', target: 'CHAIR' }).value,
    ).toEqual({ kind: 'O_TO_P' });
  });

  it('stays as it is where nothing is known of its values', () => {
    expect(suited('Withdraw', fields, undefined, {})).toEqual(fields);
  });
});
