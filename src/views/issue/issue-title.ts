/** What a problem is called where it stands alone: 第4号 示例区发布：两周没有更新. */
import type { IssueStanding } from '../../domain/issue/standing.ts';

export function issueTitle({ issue, account }: IssueStanding): string {
  const subject = account?.name ?? issue.listed ?? issue.place ?? '';
  return `${[`第${String(issue.row)}号`, subject].join(' ').trim()}：${issue.finding}`;
}
