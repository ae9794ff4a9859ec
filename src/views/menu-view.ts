/**
 * 菜单: the parts of the site that this face has, in short words, so that all of them are found from every page. What
 * the regular supervision makes (检查, 通报, 登记, 自查) stands on a shelf of its own; a shelf of one page leads to that page.
 */
import type { Audience } from '../schema/field.ts';
import type { Ref } from './address.ts';
import type { TablePage } from './cell-table.ts';
import type { SiteView } from './site-view.ts';

export type MenuEntry = Pick<Ref, 'name' | 'href'>;
/** What stands on every page of the site, with its menu. */
export interface FrameView extends SiteView {
  readonly menu: readonly MenuEntry[];
  /** Origins to which reports are sent; none on the public site. */
  readonly connect: readonly string[];
}

export type PaperPage = Pick<TablePage, 'title' | 'href' | 'intro' | 'more'>;

const shelves = {
  inspections: { name: '检查', word: '次' },
  bulletins: { name: '通报', word: '份' },
  registry: { name: '登记', word: '页' },
  'self-checks': { name: '自查', word: '份' },
} as const;
type ShelfId = keyof typeof shelves;

export interface ShelfView extends MenuEntry {
  readonly id: ShelfId;
  /** The counting word of its papers. */
  readonly word: string;
  readonly papers: readonly PaperPage[];
}

/** The shelves that hold something, in the order of the menu; their papers in the given order. */
export function shelfViews(papers: Readonly<Record<ShelfId, readonly PaperPage[]>>): ShelfView[] {
  return (Object.keys(shelves) as ShelfId[]).flatMap((id) => {
    const [first, ...others] = papers[id];
    if (first === undefined) return [];
    const href = others.length === 0 ? first.href : `/${id}.html`;
    return [{ id, ...shelves[id], href, papers: papers[id] }];
  });
}

/** What only some sites have: the address of the first page of each. */
interface Further {
  /** 待办, where the site's own server decides. */
  readonly desk?: string | undefined;
  readonly trends?: string | undefined;
  readonly warnings?: string | undefined;
  readonly children?: string | undefined;
}

const DESK = '/desk/index.html';

/** Whether the site's own server decides, so that the pages of the desk are there. */
export function namesDesk(menu: readonly MenuEntry[]): boolean {
  return menu.some(({ href }) => href === DESK);
}

/** All entries of the menu. */
export function menuView(
  audience: Audience,
  shelved: readonly ShelfView[],
  { desk, trends, warnings, children }: Further = {},
): MenuEntry[] {
  const where = (name: string, href: string | undefined): MenuEntry[] =>
    href === undefined ? [] : [{ name, href }];
  return [
    { name: '首页', href: '/index.html' },
    ...where('填报', audience === 'internal' ? '/report/index.html' : undefined),
    ...where('待办', desk),
    { name: '问题', href: '/issues.html' },
    { name: '截止日', href: '/deadlines.html' },
    { name: '逾期', href: '/overdue.html' },
    ...where('预警', warnings),
    ...where('下级', children),
    { name: '单位', href: '/units.html' },
    { name: '账号', href: '/accounts.html' },
    { name: '专项', href: '/campaigns.html' },
    ...shelved.map(({ name, href }) => ({ name, href })),
    ...where('趋势', trends),
    { name: '变化', href: '/changes.html' },
    { name: '说明', href: '/about.html' },
  ];
}
