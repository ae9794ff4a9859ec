/** 预览: a report as the reviewer will see it, with what the review will remark. */
import type { Ledger } from '../../schema/ledger.ts';
import { sizeInWords } from '../../text/size.ts';
import { sentenceOf } from '../sentence.ts';
import type { Course, Work } from '../work.ts';
import type { Card } from './card.ts';
import { copyOf, made, part, say } from './dom.ts';
import type { Judged } from './judging.ts';
import { drawSmall } from './picture.ts';
import { kindOf } from './piece.ts';

interface Surroundings {
  readonly work: Work;
  readonly ledger: Ledger;
  readonly hasPlace: boolean;
  /** How many reports on an issue wait already. */
  readonly waiting: (subject: string) => number;
}

/** Draws what is about to be sent; from a file nothing can be. */
export function drawPreview(
  root: HTMLElement,
  cards: readonly Card[],
  sound: Judged,
  { work, ledger, hasPlace, waiting }: Surroundings,
): void {
  const list = part(root, '[data-reports]');
  list.replaceChildren(
    ...cards.map((card, at) =>
      shown(card, sound, {
        at,
        course: work.course(sound, ledger, card.subject.id),
        waiting: waiting(card.subject.id),
      }),
    ),
  );
  const cannot = !hasPlace || location.protocol === 'file:';
  part(root, '[data-cannot]').hidden = !cannot;
  part(root, '[data-send]', HTMLButtonElement).disabled = cannot;
}

/** A report as the reviewer will see it. */
function shown(
  card: Card,
  { faults, records }: Judged,
  { at, course, waiting }: { at: number; course: Course | undefined; waiting: number },
): HTMLElement {
  const item = copyOf('report');
  const { subject, act } = card;
  part(item, '[data-name]').textContent = card.title;
  part(item, '[data-act]').textContent = act?.title ?? '';
  const before = course?.before ?? subject.state;
  const after = course?.after ?? '';
  part(item, '[data-states]').textContent =
    before === after || after === '' ? before : `审核收下后：${before} → ${after}`;
  const facts = part(item, '[data-facts]');
  for (const [label, words] of card.lines) facts.append(made('dt', label), made('dd', words));
  const evidence = part(item, '[data-evidence-shown]');
  for (const piece of card.pieces) {
    const line = made('li', '');
    const day = piece.day === '' ? '' : `（${piece.day}）`;
    if (piece.kind === 'file') {
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      canvas.hidden = true;
      void drawSmall(piece.bytes, canvas).then((isDrawn) => {
        canvas.hidden = !isDrawn;
      });
      line.append(canvas, made('span', `${piece.name}，${sizeInWords(piece.bytes.length)}${day}`));
    } else
      line.append(
        made('span', `${kindOf(piece) === 'number' ? '编号' : '链接'}：${piece.value}${day}`),
      );
    evidence.append(line);
  }
  part(item, '[data-no-evidence]').hidden =
    card.pieces.length > 0 || act?.fields.every(({ kind }) => kind !== 'evidence') === true;
  const path = records[at]?.path;
  const noted = faults.filter(
    ({ file, severity }) =>
      severity === 'warning' && (file === path || file.startsWith(`evidence/${subject.id}/`)),
  );
  say(part(item, '[data-notes]'), [
    ...(waiting === 0
      ? []
      : [`提醒：这个问题已送出 ${String(waiting)} 份，还没有收下；再送是另一份，不会代替前面的`]),
    ...noted.map((fault) => `提醒：${sentenceOf(fault, card.names)}`),
  ]);
  return item;
}
