/** The states as a bar shows them: from settled to not begun, each with an ink, some hatched, so that grey tells them apart. */
import { inks } from './drawing.ts';

export const stateInks = [
  { id: 'closed', ink: 'pine', hatched: false },
  { id: 'sustained', ink: 'pine', hatched: true },
  { id: 'submitted', ink: 'mid', hatched: false },
  { id: 'rectifying', ink: 'pale', hatched: false },
  { id: 'returned', ink: 'ochre', hatched: false },
  { id: 'open', ink: 'faint', hatched: false },
  { id: 'void', ink: 'pale', hatched: true },
] as const satisfies readonly { id: string; ink: keyof typeof inks; hatched: boolean }[];

/** Hatching in paper white, at a right angle to nothing else in the picture. */
export function hatch(): object {
  return {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [3, 5],
    rotation: Math.PI / 4,
    color: inks.paper,
  };
}
