/**
 * 发文页的脚本: asks the desk's server for a paper and shows what is in it or what stops it. Every word of the answer is
 * set as text, never as markup.
 */
import './device/polyfill.ts';
import { sizeInWords } from '../../text/size.ts';
import { goTo, textElement as element, partIn, partsIn, sayAt } from './device/dom.ts';
import { copyWords } from './desk/copied.ts';
import { showPicture } from './desk/group-picture.ts';
import { atRest, NOT_THERE, postedToDesk } from './desk/dropped.ts';

interface Answer {
  readonly words: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly id: string;
}

/** Files that are shown at once. */
const FEW = 6;

class PapersPage {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    for (const offer of partsIn(root, '[data-paper]')) {
      offer.querySelector('[data-make]')?.addEventListener('click', () => void this.#make(offer));
      const copy = partIn(offer, '[data-copy]');
      const words = partIn(offer, '[data-words]');
      copy.addEventListener('click', () => void copyWords(words, copy));
    }
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    root.removeAttribute('data-waiting');
    root.dataset['ready'] = '';
  }

  async #make(offer: HTMLElement): Promise<void> {
    const fault = partIn(offer, '[data-fault]');
    const shown = partIn(offer, '[data-made]');
    sayAt(fault, []);
    shown.hidden = true;
    const title = offer.querySelector('h2')?.textContent ?? '';
    const { status, data } = await atRest(this.#root, `正在做${title}……`, () =>
      postedToDesk<Answer>('/api/papers', {
        paper: offer.dataset['paper'],
        of: offer.querySelector<HTMLSelectElement>('[data-of]')?.value,
      }),
    );
    if (status !== 200) {
      sayAt(fault, (data.sentence ?? NOT_THERE).split('\n'));
      goTo(fault);
      return;
    }
    show(offer, data);
    shown.hidden = false;
    goTo(shown);
  }
}

function show(
  offer: HTMLElement,
  { words = '', text = '', files: made = [], id = '' }: Partial<Answer>,
): void {
  const at = made.findIndex(({ name }) => name.endsWith('.svg'));
  showPicture(offer, at < 0 ? undefined : `/api/papers/${id}/${String(at)}`);
  const files = at < 0 ? made : [];
  const said = partIn(offer, '[data-words]');
  said.textContent = words;
  said.classList.toggle('desk-reply', true);
  partIn(offer, '[data-copy]').hidden = files.length > 0;
  partIn(offer, '[data-all]').replaceChildren(
    ...(files.length > 1
      ? [row(`全部${String(files.length)}个文件（zip）`, `/api/papers/${id}/all`)]
      : []),
  );
  const one = partIn<HTMLDetailsElement>(offer, '[data-each]');
  one.hidden = files.length === 0;
  one.open = files.length <= FEW;
  partIn(one, 'ul').replaceChildren(
    ...files.map(({ name, size }, at) =>
      row(`${name}（${sizeInWords(size)}）`, `/api/papers/${id}/${String(at)}`),
    ),
  );
  const inside = partIn(offer, '[data-text]');
  inside.hidden = text === '';
  partIn(inside, 'div').textContent = text;
}

function row(words: string, address: string): HTMLElement {
  const line = element('li', '');
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.textContent = words;
  line.append(link);
  return line;
}

const root = document.querySelector<HTMLElement>('[data-papers]');
if (root !== null) new PapersPage(root);
