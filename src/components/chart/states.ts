/** The states as a bar shows them: from settled to not begun, each with an ink, some hatched, so that grey tells them apart. */

/** The colours of pictures; fill-… and stroke-… of chart.css, so that 关怀版, print and forced colours reach them. */
export type Ink =
  'pine' | 'mid' | 'pale' | 'faint' | 'paper' | 'ink' | 'soft' | 'line' | 'cinnabar';

export const stateInks = [
  { id: 'closed', ink: 'pine', hatched: false },
  { id: 'sustained', ink: 'pine', hatched: true },
  { id: 'submitted', ink: 'mid', hatched: false },
  { id: 'rectifying', ink: 'pale', hatched: false },
  { id: 'returned', ink: 'ink', hatched: false },
  { id: 'open', ink: 'faint', hatched: false },
  { id: 'void', ink: 'pale', hatched: true },
] as const satisfies readonly { id: string; ink: Ink; hatched: boolean }[];

/** The parts of a bar of a trend page, in their order: 已销号、长期坚持、未完成, or 合格、不合格. */
export const partInks = [
  { ink: 'pine', hatched: false },
  { ink: 'pine', hatched: true },
  { ink: 'paper', hatched: false },
] as const satisfies readonly { ink: Ink; hatched: boolean }[];
