/** 一案一档: the papers of one settled issue — facts, reports and decisions, evidence, reminders. */
import { inWords } from '../../day/calendar.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { isUnitAction } from '../../domain/issue/transition.ts';
import { reminderLevels } from '../../text/terms.ts';
import type { Face } from '../../views/face.ts';
import type { Fact } from '../../views/fact.ts';
import type { EvidenceView } from '../../views/issue/evidence-view.ts';
import { type IssueView, issueView } from '../../views/issue/issue-view.ts';
import type { StoryEntry } from '../../views/issue/story-view.ts';
import { letterFile } from '../letter/letter.ts';
import type { Block } from '../template/block.ts';
import type { ArchiveItem } from './catalogue.ts';
import { archivedName } from './file-name.ts';
import { pageCount } from './pages.ts';

/** What the folder needs from outside: bytes of evidence, and LibreOffice where there is one. */
export interface ArchiveTools {
  /** The bytes of `<issue>/<file name>` below content/evidence/. */
  readonly evidence: (file: string) => Uint8Array | undefined;
  /** A .docx as PDF; undefined where it cannot be converted. */
  readonly toPdf: (docx: Uint8Array) => Uint8Array | undefined;
}

export interface IssueFile {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly items: readonly ArchiveItem[];
}

/** The day on which an issue was done with: closed or voided in its last round; undefined where it is not. */
export function doneOn({ history: { round, state } }: IssueStanding): string | undefined {
  if (state === 'closed') return round.closedOn;
  return state === 'void' ? round.voidedOn : undefined;
}

/** The folder `folder` of an issue; its papers are the office's, the evidence is of whoever handed it in. */
export async function issueFile(
  face: Face,
  one: IssueStanding,
  folder: string,
  tools: ArchiveTools,
): Promise<IssueFile> {
  const files = new Map<string, Uint8Array>();
  const items: ArchiveItem[] = [];
  const view = issueView(face, one);
  const { authority, fiction } = face.ledger.site;
  const done = doneOn(one) ?? face.today;
  const about = `${one.issue.listedHost}“${one.issue.finding}”`;

  const paper = async (name: string, title: string, blocks: readonly Block[], on: string) => {
    const whole: Block[] = [{ kind: 'title', text: title }, ...blocks];
    const docx = await letterFile({ blocks: whole, annexes: [], office: authority, on, fiction });
    const pdf = tools.toPdf(docx);
    const made = new Map([[`${folder}/${name}.docx`, docx]]);
    if (pdf !== undefined) made.set(`${folder}/${name}.pdf`, pdf);
    for (const [path, bytes] of made) files.set(path, bytes);
    return { pages: pdf && pageCount('pdf', pdf), files: [...made.keys()] };
  };

  items.push({
    author: authority,
    title: `[${about}问题登记]`,
    on: one.issue.listedOn,
    ...(await paper('01-问题登记', `问题登记（${one.id}）`, factBlocks(view), done)),
  });
  items.push({
    author: authority,
    title: `[${about}整改报送和审核记录]`,
    on: done,
    ...(await paper('02-报送和审核', `整改报送和审核记录（${one.id}）`, storyBlocks(view), done)),
  });
  for (const piece of evidenceOf(face, one)) {
    const bytes = tools.evidence(`${one.id}/${piece.file}`);
    if (bytes === undefined) continue;
    const number = `03-${String(items.length - 1).padStart(2, '0')}`;
    const path = `${folder}/${archivedName(number, piece.file)}`;
    files.set(path, bytes);
    const pages = pageCount(piece.file.split('.').at(-1) ?? '', bytes);
    const title = `[${about}佐证：${piece.what ?? piece.file}]`;
    items.push({ author: piece.author, title, on: piece.on, pages, files: [path] });
  }
  const letters = face.ledger.reminders.filter(
    ({ issues, sentOn }) => issues.includes(one.id) && sentOn <= face.today,
  );
  if (letters.length > 0) {
    const blocks = letters.map((letter): Block => {
      const { sentOn, level, channel, to, document, note } = letter;
      const more = [document, channel, to, note].filter((part) => part !== undefined);
      const words = `${inWords(sentOn)}　${reminderLevels[level]}`;
      return { kind: 'body', text: more.length === 0 ? words : `${words}（${more.join('，')}）` };
    });
    const numbers = letters.flatMap(({ document }) => document ?? []);
    items.push({
      author: authority,
      number: numbers.length === 0 ? undefined : numbers.join('、'),
      title: `[${about}催办记录]`,
      on: letters.at(-1)?.sentOn ?? done,
      ...(await paper('04-催办记录', `催办记录（${one.id}）`, blocks, done)),
    });
  }
  return { files, items };
}

function factBlocks(view: IssueView): Block[] {
  const { listed, origin, listedOn, foundOn, duties, note, source } = view;
  const facts: Fact[] = [
    ...listed,
    { name: '问题来源', value: origin },
    { name: '列入日期', value: listedOn.words },
    ...(foundOn === undefined ? [] : [{ name: '发现日期', value: foundOn.words }]),
    ...duties.map((value) => ({ name: '承诺的频次', value })),
    ...(note === undefined ? [] : [{ name: '内部备注', value: note }]),
  ];
  return [
    { kind: 'heading', text: '清单所列' },
    ...facts.flatMap(factLines),
    ...(source === undefined
      ? []
      : [{ kind: 'body', text: `来源：${source.document}` } satisfies Block]),
  ];
}

function storyBlocks({ story }: IssueView): Block[] {
  return story.flatMap((entry): Block[] => [
    { kind: 'heading', text: headOf(entry) },
    ...[...entry.facts, ...entry.inside].flatMap(factLines),
    ...(entry.publicNote === undefined
      ? []
      : factLines({ name: '公开说明', value: entry.publicNote })),
    ...entry.evidence.flatMap((piece) => factLines({ name: '佐证', value: pieceInWords(piece) })),
  ]);
}

function headOf({ on, what, round, became }: StoryEntry): string {
  const later = round > 1 ? `（第${String(round)}轮）` : '';
  return `${on.words}　${what}${later}${became === undefined ? '' : `　→ ${became}`}`;
}

/** The hash stands on a line of its own: it is too long to be spread over one. */
function pieceInWords({ kind, words, what, day, sha256, removed }: EvidenceView): string {
  const parts = [words, what, day?.words, removed].filter((part) => part !== undefined);
  const hash = sha256 === undefined ? '' : `\nSHA-256 ${sha256}`;
  return `${kind}，${parts.join('，')}${hash}`;
}

/** 存在问题：…; one paragraph a line of the value. */
function factLines({ name, value }: Fact): Block[] {
  return `${name}：${value}`.split('\n').map((text) => ({ kind: 'body', text }));
}

interface Piece {
  readonly file: string;
  readonly what: string | undefined;
  readonly on: string;
  readonly author: string;
}

/** The files that the updates name, each once, in the order of the updates. */
function evidenceOf({ ledger }: Face, one: IssueStanding): Piece[] {
  const host = ledger.units.get(one.unit)?.name ?? one.issue.listedHost;
  const pieces = one.history.timeline.flatMap(({ update, on }) =>
    (update?.evidence ?? []).flatMap((piece): [string, Piece][] => {
      if (!('file' in piece)) return [];
      const { file, what, day } = piece;
      const isUnits = update !== undefined && isUnitAction(update.action);
      const author = isUnits ? host : ledger.site.authority;
      return [[file, { file, what, on: day ?? on, author }]];
    }),
  );
  return [...new Map(pieces.toReversed()).values()].toReversed();
}
