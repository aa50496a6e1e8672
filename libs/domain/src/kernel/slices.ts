import { approval } from '../agreement/approval/index.js';
import { ending } from '../agreement/ending/index.js';
import { evaluation } from '../agreement/evaluation/index.js';
import { execution } from '../agreement/execution/index.js';
import { negotiation } from '../agreement/negotiation/index.js';
import { oversight } from '../agreement/oversight/index.js';
import { proposal } from '../agreement/proposal/index.js';
import type { AnyCommand, Slice } from './definition.js';
import { kernelSlice } from './joint-acts.js';

/** The phases of the lifecycle, in its order. */
export const slices = {
  kernel: kernelSlice,
  proposal,
  approval,
  negotiation,
  execution,
  oversight,
  evaluation,
  ending,
} as const;

export const allSlices = Object.values(slices) as unknown as readonly Slice<Record<never, never>>[];

/** Every command of an agreement by name: the policy table, the shapes and the decisions. */
// Without a prototype: a command named `constructor` is no command.
export const definitions: Readonly<Record<string, AnyCommand>> = Object.assign(
  Object.create(null) as object,
  ...allSlices.map((slice) => slice.commands),
) as Record<string, AnyCommand>;
