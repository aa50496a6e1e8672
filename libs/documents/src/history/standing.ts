import type { ClauseVersionTold, Deed } from './clause.js';

/** A version while its history is being read. */
export type Told = { -readonly [K in keyof ClauseVersionTold]: ClauseVersionTold[K] };

/** Every version with these words was withdrawn. */
export const isGone = (versions: readonly Told[], hash: string): boolean => {
  const these = versions.filter((v) => v.hash === hash);
  return these.length > 0 && these.every((v) => v.standing === 'WITHDRAWN');
};

/** The proposals of an amendment bear its id, as does one without proposals; the last one first. */
export const proposalsOf = (versions: readonly Told[], amendment: string): readonly string[] =>
  [...new Set(versions.map((v) => v.proposal))]
    .filter((proposal) => proposal === amendment || proposal.startsWith(`${amendment}.`))
    .reverse();

/** The version before comes back, unless it was withdrawn as well. */
export function withdraw(versions: Told[], proposal: string): void {
  const last = versions.findLast((v) => v.standing === 'CURRENT');
  for (const v of versions) if (v.proposal === proposal) v.standing = 'WITHDRAWN';
  if (last?.proposal !== proposal) return;
  const before = versions.findLast((v) => v.standing === 'REPLACED');
  if (before) before.standing = 'CURRENT';
}

export function accept(version: Told | undefined, deed: Deed): void {
  if (version && version.side !== deed.side && !version.accepted.some((a) => a.side === deed.side))
    version.accepted = [...version.accepted, deed];
}

export function agree(version: Told | undefined, deed: Deed): void {
  if (version) version.agreed ??= deed;
}
