export interface Money {
  /** Whole smallest units. */
  readonly amountMinor: number;
  readonly currency: string;
}

/** The amount in a value, where it has one: of the record, or as it is being typed. */
export function moneyIn(value: Readonly<Record<string, unknown>>): Money | null {
  const { amountMinor, currency } = value;
  const amount = typeof amountMinor === 'string' ? amountMinor.trim() : amountMinor;
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency.trim())) return null;
  const whole =
    typeof amount === 'number' ? amount : /^\d{1,16}$/.test(String(amount)) ? Number(amount) : NaN;
  return Number.isSafeInteger(whole) && whole > 0
    ? { amountMinor: whole, currency: currency.trim() }
    : null;
}

/**
 * An amount as people write it. The digits are those of ISO 4217, as the paper has them: a browser has figures of its own,
 * and would show a hundredth or a hundredfold.
 */
export function moneyText(
  { amountMinor, currency }: Money,
  language: string,
  minorDigits: Readonly<Record<string, number>>,
): string {
  const digits = minorDigits[currency] ?? 2;
  const units = String(amountMinor).padStart(digits + 1, '0');
  const at = units.length - digits;
  const decimal = digits === 0 ? units : `${units.slice(0, at)}.${units.slice(at)}`;
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // A decimal in letters never passes through a floating-point number.
  }).format(decimal as unknown as number);
}
