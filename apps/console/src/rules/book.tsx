import { useTexts } from '../i18n/own-texts.js';
import { Empty, Loaded } from '../parts/page.js';
import { SearchField } from '../parts/search-field.js';
import { go, usePlace, withQuery } from '../router.js';
import { rulesWith, saidUnder, type RuleTexts, type Rule } from './clauses.js';
import { useRules } from './use-rules.js';
import { ruleWords } from './words.js';

/** A clause is looked up as such first: `ST.5.7` finds what is said under it, not each place where it is named. */
const found = (texts: RuleTexts, words: string): readonly Rule[] => {
  const under = /\d/.test(words) ? saidUnder(texts, words).rules : [];
  return under.length > 0 ? under : rulesWith(texts, words);
};

/** A rule that its table names by a word of the code, e.g. `6.5 CHAIR_TC`, is shown by the number of the table. */
const bareId = (id: string): string => id.replace(/ [A-Z_0-9]+$/, '');

/** Every rule of the product with its source, to be searched; in the address, so that it can be linked. */
export default function RuleBook() {
  const x = useTexts(ruleWords);
  const { path, query } = usePlace();
  const texts = useRules();
  const words = query.get('rule') ?? '';
  const search = (rule: string) => {
    go(path + withQuery(query, { rule }), { replace: true });
  };
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{x.title}</h2>
      <p>{x.lead}</p>
      <div className="filters">
        <SearchField className="" label={x.search} value={words} onChange={search} />
      </div>
      <Loaded of={texts}>
        {(all) => {
          const rules = words.trim() === '' ? all.rules : found(all, words.trim());
          return rules.length === 0 ? (
            <Empty title={x.none}>
              <p>{x.noneWhy}</p>
              <p>
                <button
                  type="button"
                  onClick={() => {
                    search('');
                  }}
                >
                  {x.clear}
                </button>
              </p>
            </Empty>
          ) : (
            <>
              <p role="status" className="quiet-text">
                {x.found(rules.length, all.rules.length)}
              </p>
              <table className="stacked rules" aria-labelledby="rules">
                <thead>
                  <tr>
                    <th scope="col">{x.rule}</th>
                    <th scope="col">{x.says}</th>
                    <th scope="col">{x.source}</th>
                  </tr>
                </thead>
                <tbody>
                  {rules.map(([id, source, text]) => (
                    <tr key={id}>
                      <th scope="row" data-label={x.rule}>
                        {bareId(id)}
                      </th>
                      <td data-label={x.says}>{text}</td>
                      <td data-label={x.source}>{source}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
