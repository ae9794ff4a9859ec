/** 待办的行: what a waiting report says of a problem, and its evidence, each as a line of the card. */
import type { WaitingIssue } from '../../page-data/waiting-issue.ts';
import type { QueueItem, WaitingEvidence, WaitingStep } from '../../page-data/waiting-report.ts';
import { textElement } from '../device/dom.ts';

/** A piece of evidence as a line, to be opened at `address`; `opened` is told of it. */
export function pieceLine(
  { kind, value, what, day, sha256, at, isPicture, notes }: WaitingEvidence,
  address: string,
  opened: (at: number) => void,
): HTMLElement {
  const line = textElement('li', '');
  const about = [what, day].filter((one) => one !== undefined).join('，');
  if (at === undefined)
    line.append(textElement('span', `${kind === 'number' ? '编号' : '另存文件'}：${value}`));
  else {
    const link = document.createElement('a');
    link.href = `${address}/${String(at)}`;
    link.target = '_blank';
    link.rel = 'noreferrer';
    link.addEventListener('click', () => {
      opened(at);
    });
    if (isPicture) {
      const picture = document.createElement('img');
      picture.loading = 'lazy';
      picture.alt = value;
      picture.addEventListener('load', () => {
        opened(at);
      });
      picture.src = link.href;
      link.append(picture);
    }
    link.append(textElement('span', value));
    line.append(link);
  }
  if (about !== '') line.append(textElement('span', about, 'block small'));
  if (sha256 !== undefined)
    line.append(textElement('code', `SHA-256 ${sha256}`, 'block small soft'));
  line.append(...notes.map((note) => textElement('strong', note, 'block queue-note')));
  return line;
}

/** What is said of a report beside its evidence. */
export function factsOf(step: WaitingStep, { owed, registered }: WaitingIssue): HTMLElement[] {
  const state =
    step.before === undefined ? '不成立' : `${step.before} → ${step.after ?? step.before}`;
  const facts: [string, string | undefined][] = [
    ['存在问题', step.finding],
    ['整改时限', step.deadline],
    ['报送', `${step.actionName}，${step.reportedOn}`],
    ['收件后', state],
    ['进展说明', step.note],
    ['账号现在的登记状态', registered],
    ['应交佐证', owed.length === 0 ? undefined : owed.join('；')],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [textElement('dt', name), textElement('dd', value)],
  );
}

/** What becomes of the `count` issues of a report, in a line by the button: once where it is the same of all. */
export function outcomeWords(
  outcomes: readonly { readonly name: string; readonly words: string }[],
  when: string,
  count: number,
): string {
  const [first] = outcomes;
  if (first === undefined) return '';
  const isSame = outcomes.length === count && outcomes.every(({ words }) => words === first.words);
  const told = isSame ? [first.words] : outcomes.map(({ name, words }) => `${name} ${words}`);
  return `${when}：${told.join('；')}`;
}

/** What stands against a report, what is drafted on it, and the records that are no reports, each in a line. */
export function faultLines(item: QueueItem, drafted: string | undefined): HTMLElement[] {
  return [
    ...(drafted === undefined ? [] : [textElement('li', `${drafted}；再拟一次就换掉`)]),
    ...item.faults.map(({ isFault, words }) =>
      textElement('li', `${isFault ? '错误' : '提醒'}：${words}`, isFault ? 'queue-wrong' : ''),
    ),
    ...item.others.slice(0, item.told).map((words) => textElement('li', words)),
    ...(item.others.length > item.told
      ? [textElement('li', `等${String(item.others.length)}个文件`)]
      : []),
    ...(item.ok
      ? []
      : [
          textElement(
            'li',
            item.isOffice
              ? '检查没有通过，不能收进台账：登记的人撤回，照上面的话重新登记。'
              : '检查没有通过，不能收件：把上面的话转给单位，改好重新报送。',
            'queue-wrong',
          ),
        ]),
  ];
}
