/**
 * 报送的位置: updates/<campaign>/<hundred>/<issue>/<stamp>.yaml. Git compares whole folders for each commit, so no folder
 * may grow with the ledger: the issues of a campaign lie by the hundred, `01` for 2026-check-0100 to -0199; where a number
 * has no hundreds (2026-check-07) there is no such folder. Before version 4 all issues of a campaign lay side by side,
 * before version 3 all of a ledger; both are read for ever, and one issue may have reports in each.
 */

const NAME = '[^/]+';

/** Matches each form; groups `campaign` and `hundred` (may be missing), `folder` (the issue) and `id` (the stamp). */
export const UPDATE_PATH = new RegExp(
  `^updates/(?:(?<campaign>${NAME})/(?:(?<hundred>\\d+)/)?)?(?<folder>${NAME})/(?<id>${NAME})\\.yaml$`,
  'u',
);

export interface UpdatePlace {
  /** Undefined where the path does not say it. */
  readonly campaign: string | undefined;
  /** Undefined where the path does not say it. */
  readonly hundred: string | undefined;
  readonly issue: string;
  readonly stamp: string;
}

/** The number at the end of an issue's id without its last two digits; undefined where it has no more than two. */
export function hundredOf(issue: string): string | undefined {
  return /(?<hundred>\d+)\d\d$/u.exec(issue)?.groups?.['hundred'];
}

/** Where a new report of an issue is written, below content/. */
export function updatePath(
  { campaign, id }: { campaign: string; id: string },
  stamp: string,
): string {
  const hundred = hundredOf(id);
  return [
    'updates',
    campaign,
    ...(hundred === undefined ? [] : [hundred]),
    id,
    `${stamp}.yaml`,
  ].join('/');
}

/** What a path below content/ says of the report in it; undefined for a path that is none of a report. */
export function updateAt(path: string): UpdatePlace | undefined {
  const groups = UPDATE_PATH.exec(path)?.groups;
  if (groups === undefined) return undefined;
  const { campaign, hundred, folder: issue = '', id: stamp = '' } = groups;
  return { campaign, hundred, issue, stamp };
}

/** The id of the report in a file, `<issue>/<stamp>`; undefined for a path that is none of a report. */
export function updateIdAt(path: string): string | undefined {
  const place = updateAt(path);
  return place && `${place.issue}/${place.stamp}`;
}
