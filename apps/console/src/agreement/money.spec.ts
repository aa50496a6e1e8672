import { describe, expect, it } from '@jest/globals';
import { allLists } from '../../command-forms.mjs';
import { moneyIn, moneyText } from './money.js';

const { minorDigits } = allLists();

describe('an amount on the page', () => {
  it.each([
    ['PKR', 'PKR 2,500.00'],
    ['IDR', 'IDR 2,500.00'],
    ['IQD', 'IQD 250.000'],
    ['JPY', 'JPY 250,000'],
    ['CHF', 'CHF 2,500.00'],
    ['TND', 'TND 250.000'],
  ])('has the digits that ISO 4217 gives %s', (currency, text) => {
    const said = moneyText({ amountMinor: 250_000, currency }, 'en', minorDigits);
    expect(said.replace(/\s/gu, ' ')).toBe(text);
  });

  it('is shown as soon as amount and currency are whole, and not before', () => {
    expect(moneyIn({ amountMinor: '250000', currency: 'HUF' })).toEqual({
      amountMinor: 250_000,
      currency: 'HUF',
    });
    for (const typed of [
      { amountMinor: '25.5', currency: 'HUF' },
      { amountMinor: '', currency: 'HUF' },
      { amountMinor: '25', currency: 'HU' },
      { amountMinor: '99999999999999999', currency: 'HUF' },
    ]) {
      expect(moneyIn(typed)).toBeNull();
    }
  });
});
