/**
 * The one way this program reads YAML: strict, and the same for files, proposals and imports.
 * Refused: aliases and anchors, `<<`, tags, duplicate keys, several documents, `__proto__`, control and bidi
 * characters, other encodings than UTF-8, other line ends than LF. Reasons: docs/decisions.md.
 */
import { EVENT_ID, YAMLException, constructFromEvents, parseEvents, type Event } from 'js-yaml';
import { hiddenCharacter, unseenSentence } from './characters.ts';
import { SAVE_AS_UTF8, decodeUtf8 } from './encoding.ts';
import { unseenIn } from '../../text/unseen.ts';
import type { Fault, MakeFault } from '../fault.ts';
import { LARGEST_RECORD } from '../../schema/layout.ts';
import type { DataPath } from './node.ts';
import { Positions } from './position.ts';
import { slipsIn, syntaxFaults } from './slip.ts';
import { isPlain, structureFaults } from './structure.ts';

export type YamlReading =
  | { ok: true; value: Record<string, unknown>; source: string }
  | { ok: false; faults: Fault[]; source: string | undefined };

/** Reads one YAML file that holds a record of at most `most` bytes. `file` only names it in faults. Never throws on bad data. */
export function readYaml(
  file: string,
  bytes: Uint8Array,
  most: number = LARGEST_RECORD,
): YamlReading {
  const fault: MakeFault = (rule, message, remedy, place = { line: 0, col: 0 }) => ({
    file,
    ...place,
    rule,
    severity: 'fault',
    message,
    remedy,
  });
  const refuse = (source: string | undefined, faults: Fault[]): YamlReading => ({
    ok: false,
    faults: atMostSome(faults),
    source,
  });
  if (bytes.length > most) {
    return refuse(undefined, [
      fault(
        'size',
        `文件有 ${String(Math.ceil(bytes.length / 1024))} KB，超过 ${String(most / 1024)} KB 的上限`,
        '一个文件只写一条记录；附件放到 evidence/ 下',
      ),
    ]);
  }
  const decoded = decodeUtf8(bytes);
  if ('problem' in decoded)
    return refuse(undefined, [
      fault('encoding', decoded.problem, decoded.remedy, { line: 1, col: 1 }),
    ]);
  const source = decoded.text;
  const positions = new Positions(source);
  const unseen = characterFaults(positions, fault);
  if (unseen.length > 0) return refuse(source, unseen);

  let events: Event[] = [];
  try {
    events = parseEvents(source, {});
    if (!isPlain(source, events)) {
      if (isBlank(events)) return refuse(source, [emptyFault(fault)]);
      const faults = structureFaults(positions, events, fault);
      if (faults.length > 0) return refuse(source, faults);
    }
    const value: unknown = constructFromEvents(events, { source })[0];
    if (!isRecord(value)) return refuse(source, noRecordFaults(positions, value, fault));
    const hidden = hiddenFaults(positions, value, fault);
    return hidden.length > 0 ? refuse(source, hidden) : { ok: true, value, source };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const faults = structureFaults(positions, events, fault);
    return refuse(source, faults.length > 0 ? faults : syntaxFaults(positions, error, fault));
  }
}

/** How many faults of one rule are told of one file; a hostile file could have a hundred thousand. */
const TOLD = 5;

function atMostSome(faults: readonly Fault[]): Fault[] {
  const counts = new Map<string, number>();
  for (const { rule } of faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const told = new Map<string, number>();
  return faults.flatMap((fault) => {
    const nth = (told.get(fault.rule) ?? 0) + 1;
    told.set(fault.rule, nth);
    const more = (counts.get(fault.rule) ?? 0) - TOLD;
    if (nth > TOLD) return [];
    return nth === TOLD && more > 0
      ? [{ ...fault, message: `${fault.message}（这样的还有 ${String(more)} 处）` }]
      : [fault];
  });
}

function emptyFault(fault: MakeFault): Fault {
  return fault('empty', '文件是空的', '写上内容，或删去这个文件', { line: 1, col: 1 });
}

function isBlank(events: readonly Event[]): boolean {
  return !events.some((event) => event.type === EVENT_ID.DOCUMENT);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, a number, a list or nothing where a record should be; a full-width colon is the commonest reason. */
function noRecordFaults(positions: Positions, value: unknown, fault: MakeFault): Fault[] {
  if (value === null || value === undefined) return [emptyFault(fault)];
  const slips = slipsIn(positions, fault);
  if (slips.length > 0) return slips;
  return [
    fault(
      'record',
      Array.isArray(value) ? '文件里是一个列表，不是一条记录' : '文件里只有一段文字，不是一条记录',
      '写成“栏目: 内容”的样子，每个栏目一行；对照同一文件夹里别的文件',
      positions.of([]),
    ),
  ];
}

/** Characters that nobody sees in an editor, and CRLF (named once). */
function characterFaults(positions: Positions, fault: MakeFault): Fault[] {
  const { source } = positions;
  const faults: Fault[] = [];
  const carriage = source.indexOf('\r');
  if (carriage >= 0)
    faults.push(fault('line-ends', '换行是 Windows 的 CRLF', SAVE_AS_UTF8, positions.at(carriage)));
  for (const { char, index } of unseenIn(source))
    faults.push(unseenFault(char, positions.at(index), fault));
  return faults;
}

/** The same characters written as an escape ("\u202e") inside double quotes. */
function hiddenFaults(positions: Positions, value: unknown, fault: MakeFault): Fault[] {
  if (!positions.source.includes('\\')) return [];
  const faults: Fault[] = [];
  const walk = (at: unknown, path: DataPath): void => {
    if (typeof at === 'string') {
      const char = hiddenCharacter(at);
      if (char !== undefined) faults.push(unseenFault(char, positions.of(path), fault));
    } else if (typeof at === 'object' && at !== null) {
      for (const [key, held] of Object.entries(at)) {
        const below = [...path, Array.isArray(at) ? Number(key) : key];
        const char = hiddenCharacter(key);
        if (char !== undefined) faults.push(unseenFault(char, positions.of(below, 'key'), fault));
        walk(held, below);
      }
    }
  };
  walk(value, []);
  return faults;
}

function unseenFault(char: string, place: { line: number; col: number }, fault: MakeFault): Fault {
  return fault('characters', ...unseenSentence(char), place);
}
