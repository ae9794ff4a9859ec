/** What a problem is called where it stands alone: 序号4 示例区发布：两周没有更新. */
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { rowName } from '../../text/row-name.ts';

export function issueTitle({ issue, account }: IssueStanding): string {
  const subject = account?.name ?? issue.listed ?? issue.place ?? '';
  return `${[rowName(issue.row), subject].join(' ').trim()}：${issue.finding}`;
}
