import { InvalidArgumentError } from 'commander';

/** Reads an option's value as a number of at least `least`. */
export const numberFrom =
  (least: number, { whole = false } = {}) =>
  (value: string): number => {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!Number.isFinite(number) || number < least || (whole && !Number.isInteger(number))) {
      throw new InvalidArgumentError('');
    }
    return number;
  };
