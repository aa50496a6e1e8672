import { describe, expect, it } from '@jest/globals';
import { allForms } from '../../command-forms.mjs';
import { en } from '../i18n/en.js';
import { fr } from '../i18n/fr.js';
import { faultsWithin, faultText } from './faults.js';
import { fieldsOf, itemField, type Field } from './schema.js';
import { payloadOf, shapeOf, type FieldFault } from './typed.js';

/** The field itself and every field in it. */
const within = (field: Field): readonly Field[] => {
  if (field.kind === 'list') return within(itemField(field, 0));
  return field.kind === 'group' ? fieldsOf(field.schema, field.pointer).flatMap(within) : [field];
};
const fields = Object.entries(allForms()).flatMap(([command, { schema }]) =>
  fieldsOf(schema)
    .flatMap(within)
    .map((field) => [command, field] as const),
);

describe('a text that does not fit', () => {
  it('is told which shape its field has: no other pattern than these is asked for', () => {
    const shapes = new Map<string, Set<string>>();
    for (const [, field] of fields) {
      const { pattern } = field.schema;
      if (pattern === undefined) continue;
      const shape = shapeOf(field);
      shapes.set(shape, (shapes.get(shape) ?? new Set()).add(pattern));
    }
    const short = [...shapes].map(([shape, patterns]) => [
      shape,
      [...patterns].filter((each) => each.length < 60).sort(),
    ]);
    expect(Object.fromEntries(short)).toEqual({
      DAY: ['^[1-9]'],
      FILE: ['^[0-9a-f]{64}$'],
      KEY: ['^[A-Za-z0-9_-]+$', '^[A-Za-z0-9_-]{43}$', '^[A-Za-z0-9_-]{86}$'],
      PERSON: ['^[A-Za-z0-9._-]{1,64}$'],
      SEEN: [],
    });
  });

  it('is answered in words of its own in both languages, at a person that is given by name', () => {
    const field = fields.find(([, { name }]) => name === 'leadContact')?.[1] as Field;
    const [fault] = payloadOf(field, 'Ana Pérez').faults as [FieldFault];
    expect(faultText(en, fault)).toMatch(/asi\.rep/);
    expect(faultText(fr, fault)).toMatch(/sans accent/);
  });
});

it('a text that is too long says by how much', () => {
  const fault: FieldFault = { pointer: '/need', code: 'TOO_LONG', length: 8012, max: 8000 };
  expect(faultText(en, fault)).toBe(
    'Shorten it by 12 characters: 8012 are too many, at most 8000 fit.',
  );
  expect(faultText(fr, fault)).toBe(
    'Raccourcissez de 12 caractères : 8012, c’est trop ; 8000 au plus.',
  );
});

it('a fault of a part that has no place of its own stands at the field around it', () => {
  const faults: readonly FieldFault[] = [
    { pointer: '/value/text', code: 'INVALID' },
    { pointer: '/valued', code: 'INVALID' },
  ];
  expect(faultsWithin(faults, '/value')).toEqual([faults[0]]);
});

it('no limit is told that there is none', () => {
  expect(en.form.count(1, Infinity)).toBe('At least 1 entry.');
  expect(fr.form.count(2, Infinity)).toBe('Au moins 2 éléments.');
});
