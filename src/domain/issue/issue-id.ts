/** 编号: which number and which id a newly listed issue gets. */

/** The number behind the last of a campaign; 1 where it has none. */
export function nextRowOf(
  issues: Iterable<{ readonly campaign: string; readonly row: number }>,
  campaign: string,
): number {
  let last = 0;
  for (const issue of issues) if (issue.campaign === campaign) last = Math.max(last, issue.row);
  return last + 1;
}

/** 2026-check-07: the campaign and the number in it, of at least `width` digits. */
export function issueIdOf(campaign: string, row: number, width = 2): string {
  return `${campaign}-${String(row).padStart(width, '0')}`;
}
