import type { ClauseView, JsonObject, Language } from '@twinning/domain';
import { label, minorDigits } from '@twinning/domain';
import type { Block } from '../pdf/blocks.js';
import type { Say } from './source.js';
import type { Word } from './words.js';

type Item = Readonly<Record<string, string & number & readonly (string & number)[]>>;

const itemsOf = (value: JsonObject): readonly Item[] =>
  // Only values that passed the clause's schema reach the log.
  (value['items'] ?? []) as unknown as readonly Item[];

/** An amount of minor units as people write it, without ever passing through a floating-point number. */
export function money(amountMinor: number, currency: string, lang: Language): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const units = String(amountMinor).padStart(digits + 1, '0');
  const at = units.length - digits;
  const decimal = digits === 0 ? units : `${units.slice(0, at)}.${units.slice(at)}`;
  return format.format(decimal as unknown as number);
}

/** The value of a clause as it is read. `lang` is the language of the value, which may not be that of the words. */
export function valueBlocks(
  say: Say,
  { clause }: Pick<ClauseView, 'clause'>,
  value: JsonObject,
  lang: Language,
): readonly Block[] {
  const v = value as unknown as Item;
  const rows = (...pairs: readonly (readonly [Word, string])[]): Block => ({
    ...(say.pairs(...pairs) as Extract<Block, { kind: 'pairs' }>),
    lang,
  });
  switch (clause) {
    case 'objectives':
      return itemsOf(value).flatMap((i) => [
        say.small(`${i['id'] ?? ''}. ${i['text'] ?? ''}`, lang),
        rows(
          ['indicator', i['indicator'] ?? ''],
          ['baseline', i['baseline'] ?? ''],
          ['target', i['target'] ?? ''],
          ['due', say.day(i['dueOn'])],
        ),
      ]);
    case 'responsibilities':
      return (['lead', 'twinned'] as const).flatMap((side) => [
        say.small(say.w(side)),
        ...say.list(v[side] ?? [], lang),
      ]);
    case 'training':
      return itemsOf(value).flatMap((i) => [
        say.small(i['topic'] ?? '', lang),
        rows(
          ['provider', i['provider'] ?? ''],
          ['date', say.day(i['date'])],
          ['mode', say.w((i['mode'] ?? 'REMOTE') as Word)],
          ['attendees', i['attendees'] ?? ''],
        ),
      ]);
    case 'meetings':
      return [
        rows(
          ['cadence', String(v['cadenceMonths'] ?? '')],
          ['dates', (v['dates'] ?? []).map((d) => say.day(d)).join('; ')],
        ),
      ];
    case 'finance': {
      const { variant, amountMinor, currency, text } = v;
      const amount =
        amountMinor === undefined || currency === undefined
          ? []
          : [['amount', money(amountMinor, currency, say.lang)] as const];
      return [
        rows(['variant', say.w(variant ?? 'NONE')], ...amount),
        ...say.text(text ?? '', lang),
      ];
    }
    case 'dates':
      return [rows(['start', say.day(v['start'])], ['end', say.day(v['end'])])];
    case 'work-packages':
      return itemsOf(value).flatMap((i) => [
        say.small(`${i['id'] ?? ''}. ${i['title'] ?? ''}`, lang),
        rows(
          ['owner', label('side', i['owner'] ?? '', say.lang)],
          ['month', String(i['month'] ?? '')],
          ['deliverable', i['deliverable'] ?? ''],
          ['indicator', i['indicator'] ?? ''],
        ),
      ]);
    case 'milestones':
      return say.table(
        ['item', 'milestone', 'due'],
        [1, 6, 2],
        itemsOf(value).map((i) => [i['id'] ?? '', i['title'] ?? '', say.day(i['dueOn'])]),
        lang,
      );
    case 'task-share':
      return say.table(
        ['item', 'task', 'share'],
        [1, 5, 3],
        itemsOf(value).map((i) => [
          i['id'] ?? '',
          i['task'] ?? '',
          (i['percentByYear'] ?? []).map((p) => `${String(p)} %`).join(' · '),
        ]),
        lang,
      );
    default:
      return say.text(v['text'] ?? '', lang);
  }
}
