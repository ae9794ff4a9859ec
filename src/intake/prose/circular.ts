/**
 * 通报文字: what a circular in prose says of accounts. Sentence by sentence, under the headings that govern it, every
 * account that is named gets the problem of its own clause, else that of the words that lead up to the list, else that of
 * the sentence before, else that of the heading — or is kept aside with the reason why nothing is said of it.
 */
import type { Known } from '../record/known.ts';
import type { Line } from '../../paper/sheet.ts';
import { findingsIn, type TextStretch } from './finding.ts';
import { type Governing, governingProblem, type GoverningStatement } from './governing.ts';
import { type Above, type Group, groupsIn } from './mention/group.ts';
import type { NamedMention, UnreadSentence } from './mention/named.ts';
import { isOfAccounts, officesAlone } from './mention/offices.ts';
import { namedFrom } from './each.ts';
import { isHeading, isTableTitle } from './heading.ts';
import { headingsAbove, ANNOUNCED, isAskedPart, type OutlinePiece, piecesOf } from './outline.ts';
import { isFollowedByDate, type Passage, passagesOf } from './passage.ts';
import { platformWords, registeredPlatforms } from './mention/platform-words.ts';
import { isGeneral, toneOf } from './tone.ts';
import { isHalfMended, isOfficeLeft, isMoreSaid, isNextLeft, isOfPart, mayName } from './unread.ts';
import { type ListVerdict, verdictOn } from './verdict.ts';

/** All accounts that the lines name, in their order, and the sentences in which one may have been overlooked. */
export function namedInCircular(
  lines: readonly Line[],
  known: Known,
): { named: NamedMention[]; unread: UnreadSentence[] } {
  const reader = new Reader(known);
  const passages = passagesOf(lines);
  for (const [at, passage] of passages.entries())
    if (!isFollowedByDate(passages[at + 1])) reader.read(passage);
  return { named: reader.named, unread: reader.unread };
}

/** 该账号…, 主要问题是…: said of what was named before. */
const BACK =
  /^(?:(?:该|此|上述|以上|这|其)(?:\d+|[两二三四五六七八九十几]+|些)?[个家]?(?:政务)?(?:账号|网站|公众号|微博|新媒体|平台|微信)|(?:存在的?)?(?:主要|突出|具体)?(?:问题|原因)(?:主要)?(?:是|为|有|包括|在于)：?)/u;

class Reader {
  readonly named: NamedMention[] = [];
  readonly unread: UnreadSentence[] = [];
  readonly #known: Known;
  readonly #words;
  #headings: Governing[] = [];
  /** The last sentence of the paragraph that names nobody and says that something is wrong. */
  #statement: GoverningStatement | undefined;
  /** The platforms of names that were read, and of those in the register that have one platform only. */
  readonly #platforms: Map<string, string>;
  /** The names of the sentence before. */
  #last: NamedMention[] = [];

  constructor(known: Known) {
    this.#known = known;
    this.#words = platformWords(known);
    this.#platforms = registeredPlatforms(known);
  }

  read(passage: Passage): void {
    this.#statement = undefined;
    this.#last = [];
    this.#headings = this.#headings.filter(({ isHere }) => isHere !== true);
    if (/^(?:附件|附：|附表)/u.test(passage.plain)) this.#headings = [];
    for (const piece of piecesOf(passage)) this.#piece(piece);
  }

