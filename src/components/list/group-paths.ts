/** The pages of a group: its rows page by page, then, of a long one, each state page by page. */
import type { FacetView, GroupView } from '../../views/kind/group-view.ts';
import type { Roll } from '../../views/roll.ts';

/** `path` is the address below the folder of the group's kind: `not-filed`, `not-filed/2`, `not-filed/open/2`. */
export interface GroupPath {
  readonly path: string;
  readonly group: GroupView;
  readonly facet: FacetView | undefined;
  readonly number: number;
}

export function groupPaths(
  groups: readonly GroupView[],
  pagesOf: (roll: Roll) => readonly number[],
): GroupPath[] {
  return groups.flatMap((group) =>
    [undefined, ...group.facets].flatMap((facet) =>
      pagesOf(facet ?? group).map((number) => ({
        path: [group.key, facet?.id, number === 1 ? undefined : String(number)]
          .filter((part) => part !== undefined)
          .join('/'),
        group,
        facet,
        number,
      })),
    ),
  );
}

/** What a page of a group is called: 未备案, 未备案，待整改, 未备案（第 2 页）. */
export function groupTitle({ group, facet, number }: Omit<GroupPath, 'path'>): string {
  const name = facet === undefined ? group.name : `${group.name}，${facet.name}`;
  return number === 1 ? name : `${name}（第 ${String(number)} 页）`;
}
