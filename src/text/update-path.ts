/**
 * 报送的位置: updates/<campaign>/<issue>/<stamp>.yaml. In a ledger from before version 3, and where the form writes, the
 * campaign is left out: updates/<issue>/<stamp>.yaml; both are read for ever, and one issue may have reports in both.
 */

const NAME = '[^/]+';

/** Matches either form; groups `campaign` (may be missing), `folder` (the issue) and `id` (the stamp). */
export const UPDATE_PATH = new RegExp(
  `^updates/(?:(?<campaign>${NAME})/)?(?<folder>${NAME})/(?<id>${NAME})\\.yaml$`,
  'u',
);

export interface UpdatePlace {
  /** Undefined where the path does not say it. */
  readonly campaign: string | undefined;
  readonly issue: string;
  readonly stamp: string;
}

/** Where a new report of an issue is written, below content/. */
export function updatePath(
  { campaign, id }: { campaign: string; id: string },
  stamp: string,
): string {
  return `updates/${campaign}/${id}/${stamp}.yaml`;
}

/** What a path below content/ says of the report in it; undefined for a path that is none of a report. */
export function updateAt(path: string): UpdatePlace | undefined {
  const groups = UPDATE_PATH.exec(path)?.groups;
  if (groups === undefined) return undefined;
  const { campaign, folder: issue = '', id: stamp = '' } = groups;
  return { campaign, issue, stamp };
}

/** The id of the report in a file, `<issue>/<stamp>`; undefined for a path that is none of a report. */
export function updateIdAt(path: string): string | undefined {
  const place = updateAt(path);
  return place && `${place.issue}/${place.stamp}`;
}