  #piece(piece: OutlinePiece): void {
    const { passage, level, sentences } = piece;
    if (level > 0) {
      this.#forget();
      this.#headings = headingsAbove(this.#headings, level);
      this.#statement = undefined;
    }
    for (const [index, [from, to]] of sentences.entries()) {
      const stretch = { from, to };
      const groups = groupsIn(passage.plain, stretch, this.#above(), this.#words);
      const named = groups.flatMap((group, at) => {
        const own = this.#namedOf(passage, stretch, group, groups[at + 1]);
        if (isTableTitle(passage.plain) && !isOfAccounts(group)) return [];
        // Of an office nothing is said by naming it.
        return isOfAccounts(group) ? own : own.filter(({ findings }) => findings.length > 0);
      });
      if (groups.some(isOfAccounts)) {
        this.#last = named;
        this.#keep();
        if (isMoreSaid(passage.plain, stretch, groups, this.#known, this.#words))
          this.#unread(passage, stretch);
        if (index === 0) this.#subject(piece, groups, to - from);
      } else if (named.length > 0) {
        this.named.push(...named);
        this.#last = [];
        if (isOfficeLeft(passage.plain, stretch, groups, named, this.#known))
          this.#unread(passage, stretch);
      } else if (index === 0 && this.#isOffice(piece, stretch)) {
        this.#last = [];
      } else if (this.#subjects() === undefined && index === 0 && isHeading(piece, this.#known)) {
        const text = passage.plain.slice(from, to);
        this.#head({ level: level || ANNOUNCED, text, statement: { passage, stretch } });
        if (isOfPart(text) && toneOf(text, this.#known) === 'problem')
          this.#unread(passage, stretch);
      } else this.#aside(passage, stretch);
    }
  }

  /** Whether a heading is an office: what is said to be wrong under it is its own. */
  #isOffice({ passage, level }: OutlinePiece, stretch: TextStretch): boolean {
    const [sentence, isHere] = [passage.plain.slice(stretch.from, stretch.to), level === 0];
    if (isHere && (!sentence.endsWith('：') || stretch.to === passage.plain.length)) return false;
    const subjects = officesAlone(sentence).map((mention): NamedMention => ({
      mention,
      place: passage.placeAt(stretch.from),
      sentence,
      findings: [],
      why: 'nothing',
      guesses: [],
    }));
    if (subjects.length === 0) return false;
    this.named.push(...subjects);
    this.#head({ level: isHere ? ANNOUNCED : level, text: '', subjects, isHere });
    return true;
  }

  #keep(): void {
    this.named.push(...this.#last);
    for (const { mention } of this.#last) {
      const { name, platform } = mention;
      if (!this.#platforms.has(name) && platform !== '') this.#platforms.set(name, platform);
    }
  }

  /** What a sentence is read against. */
  #above(): Above {
    const isAmong = this.named.length > 0;
    return { topics: this.#topics(), platforms: this.#platforms, isAmong };
  }

  /** What governs a sentence, the nearest first. */
  #topics(): string[] {
    const { passage, stretch } = this.#statement ?? {};
    const statement = passage && stretch ? [passage.plain.slice(stretch.from, stretch.to)] : [];
    return [...statement, ...this.#headings.map(({ text }) => text).reverse()];
  }

  #head(heading: Governing): void {
    this.#headings = [...headingsAbove(this.#headings, heading.level), heading];
  }

  /** An account as a heading, or alone on a line: what is said to be wrong under it is its own. */
  #subject(
    { level, passage: { plain }, sentences }: OutlinePiece,
    [group]: readonly Group[],
    length: number,
  ): void {
    // 甲网站：（1）…；（2）…
    const end = sentences[0]?.[1] ?? 0;
    const opens = level === 0 && plain[end - 1] === '：' && end < plain.length;
    // “甲发布”问题较多：一是…；二是…
    const isOver = (to: number): boolean => to >= end - 1 || isGeneral(plain.slice(to, end - 1));
    if (opens && this.#last.length > 0 && group !== undefined && isOver(group.to)) {
      this.#head({ level: ANNOUNCED, text: '', subjects: this.#last, isHere: true });
      return;
    }
    const isOnce = level === 0;
    if (isOnce && (group === undefined || group.to < plain.length || group.lead.to > 12)) return;
    const isAlone = this.#last.every(({ why }) => why === 'nothing' || why === 'unclear');
    const subjects = isAlone && length <= 40 ? { subjects: this.#last, isOnce } : {};
    if (isOnce && !isAlone) return;
    this.#head({ level: isOnce ? ANNOUNCED + 0.5 : level, text: '', ...subjects });
  }

  #forget(): void {
    this.#headings = this.#headings.filter(({ isOnce }) => isOnce !== true);
  }

  /** The account in the heading above, if it is one. */
  #subjects(): NamedMention[] | undefined {
    return this.#headings.findLast(({ subjects }) => subjects !== undefined)?.subjects;
  }

  #unread(passage: Passage, { from, to }: TextStretch): void {
    this.unread.push({ sentence: passage.text.slice(from, to), place: passage.placeAt(from) });
  }

  /** A sentence without names: said of the account above or before, or a statement on what follows. */
  #aside(passage: Passage, stretch: TextStretch): void {
    const plain = passage.plain.slice(stretch.from, stretch.to);
    const tone = toneOf(plain, this.#known);
    if (tone !== 'problem' || isAskedPart(this.#headings)) {
      if (tone === 'mended' && isHalfMended(plain, this.#known, this.#words))
        this.#unread(passage, stretch);
      if (tone !== 'none') this.#statement = undefined;
      return;
    }
    const isLost = this.#subjects() === undefined && mayName(plain, this.#words);
    if (isLost || isNextLeft(passage.plain, stretch, this.#known)) this.#unread(passage, stretch);
    const back = BACK.exec(plain)?.[0];
    const subjects = back === undefined ? this.#subjects() : this.#last;
    if (subjects === undefined) {
      this.#statement = { passage, stretch };
      return;
    }
    const own = { from: stretch.from + (back?.length ?? 0), to: stretch.to };
    const found = findingsIn(passage.plain, own, this.#known).map(({ from, to }) =>
      passage.text.slice(from, to).trim(),
    );
    for (const one of subjects) {
      const more = found.filter((finding) => one.findings.length === 0 || !isGeneral(finding));
      if (more.length === 0 || one.why === 'mended') continue;
      const isSaid = more.some((finding) => !isGeneral(finding));
      const own = isSaid ? one.findings.filter((finding) => !isGeneral(finding)) : one.findings;
      one.findings = [...own, ...more];
      one.sentence = `${one.sentence}${passage.text.slice(stretch.from, stretch.to).trim()}`;
      one.why = undefined;
    }
    this.#forget();
  }

  #namedOf(
    passage: Passage,
    sentence: TextStretch,
    group: Group,
    next: Group | undefined,
  ): NamedMention[] {
    const verdict: ListVerdict = isAskedPart(this.#headings)
      ? { findings: [], why: 'nothing', guesses: [] }
      : verdictOn(
          passage,
          group,
          next?.lead.from ?? sentence.to,
          (isAlone) =>
            governingProblem(this.#headings, isAlone ? this.#statement : undefined, this.#known),
          this.#known,
          this.#words,
        );
    return namedFrom({ passage, sentence, group, verdict }, this.#known);
  }
}
