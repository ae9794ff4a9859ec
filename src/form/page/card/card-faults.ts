/** 指到那一格: what is wrong with one subject's record, said at the field where it is wrong. */
import type { DataPath } from '../../../ledger/yaml/node.ts';
import type { FormField } from '../../field.ts';
import type { FormFault } from '../../new-record.ts';
import { sentenceOf } from '../../sentence.ts';
import { partIn, partsIn, sayAt } from '../device/dom.ts';
import type { Pieces } from '../evidence/pieces.ts';

interface Shown {
  readonly element: HTMLElement;
  readonly room: HTMLElement;
  readonly fields: readonly FormField[];
  /** Name in the file → label. */
  readonly names: ReadonlyMap<string, string>;
  readonly pieces: Pieces | undefined;
  readonly fieldOf: ((at: DataPath) => string | undefined) | undefined;
}

const NOTHING_CHOSEN = '还没有选：写名称里的几个字，再从下面选';
const NO_ACT = '还没有选事项：选一项';

export function clearFaults(element: HTMLElement, room: HTMLElement): void {
  sayAt(partIn(element, '[data-card-fault]'), []);
  for (const place of partsIn(room, '[data-fault], [data-piece-fault]')) sayAt(place, []);
  for (const field of partsIn(room, '[aria-invalid]')) field.removeAttribute('aria-invalid');
}

/** Puts each sentence at its field; the first place that is wrong. */
export function showFaults(faults: readonly FormFault[], shown: Shown): HTMLElement {
  const { element, room, names, pieces } = shown;
  const places = Map.groupBy(faults, (fault) => placeOf(fault, shown));
  for (const [place, some] of places) {
    const sentences = [...new Set(some.map((fault) => sentenceOf(fault, names)))];
    const [head = '', at] = place.split('.');
    if (place === '') sayAt(partIn(element, '[data-card-fault]'), sentences);
    else if (head === 'evidence')
      pieces?.fault(at === undefined ? undefined : Number(at), sentences);
    else {
      const field = partIn(room, `[data-field="${place}"]`);
      const isUndecided = place === 'action' && field.querySelector(':checked') === null;
      const isUnchosen = field.querySelector('[data-chosen]')?.childElementCount === 0;
      // Several fields of the record hang on one choice: of each of them nothing is to be said.
      sayAt(
        partIn(field, '[data-fault]'),
        isUndecided ? [NO_ACT] : isUnchosen ? [NOTHING_CHOSEN] : sentences,
      );
      field.querySelector('input, textarea, select')?.setAttribute('aria-invalid', 'true');
    }
  }
  const wrong = '[aria-invalid], [data-fault]:not([hidden]), [data-piece-fault]:not([hidden])';
  return partsIn(element, wrong)[0] ?? element;
}

/** `''` is the card; `evidence` or `evidence.0`; else the path of a field that the act has. */
function placeOf({ file, at }: FormFault, { fields, fieldOf, pieces }: Shown): string {
  const ofEvidence = (index: string | number | undefined): string =>
    index === undefined ? 'evidence' : `evidence.${String(index)}`;
  if (file.startsWith('evidence/')) return ofEvidence(pieces?.placeOf(file.split('/')[2] ?? ''));
  if (at[0] === 'evidence') return ofEvidence(at[1]);
  const path = fieldOf?.(at) ?? at.map(String).join('.');
  return path === 'action' || fields.some((field) => field.path === path) ? path : '';
}
