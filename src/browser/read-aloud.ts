/**
 * 朗读本页: the words of the page by a voice of the device itself, part after part, each marked while it is read. A voice
 * that speaks over the network is never taken: what stands on an inner page would leave the house. Where the device has
 * no Chinese voice the button stays hidden.
 */
const PARTS = 'h1, h2, h3, p, li, dt, dd, figcaption, caption, tr';
const MARK = 'reading-aloud';
/** Long enough for a sentence; some voices fall silent in a long text. Characters. */
const LONGEST = 160;

const button = document.querySelector<HTMLButtonElement>('[data-voice]');
let rest: HTMLElement[] = [];
let isReading = false;

function voice(): SpeechSynthesisVoice | undefined {
  const own = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && /^(?:zh|cmn)/iu.test(lang));
  return own.find(({ lang }) => /CN|Hans/iu.test(lang)) ?? own[0];
}

/** What is seen of a part, as it is said: cells one after the other. */
function wordsOf(part: HTMLElement): string {
  return part.innerText.trim().replace(/\s*[\t\n]+\s*/gu, '，');
}

/** The smallest parts of the page with words that are seen, in their order. */
function partsOf(main: HTMLElement): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(PARTS)].filter(
    (part) =>
      part.querySelector(PARTS) === null &&
      part.closest('tr') === (part.tagName === 'TR' ? part : null) &&
      part.getClientRects().length > 0 &&
      wordsOf(part) !== '',
  );
}

/** Pieces that end with a sentence where there is one. */
function piecesOf(words: string): string[] {
  return words.match(new RegExp(`[^。；！？]{1,${String(LONGEST)}}[。；！？]?`, 'gu')) ?? [];
}

function unmark(): void {
  document.querySelector(`.${MARK}`)?.classList.remove(MARK);
}

/** Ends at once. */
export function stopReading(): void {
  if (!isReading) return;
  isReading = false;
  rest = [];
  speechSynthesis.cancel();
  unmark();
  if (button) button.textContent = '朗读本页';
}

function next(): void {
  const part = rest.shift();
  unmark();
  if (part === undefined) {
    stopReading();
    return;
  }
  part.classList.add(MARK);
  part.scrollIntoView({ block: 'nearest' });
  const pieces = piecesOf(wordsOf(part));
  for (const [at, piece] of pieces.entries()) {
    const speech = new SpeechSynthesisUtterance(piece);
    const own = voice();
    if (own) {
      speech.voice = own;
      speech.lang = own.lang;
    }
    speech.rate = 0.9;
    if (at === pieces.length - 1)
      speech.onend = () => {
        if (isReading) next();
      };
    speechSynthesis.speak(speech);
  }
}

/** Shows the button where the device can read. */
function offer(): void {
  if (button) button.hidden = voice() === undefined;
}

function begin(): void {
  const main = document.querySelector<HTMLElement>('main');
  speechSynthesis.cancel();
  rest = main ? partsOf(main) : [];
  isReading = true;
  if (button) button.textContent = '停止朗读';
  next();
}

let isOffered = false;

/** Offers to read this page; `stopReading` takes it back. */
export function offerReading(): void {
  if (button === null || isOffered || !('speechSynthesis' in window)) return;
  isOffered = true;
  offer();
  speechSynthesis.addEventListener('voiceschanged', offer);
  button.addEventListener('click', () => {
    if (isReading) stopReading();
    else begin();
  });
  window.addEventListener('pagehide', stopReading);
}
