/**
 * 清单栏目: the columns that a campaign's list has. A list of accounts has the six of the official form; one without
 * accounts (制度不健全, 巡察, 隐患, 督察) has the place and the responsible unit, as far as its rows say them.
 */
import { listedWords } from '../../domain/issue/owner.ts';
import type { Issue } from '../../schema/issue.ts';

export type ListedKey =
  'row' | 'listed' | 'place' | 'listedHost' | 'assisting' | 'finding' | 'measures' | 'deadline';

export interface ListedColumn {
  readonly key: ListedKey;
  readonly title: string;
}

/** What stands in the column 政府网站/政务新媒体; a place that has a column of its own is not said twice. */
export function listedCell(
  columns: readonly ListedColumn[],
  { listed, place }: { readonly listed?: string | undefined; readonly place?: string | undefined },
): string {
  const apart = columns.some(({ key }) => key === 'place');
  return listedWords({ listed, place: apart ? undefined : place });
}

/** The columns for these issues; those of the official form where there is none. */
export function listedColumns(
  issues: readonly Pick<Issue, 'listed' | 'place' | 'assisting'>[],
): ListedColumn[] {
  const named = issues.length === 0 || issues.some(({ listed }) => listed !== undefined);
  // Where some rows name an account, the place of the others stands in its column.
  const placed = issues.some(({ listed, place }) => place !== undefined && (!named || listed));
  const column = (key: ListedKey, title: string, has = true): ListedColumn[] =>
    has ? [{ key, title }] : [];
  return [
    ...column('row', '序号'),
    ...column('listed', '政府网站/政务新媒体', named),
    ...column('place', '地点或项目名称', placed),
    ...column('listedHost', named ? '主办单位' : '责任单位'),
    ...column(
      'assisting',
      '配合单位',
      issues.some(({ assisting = [] }) => assisting.length > 0),
    ),
    ...column('finding', '存在问题'),
    ...column('measures', '整改措施'),
    ...column('deadline', '整改时限'),
  ];
}
