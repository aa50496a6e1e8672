import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { countryIn } from './country.js';

/** What the registry knows of a member or a committee; which facts there are depends on the source. */
export type Facts = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The title in the person's language, else the English one. */
export const titleIn = (language: 'en' | 'fr', fact: Facts | null): string =>
  textOf(language === 'fr' ? fact?.['titleFr'] : null) || textOf(fact?.['titleEn']);

export function MemberItems({ items }: { readonly items: readonly Facts[] }) {
  const { language } = useSignedIn();
  return (
    <ul className="plain">
      {items.map((item) => (
        <li key={String(item['id'])}>
          <Link to={`/registry/members/${String(item['id'])}`}>{textOf(item['acronym'])}</Link>{' '}
          {countryIn(language, textOf(item['country']))}
        </li>
      ))}
    </ul>
  );
}

export function CommitteeItems({ items }: { readonly items: readonly Facts[] }) {
  const { language } = useSignedIn();
  return (
    <ul className="plain">
      {items.map((item) => (
        <li key={String(item['id'])}>
          <Link to={`/registry/committees/${String(item['id'])}`}>{textOf(item['reference'])}</Link>{' '}
          {titleIn(language, item)}
        </li>
      ))}
    </ul>
  );
}
