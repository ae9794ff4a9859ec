/** The pages of a group: its rows page by page, then each of its lists page by page. */
import type { GroupView } from '../../views/kind/group-view.ts';
import type { ListPart } from '../../views/kind/list-kinds.ts';
import type { Roll } from '../../views/roll.ts';

/** `path` is the address below the folder of the group's kind: `not-filed`, `not-filed/2`, `not-filed/overdue/2`. */
export interface GroupPath {
  readonly path: string;
  readonly group: GroupView;
  /** Undefined for all of its issues. */
  readonly list: ListPart | undefined;
  readonly number: number;
}

export function groupPaths(
  groups: readonly GroupView[],
  pagesOf: (roll: Roll) => readonly number[],
): GroupPath[] {
  return groups.flatMap((group) =>
    [undefined, ...group.lists.filter(({ id }) => id !== 'all')].flatMap((list) =>
      pagesOf(list ?? group).map((number) => ({
        path: [group.key, list?.id, number === 1 ? undefined : String(number)]
          .filter((part) => part !== undefined)
          .join('/'),
        group,
        list,
        number,
      })),
    ),
  );
}

/** What a page of a group is called: 未备案, 未备案，逾期, 未备案（第 2 页）. */
export function groupTitle({ group, list, number }: Omit<GroupPath, 'path'>): string {
  const name = list === undefined ? group.name : `${group.name}，${list.name}`;
  return number === 1 ? name : `${name}（第${String(number)}页）`;
}
