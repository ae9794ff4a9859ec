/** 逐条: parts that are the points of a numbered list. */
import type { Division } from '../division.ts';

/** 5个问题：1.首页2个错链；2.栏目2个错字；3.留言未答复: a point without a number is a part as well. */
export function arePointsLeftOut({ whole, parts }: Division): boolean {
  const { read } = whole.passage;
  const points = read.slice(whole.end).split('。')[0] ?? '';
  if (!/^[^，。；：\d]{0,14}：(?:1[.、]|（1）|①|（一）)/u.test(points)) return false;
  const marks = points.match(
    /(?<=[：；，])(?:\d{1,2}[.、](?!\d)|（[\d一二三四五六七八九十]{1,2}）|[①-⑳])/gu,
  );
  return (marks?.length ?? 0) > parts.length;
}
