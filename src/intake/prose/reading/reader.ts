/** 逐段读: passages with their headings, one after the other, and whom each sentence names. */
import type { Known } from '../../record/known.ts';
import type { TextStretch } from '../said/edges.ts';
import {
  announced,
  type Governing,
  lastingOf,
  listedAbove,
  isDemand,
  officeHeading,
  stillAbove,
  subjectHeading,
  subjectsAbove,
  topicsAbove,
} from '../governing.ts';
import type { Above } from '../mention/group.ts';
import {
  addUnread,
  keepPlatforms,
  onlyPlatform,
  type NamedMention,
  type UnreadSentence,
} from '../mention/named.ts';
import { isOfAccounts } from '../mention/office/offices.ts';
import { Sections } from '../mention/sections.ts';
import { noteItem } from '../said/item.ts';
import { announcesFaults, isHeading, isSomeAre } from '../heading.ts';
import { markSites } from '../mention/part.ts';
import {
  headingsAbove,
  ANNOUNCED,
  isAskedPart,
  type OutlinePiece,
  piecesOf,
  WITHIN,
} from '../outline.ts';
import type { Passage } from '../passage.ts';
import { platformWords, registeredPlatforms } from '../mention/platform-words.ts';
import { titledAbout } from '../title.ts';
import { toneOf } from '../tone.ts';
import {
  isHalfMended,
  isHeadingLost,
  isMoreSaid,
  isNextLeft,
  isOfficeLeft,
  mayName,
  namesOther,
} from '../unread.ts';
import type { ListContext } from '../named-of.ts';
import { addForAll, addKeyed, addPoint, addSaid, retract } from './added.ts';
import { readSentence } from './sentence.ts';

/** Reads passages one after the other. */
export class Reader {
  readonly named: NamedMention[] = [];
  readonly unread: UnreadSentence[] = [];
  readonly #known: Known;
  readonly #words;
  #headings: Governing[] = [];
  readonly #sections = new Sections();
  /** The last sentence of the paragraph that names nobody and says that something is wrong. */
  #statement: ListContext['statement'];
  /** The platforms of names that were read, and of those in the register that have one platform only. */
  readonly #platforms: Map<string, string>;
  /** The names of the sentence before. */
  #last: NamedMention[] = [];
  /** The platform of those of the numbered point before, within a paragraph. */
  #beside: string | undefined;
  /** The same, offices as well. */
  #before: NamedMention[] = [];

  /** What the title says that the paper is about. */
  #about = titledAbout('');
  #title = '';
  /** What a note says of all. */
  readonly #note: string | undefined;

  constructor(known: Known, note: string | undefined) {
    this.#known = known;
    this.#note = note;
    this.#words = platformWords(known);
    this.#platforms = registeredPlatforms(known);
  }

  /** Another paper begins: no heading of the one before governs it. */
  begin({ plain }: Passage): void {
    this.#about = titledAbout(plain);
    this.#title = plain;
    this.#sections.begin();
    this.#headings = [];
    this.#statement = undefined;
  }

  read(passage: Passage): void {
    this.#statement = undefined;
    this.#last = [];
    this.#before = [];
    this.#beside = undefined;
    const pieces = piecesOf(passage);
    this.#headings = stillAbove(this.#headings, passage, pieces[0]?.level === 0);
    for (const piece of pieces) this.#piece(piece);
    // …；二是近三个月无原创。: points within a paragraph say nothing of the next one.
    const isRow = pieces.filter(({ level }) => level === WITHIN).length > 1;
    if (isRow) this.#headings = headingsAbove(this.#headings, WITHIN);
  }

