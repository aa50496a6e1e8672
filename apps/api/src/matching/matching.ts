import {
  claimKeysOf,
  dayAt,
  DEFAULT_RULESET,
  DEFAULT_WEIGHTS,
  isForAll,
  label,
  placeTaken,
  rankPartners,
  refusalText,
  rulesetById,
  sentenceOfFinding,
  workingGroupName,
  type Candidate,
  type Day,
  type Language,
  type Match,
  type Principal,
  type Ranking,
  type Refusal,
  type RefusalCode,
  type TwinningType,
  type Weights,
} from '@twinning/domain';
import { asRead, asRegistry, claimsNow, unsuggested } from '@twinning/engine';
import { leadRecords, type LeadRecord } from '@twinning/read-model';
import { ATTRIBUTION, leadFacts, type LeadFacts } from '@twinning/registry';
import { Problem } from '../problems/problem.js';
import type { Resources } from '../resources.js';
import { COUNTRIES_NOTICE, countryOf } from './countries.js';

export interface Sought {
  readonly twinned: number;
  readonly type: TwinningType;
  readonly committee: number;
  /** Of a convenor: without it no earlier run and no claim can be told. */
  readonly workingGroup?: string | undefined;
  readonly on?: Day | undefined;
  readonly limit: number;
  readonly weights: Partial<Weights>;
}

/** Leads for a twinning, ranked by facts of the registry and of registered twinnings, each with its reasons. */
export class Matching {
  constructor(private readonly resources: Pick<Resources, 'db' | 'clock'>) {}

  async rank(caller: Principal, sought: Sought, language: Language) {
    const { db, clock } = this.resources;
    const { twinned, type, committee, limit } = sought;
    const workingGroup = type === 'CONVENOR' ? workingGroupName(sought.workingGroup ?? null) : null;
    const on = sought.on ?? dayAt(await clock.now(db));
    const isTold = isToldOfOthers(caller, twinned);
    // None of the four needs another's answer.
    const [all, unwilling, records, place] = await Promise.all([
      leadFacts(asRegistry(db), { twinned, committee, asOf: on }),
      unsuggested(db),
      isTold ? leadRecords(asRead(db), { twinned, type, committee, workingGroup }) : null,
      this.placeTaken({ twinned, type, committee, workingGroup }),
    ]);
    // The seeker is read for itself, whatever it wishes for others.
    const facts = all.filter(({ id }) => id === twinned || !unwilling.has(id));
    const seeker = facts.find((f) => f.id === twinned);
    if (seeker === undefined) throw new Problem('NOT_FOUND');
    const weights = { ...DEFAULT_WEIGHTS, ...sought.weights };
    const { matches, excluded } = rankPartners(
      {
        seeker: {
          id: twinned,
          country: countryOf(seeker.alpha2),
          committees: seeker.committees,
        },
        type,
        taken: place?.refused ?? null,
      },
      facts.map((f) => candidateOf(f, records)),
      weights,
      rulesetById(DEFAULT_RULESET),
    );
    const shown = matches.slice(0, limit);
    const countries = new Map(facts.map((f) => [f.id, f.country]));
    return {
      on,
      twinned,
      acronym: seeker.acronym,
      type,
      typeText: label('type', type, language),
      committee,
      weights,
      candidates: matches.length,
      items: shown.map((match) => ({
        ...matchView(match, language),
        country: countries.get(match.candidate.id) ?? null,
      })),
      regions: regionsOf(shown),
      excluded: excludedView(excluded, language),
      taken: place === null ? null : takenView(place, isTold, language),
      unwilling: all.length - facts.length,
      notices: [ATTRIBUTION, COUNTRIES_NOTICE],
    };
  }

  private async placeTaken(
    place: Pick<Sought, 'twinned' | 'type' | 'committee'> & {
      readonly workingGroup: string | null;
    },
  ): Promise<Refusal | null> {
    const keys = claimKeysOf({ ...place, lead: null });
    if (keys.length === 0) return null;
    return placeTaken(place, await claimsNow(this.resources.db, keys));
  }
}

const DESKS: readonly string[] = ['TPM', 'TMB_SEC', 'ISO_CS', 'AUDITOR'];

/** Who is told of the twinnings of others: representatives who ask for their own body, and the desks. */
const isToldOfOthers = ({ member, grants }: Principal, twinned: number): boolean =>
  grants
    .filter(isForAll)
    .some(({ role }) => DESKS.includes(role) || (role === 'NSB_REP' && member === twinned));

const TAKEN_HELP: Readonly<Record<Language, string>> = {
  en: 'Who holds it is told to representatives of the twinned body. Choose another place.',
  fr: 'Qui l’occupe est dit aux représentants de l’organisme jumelé. Choisissez une autre place.',
};

/** Who holds the place by the names of the bodies, for who is told: the id of their agreement is not for everybody. */
function takenView(place: Refusal, isTold: boolean, language: Language) {
  const { title, help } = refusalText(place, language);
  const code = place.refused;
  if (!isTold) return { code, bodies: null, until: null, title, help: TAKEN_HELP[language] };
  const { bodies = null, until = null } = place.details as {
    bodies?: string;
    until?: string | null;
  };
  return { code, bodies, until, title, help };
}

/** Without `records` nothing is told of what a body leads or has led. */
const candidateOf = (
  { alpha2, ...facts }: LeadFacts,
  records: ReadonlyMap<number, LeadRecord> | null,
): Candidate => {
  const none = records === null ? null : 0;
  const record = records?.get(facts.id);
  return {
    ...facts,
    country: countryOf(alpha2),
    chairsOrConvenors: null,
    leadsNow: record?.leadsNow ?? none,
    led: record?.led ?? none,
    takenHere: record?.takenHere ?? false,
    ledSeekerHere: record?.ledSeekerHere ?? false,
  };
};

const matchView = ({ rank, score, candidate, components }: Match, language: Language) => ({
  rank,
  member: candidate.id,
  acronym: candidate.acronym,
  score,
  components: components.map(({ component, weight, value, points, of, reason, facts }) => ({
    component,
    weight,
    value,
    points,
    of,
    reason,
    facts,
    text: sentenceOfFinding({ component, reason, facts }, language),
  })),
});

/** How the suggestions spread over the world, for a look at fairness. */
function regionsOf(shown: readonly Match[]) {
  const counts = new Map<string | null, number>();
  for (const { candidate } of shown) {
    const region = candidate.country?.region ?? null;
    counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return [...counts]
    .map(([region, count]) => ({ region, count, share: count / shown.length }))
    .sort((a, b) => b.count - a.count || (String(a.region) < String(b.region) ? -1 : 1));
}

function excludedView(excluded: Ranking['excluded'], language: Language) {
  const counts = new Map<RefusalCode, number>();
  for (const { code } of excluded) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({
    code,
    count,
    title: refusalText({ refused: code, details: {} }, language).title,
  }));
}
