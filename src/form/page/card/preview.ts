/** 预览: a report as the reviewer will see it, with what the review will remark. */
import type { Ledger } from '../../../schema/ledger.ts';
import { sizeInWords } from '../../../text/size.ts';
import { sentenceOf } from '../../sentence.ts';
import type { Course, WorkRules } from '../../work.ts';
import type { Card } from './card.ts';
import { copyOf, textElement, partIn, sayAt } from '../device/dom.ts';
import type { JudgedForm } from './judging.ts';
import { paintSmall } from '../evidence/picture.ts';
import { pieceKind, undatedNotes } from '../evidence/piece.ts';

interface Surroundings {
  readonly course: WorkRules['course'];
  readonly ledger: Ledger;
  readonly hasPlace: boolean;
  /** How many reports on an issue wait already. */
  readonly waiting: (subject: string) => number;
}

/** Renders what is about to be sent; from a file nothing can be. */
export function renderPreview(
  root: HTMLElement,
  cards: readonly Card[],
  sound: JudgedForm,
  { course, ledger, hasPlace, waiting }: Surroundings,
): void {
  const list = partIn(root, '[data-reports]');
  list.replaceChildren(
    ...cards.map((card, at) =>
      shown(card, sound, {
        at,
        course: course(sound, ledger, card.subject.id),
        waiting: waiting(card.subject.id),
      }),
    ),
  );
  const cannot = !hasPlace || location.protocol === 'file:';
  partIn(root, '[data-cannot]').hidden = !cannot;
  partIn(root, '[data-send]', HTMLButtonElement).disabled = cannot;
}

/** A report as the reviewer will see it. */
function shown(
  card: Card,
  { faults, records }: JudgedForm,
  { at, course, waiting }: { at: number; course: Course | undefined; waiting: number },
): HTMLElement {
  const item = copyOf('report');
  const { subject, act } = card;
  partIn(item, '[data-name]').textContent = card.title;
  partIn(item, '[data-act]').textContent = act?.title === card.title ? '' : (act?.title ?? '');
  const before = course?.before ?? subject.state;
  const after = course?.after ?? '';
  partIn(item, '[data-states]').textContent =
    before === after || after === ''
      ? before
      : `审核收下后：${before} → ${after}${course?.why ? `（${course.why}）` : ''}`;
  const facts = partIn(item, '[data-facts]');
  for (const [label, words] of card.lines)
    facts.append(textElement('dt', label), textElement('dd', words));
  const evidence = partIn(item, '[data-evidence-shown]');
  for (const piece of card.pieces) {
    const line = textElement('li', '');
    const day = piece.day === '' ? '' : `（${piece.day}）`;
    if (piece.kind === 'file') {
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      canvas.hidden = true;
      void paintSmall(piece.bytes, canvas).then((isPainted) => {
        canvas.hidden = !isPainted;
      });
      line.append(
        canvas,
        textElement('span', `${piece.name}，${sizeInWords(piece.bytes.length)}${day}`),
      );
    } else
      line.append(
        textElement(
          'span',
          `${pieceKind(piece) === 'number' ? '编号' : '链接'}：${piece.value}${day}`,
        ),
      );
    evidence.append(line);
  }
  partIn(item, '[data-no-evidence]').hidden =
    card.pieces.length > 0 || act?.fields.every(({ kind }) => kind !== 'evidence') === true;
  const path = records[at]?.path;
  const noted = faults.filter(
    ({ file, severity }) =>
      severity === 'warning' && (file === path || file.startsWith(`evidence/${subject.id}/`)),
  );
  sayAt(partIn(item, '[data-notes]'), [
    ...(waiting === 0
      ? []
      : [`提醒：这个问题已送出${String(waiting)}份，还没有收下；再送是另一份，不会代替前面的`]),
    ...undatedNotes(card.pieces),
    ...noted.map((fault) => `提醒：${sentenceOf(fault, card.names)}`),
  ]);
  return item;
}
