/** How a square looks: its ink, and a mark in paper white so that grey print tells it apart; the mark is drawn from its corner. */
import type { HomeView } from '../../views/home/home-view.ts';
import type { Ink } from '../chart/states.ts';

export type SquareLook = HomeView['squares']['key'][number]['id'];

export const squareInks: Readonly<
  Record<SquareLook, { readonly ink: Ink; readonly mark: string }>
> = {
  overdue: { ink: 'cinnabar', mark: 'm5 2v4m0 1v2' },
  returned: { ink: 'ink', mark: 'm8 5h-6m2.5 -2.5l-2.5 2.5l2.5 2.5' },
  open: { ink: 'paper', mark: '' },
  rectifying: { ink: 'pale', mark: '' },
  submitted: { ink: 'mid', mark: '' },
  held: { ink: 'mid', mark: 'm1 5l3 3l5 -6' },
  sustained: { ink: 'pine', mark: 'm0 10l10 -10' },
  closed: { ink: 'pine', mark: '' },
  void: { ink: 'faint', mark: 'm2 5h6' },
};
