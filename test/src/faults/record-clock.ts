import { addDays, dayAt, endOf, fromMs, startOf, toMs, type Day } from '@twinning/domain';
import { setClock } from '@twinning/engine';
import { sql } from 'kysely';
import type { Product } from '../support/product.js';

/** A day of the record passes in six seconds: deadlines fall due all the time, whatever fault goes on. */
const DAY_MS = 86_400_000;
export const RATE = DAY_MS / 6_000;

interface Row {
  readonly real: Date;
  readonly origin_real: Date;
  readonly origin_simulated: Date;
  readonly rate: number;
}

/** The clock of the record as a judge from outside reads it; real time is the database's. */
export interface ClockNow {
  readonly realMs: number;
  /** When the clock was last set. */
  readonly setAtMs: number;
  /** What the clock showed, or will show, at a real time since it was set. */
  shownAt(realMs: number): number;
  /** When it shows this instant. */
  realAt(shownMs: number): number;
}

export async function clockNow({ admin }: Pick<Product, 'admin'>): Promise<ClockNow> {
  const { rows } = await sql<Row>`
    SELECT clock_timestamp() AS real, origin_real, origin_simulated, rate FROM engine.clock`.execute(
    admin,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The record has no clock of its own.');
  const [from, shown] = [row.origin_real.getTime(), row.origin_simulated.getTime()];
  return {
    realMs: row.real.getTime(),
    setAtMs: from,
    shownAt: (realMs) => shown + (realMs - from) * row.rate,
    realAt: (shownMs) => from + (shownMs - shown) / row.rate,
  };
}

const present = async (product: Pick<Product, 'admin'>): Promise<number> => {
  const clock = await clockNow(product);
  return clock.shownAt(clock.realMs);
};

/** From now on the clock of the record runs at this rate. */
export async function runAt(product: Pick<Product, 'admin'>, rate: number): Promise<void> {
  const now = await present(product).catch(() => Date.now());
  await setClock(product.admin, fromMs(now), rate);
}

/** Sets the clock forward to the beginning of the next day of the record, which lasts as long as any. */
export async function beginDay(product: Pick<Product, 'admin'>): Promise<void> {
  const today = dayAt(fromMs(await present(product).catch(() => Date.now())));
  await setClock(product.admin, startOf(addDays(today, 1)), 1);
}

/** Sets the clock forward to so many real milliseconds before the end of its day; from now on days are short. */
export async function endDay(product: Pick<Product, 'admin'>, beforeMs: number): Promise<void> {
  const { today } = await dayLeft(product);
  await setClock(product.admin, fromMs(toMs(endOf(today)) - beforeMs * RATE), RATE);
}

/** The day of the record, and for how many real milliseconds it lasts. */
export async function dayLeft(
  product: Pick<Product, 'admin'>,
): Promise<{ readonly today: Day; readonly leftMs: number }> {
  const clock = await clockNow(product);
  const today = dayAt(fromMs(clock.shownAt(clock.realMs)));
  return { today, leftMs: clock.realAt(toMs(endOf(today))) - clock.realMs };
}
