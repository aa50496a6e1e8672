import { claimKeysOf } from '../agreement/guards/claims.js';
import type { Command } from './decide.js';
import type { Needs } from './facts.js';
import type { Principal } from './principal.js';
import { definitions } from './slices.js';
import type { Agreement } from './state.js';

/** What a command, or a timer when there is none, reads from outside the stream. */
export function needsOf(
  state: Agreement,
  command: Command | null,
  principal: Principal | null,
): Needs {
  const definition = command === null ? undefined : definitions[command.type];
  const isFit = command !== null && definition?.shape.check(command.payload, '').length === 0;
  const asked = isFit ? definition.needs?.(state, command.payload) : undefined;
  const papers = isFit ? (definition.papers?.(state, command.payload) ?? []) : [];
  const { lead, twinned, type, workingGroup } = state;
  const committee = asked?.committee === undefined ? state.committee : asked.committee;
  return {
    members: [lead, twinned, principal?.member ?? null, ...(asked?.members ?? [])].filter(
      (member) => member !== null,
    ),
    committee,
    workingGroup: asked?.workingGroup === undefined ? workingGroup : asked.workingGroup,
    claims: [...claimKeysOf(state), ...(asked?.claims ?? [])],
    rolesLeftIn: asked?.rolesLeftIn ?? [],
    ...(asked?.tmbBodies === true && { tmbBodies: true }),
    ...(papers.length > 0 && { papers: papers.map(({ hash }) => hash) }),
    previousRunsOf:
      lead === null || twinned === null || committee === null
        ? null
        : {
            ...{ lead, twinned, type, committee, workingGroup },
            mappedOn: state.execution.mappedOn ?? [],
          },
  };
}
