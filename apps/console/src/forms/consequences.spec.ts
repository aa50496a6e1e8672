import { describe, expect, it } from '@jest/globals';
import { allForms } from '../../command-forms.mjs';
import { asksWhy, consequenceTexts, isDestructive } from './consequences.js';
import { fieldsOf } from './schema.js';

const forms = allForms();

describe('whoever ends or takes back something', () => {
  const inWords = Object.keys(consequenceTexts.en.of).filter((c) => c !== 'ConfirmImpossibility');

  it.each(inWords)('is asked why: %s', (command) => {
    const fields = fieldsOf(forms[command]?.schema ?? {});
    expect(isDestructive(command)).toBe(true);
    expect(fields.filter(({ name }) => asksWhy(command, name))).toHaveLength(1);
  });

  it('names a fact of the record and its document where nobody chooses to end it', () => {
    const fields = fieldsOf(forms['ConfirmImpossibility']?.schema ?? {});
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'fact',
      'reference',
    ]);
  });
});

it('what ends nothing asks for no reason that its rule does not want', () => {
  expect(asksWhy('InvitePartner', 'why')).toBe(false);
  expect(asksWhy('Withdraw', 'member')).toBe(false);
});
