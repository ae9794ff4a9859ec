/** 已办结的、该报的: the places of issues by how far they have come. */
import { states } from '../../text/terms.ts';
import type { IssueReader } from './issues.ts';

/** The places of what is over. */
export interface Over {
  readonly closed: ReadonlySet<number>;
  readonly sustained: ReadonlySet<number>;
  /** Those two and what was withdrawn. */
  readonly finished: ReadonlySet<number>;
}

export async function overPlaces({ having }: IssueReader): Promise<Over> {
  const [closed = [], sustained = [], withdrawn = []] = await Promise.all(
    [states.closed, states.sustained, states.void].map(async (state) => having('状态', state)),
  );
  return {
    closed: new Set(closed),
    sustained: new Set(sustained),
    finished: new Set([...closed, ...sustained, ...withdrawn]),
  };
}

/** The places of what its unit still has to hand in. */
export async function owedPlaces({ having }: IssueReader): Promise<Set<number>> {
  const all = await Promise.all(
    [states.open, states.rectifying, states.returned].map(async (state) => having('状态', state)),
  );
  return new Set(all.flat());
}
