/** 页上的数据: what the script of a form is told, as JSON. */
import type { Act } from '../act.ts';
import type { SenderSettings } from '../send/settings.ts';
import type { Slice, SliceRest } from '../slice/slice.ts';

/** An issue, an account or whatever else a card of the page is about. */
export interface Subject {
  readonly id: string;
  /** As the reviewer knows it: 序号3 甲街道发布. */
  readonly name: string;
  readonly finding?: string;
  readonly state: string;
  /** What may be done with it as it stands, the likeliest first. */
  readonly acts: readonly string[];
  /** What stands in a field before anybody types, by its path. */
  readonly presets?: Readonly<Record<string, string>>;
  /** How many reports the ledger has, where the page holds none of them. */
  readonly reports?: number;
  /** What a closing still owes and a line of text can prove. */
  readonly asked?: readonly AskedPiece[];
}

/** A piece of evidence that is asked for, to be written. */
export interface AskedPiece {
  /** `either`: an address or a number, as it comes. */
  readonly kind: 'number' | 'link' | 'either';
  readonly ask: string;
  readonly dated: boolean;
  /** What was handed in before a return proves it already: the check asks for no day once more. */
  readonly proved?: true;
}

/** What differs in the sentences of the pages. */
export interface PageWords {
  /** 勾选要报的问题 */
  readonly choose: string;
  /** 报送 3 个问题: what is done, and with what. */
  readonly verb: string;
  readonly noun: string;
}

export interface PageData {
  /** Undefined on the pages of the office. */
  readonly unit: string | undefined;
  /** True where nothing is chosen beforehand: a decision is somebody's own. */
  readonly decides: boolean;
  /** Who sends: the unit, or the office that leads. */
  readonly sender: { readonly id: string; readonly name: string };
  readonly words: PageWords;
  readonly acts: readonly Act[];
  readonly subjects: readonly Subject[];
  readonly place: SenderSettings | undefined;
  /** What is asked before anything is filled in; all of it where the page has no file of its own beside it. */
  readonly slice: Slice;
}

export interface OfficePage {
  readonly acts: readonly Act[];
  readonly data: PageData;
  /** The file of `JudgedApart`; undefined where `data` has all. */
  readonly sliceHref?: string;
}

/** A page whose script fetches all that judges when something is filled in: it grows with every report, and most only read. */
export interface JudgedApart {
  readonly rest: SliceRest;
  readonly sliceHref: string;
}
