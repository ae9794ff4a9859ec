/** 词: where a line of Chinese may break without splitting a word. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const BRACKET_END = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
const SINGLE = /^\p{Script=Han}$/u;
/** These belong to what follows. */
const LEADING = /(?:第[一二三四]?|[未不无新\d])$/u;
/** Words of the field that the segmenter takes apart. */
const TERMS = ['政务新媒体', '政府网站', '专项整治', '整改台账', '问题清单', '人民政府', '账号'];

/**
 * `text` in pieces between which a line may break: words and terms of the field, with punctuation on the word that it
 * belongs to, numbers with what they count, and single characters (与, 区, 办) on the word before them.
 */
export function breakablePieces(text: string): readonly string[] {
  const known = seen.get(text);
  if (known !== undefined) return known;
  const pieces = piecesOf(text);
  seen.set(text, pieces);
  return pieces;
}

/** The same titles stand on thousands of pages. */
const seen = new Map<string, readonly string[]>();

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    const term = index < end ? undefined : TERMS.find((one) => text.startsWith(one, index));
    const joined =
      last !== undefined &&
      (index < end || (term === undefined ? belongsTo(last, segment) : OPENING.test(last)));
    if (joined) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
    if (term !== undefined) end = index + term.length;
  }
  return pieces;
}

function belongsTo(last: string, segment: string): boolean {
  return (
    BRACKET_END.test(segment) ||
    OPENING.test(last) ||
    LEADING.test(last) ||
    (SINGLE.test(segment) && !LEADING.test(segment)) ||
    segment.trim() === ''
  );
}

/** `“内容单一”请附新内容的链接` → `“内容单一”的，新内容的链接`: what is asked for, behind words that ask already. */
export function withoutAsking(ask: string): string {
  return ask.replace(/^(?<kind>“[^”]+”)?请(?:附|填写)/u, (_all, kind?: string) =>
    kind === undefined ? '' : `${kind}的，`,
  );
}