  #piece(piece: OutlinePiece): void {
    const { passage, level, sentences } = piece;
    this.#sections.enter(level);
    if (level > 0) {
      this.#beside = onlyPlatform(this.#last) ?? this.#beside;
      this.#headings = headingsAbove(lastingOf(this.#headings), level);
      this.#statement = undefined;
    }
    let said: readonly NamedMention[] = [];
    for (const [index, [from, to]] of sentences.entries()) {
      const stretch = { from, to };
      if (announcesFaults(piece, to))
        this.#headings = announced(this.#headings, passage.plain.slice(from, to));
      const { groups, named, isDoubtful } = readSentence(
        piece,
        index,
        this.#above(),
        this.#around(),
        this.#words,
      );
      if (isDoubtful) this.#unread(passage, stretch);
      this.#sections.mark(named, level);
      markSites(named, passage.plain.slice(0, to), from, this.#headings, this.#title);
      noteItem({ named, said, groups }, piece, index, isAskedPart(this.#headings), this.#known);
      this.#before = named;
      if (named.length > 0) said = named;
      if (groups.some(isOfAccounts)) {
        this.#last = named;
        this.named.push(...named);
        keepPlatforms(this.#platforms, named);
        if (isMoreSaid(passage.plain, stretch, groups, this.#known, this.#words))
          this.#unread(passage, stretch);
        this.#head(subjectHeading(piece, groups[0], this.#last, index));
      } else if (named.length > 0) {
        this.named.push(...named);
        this.#last = [];
        if (isOfficeLeft(passage.plain, stretch, { groups, named }, this.#known, this.#words))
          this.#unread(passage, stretch);
      } else if (index === 0 && this.#isOffice(piece, stretch)) {
        this.#last = [];
      } else if (
        subjectsAbove(this.#headings) === undefined &&
        index === 0 &&
        isHeading(piece, this.#known)
      ) {
        const text = passage.plain.slice(from, to);
        this.#head({ level: level || ANNOUNCED, text, statement: { passage, stretch } });
        if (isHeadingLost(text, this.#known, this.#words)) this.#unread(passage, stretch);
      } else {
        retract(said, passage.plain.slice(from, to), this.#known);
        this.#aside(passage, stretch, level > 0 && index === 0);
      }
    }
  }

  /** Whether a heading is an office: what is said to be wrong under it is its own. */
  #isOffice(piece: OutlinePiece, stretch: TextStretch): boolean {
    const heading = officeHeading(piece, stretch);
    if (heading === undefined) return false;
    this.named.push(...heading.subjects);
    this.#head(heading);
    return true;
  }

  /** What a sentence is read against. */
  #above(): Above {
    return {
      topics: topicsAbove(this.#statement, this.#headings, this.#note),
      platforms: this.#platforms,
      isAmong: this.named.length > 0,
      ...this.#about,
      beside: this.#beside,
      ofAll: this.#note,
    };
  }

  #around(): ListContext {
    return {
      headings: this.#headings,
      before: this.#before,
      statement: this.#statement,
      known: this.#known,
    };
  }

  #head(heading: Governing | undefined): void {
    if (heading) this.#headings = [...headingsAbove(this.#headings, heading.level), heading];
  }

  #unread(passage: Passage, { from, to }: TextStretch): void {
    addUnread(this.unread, passage.text.slice(from, to), passage.placeAt(from));
  }

  /** A sentence without names: said of the account above or before, or a statement on what follows. */
  #aside(passage: Passage, stretch: TextStretch, isPoint: boolean): void {
    const plain = passage.plain.slice(stretch.from, stretch.to);
    const tone = isDemand(plain) ? 'none' : toneOf(plain, this.#known);
    if (tone === 'none' && addKeyed(this.#last, { passage, stretch })) return;
    const listed = isPoint && tone === 'none' ? listedAbove(this.#headings) : undefined;
    if (listed !== undefined && !namesOther(plain, this.#words)) {
      addPoint(listed, { passage, stretch });
      return;
    }
    if (tone !== 'problem' || isAskedPart(this.#headings)) {
      if (tone === 'mended' && isHalfMended(plain, this.#known, this.#words))
        this.#unread(passage, stretch);
      if (tone !== 'none') this.#statement = undefined;
      // 有的账号“名不副实”。: what is wrong, in quotation marks.
      else if (isSomeAre(plain)) this.#statement = { passage, stretch };
      return;
    }
    const isLost = subjectsAbove(this.#headings) === undefined && mayName(plain, this.#words);
    if (isLost || isNextLeft(passage.plain, stretch, this.#known)) this.#unread(passage, stretch);
    const statement = { passage, stretch };
    if (addForAll(this.#sections.inPart(this.named), statement, this.#known)) return;
    if (addSaid(this.#last, this.#headings, statement, this.#known))
      this.#headings = lastingOf(this.#headings);
    else this.#statement = statement;
  }
}
