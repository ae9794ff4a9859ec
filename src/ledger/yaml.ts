/**
 * The one way this program reads YAML: strict, and the same for files, proposals and imports.
 * Refused: aliases and anchors, `<<`, tags, duplicate keys, several documents, `__proto__`, control and bidi
 * characters, other encodings than UTF-8. Reasons: docs/decisions.md.
 */
import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  YAMLException,
  constructFromEvents,
  parseEvents,
  type Event,
} from 'js-yaml';
import type { Fault } from './fault.ts';
import { nodesOf, placeAt } from './position.ts';

/** Larger records are a mistake: the largest legal one is a few kilobytes. Bytes. */
export const MAX_RECORD_BYTES = 256 * 1024;

export type YamlReading =
  | { ok: true; value: unknown; source: string }
  | { ok: false; faults: Fault[]; source: string | undefined };

const SAVE_AS_UTF8 = '请用“另存为”，编码选 UTF-8（不带 BOM）、换行选 LF 后重新保存';

/** Reads one YAML file. `file` only names it in faults. Never throws on bad data. */
export function readYaml(file: string, bytes: Uint8Array): YamlReading {
  const fault = (
    rule: string,
    message: string,
    remedy: string,
    place = { line: 0, col: 0 },
  ): Fault => ({
    file,
    ...place,
    rule,
    severity: 'fault',
    message,
    remedy,
  });
  if (bytes.length > MAX_RECORD_BYTES) {
    return refuse(
      undefined,
      fault(
        'size',
        `文件有 ${String(Math.ceil(bytes.length / 1024))} KB，超过 ${String(MAX_RECORD_BYTES / 1024)} KB 的上限`,
        '一个文件只写一条记录；附件放到 evidence/ 下',
      ),
    );
  }
  const decoded = decode(bytes);
  if ('problem' in decoded)
    return refuse(undefined, fault('encoding', decoded.problem, SAVE_AS_UTF8, { line: 1, col: 1 }));
  const source = decoded.text;
  const faults: Fault[] = [];
  const at = (offset: number) => placeAt(source, offset);
  const carriage = source.indexOf('\r');
  if (carriage >= 0)
    faults.push(fault('line-ends', '换行是 Windows 的 CRLF', SAVE_AS_UTF8, at(carriage)));
  for (const match of source.matchAll(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
  )) {
    const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    faults.push(
      fault(
        'characters',
        `有看不见的控制字符 U+${code}`,
        '删去这个字符，重新输入这一处',
        at(match.index),
      ),
    );
  }
  if (faults.length > 0) return { ok: false, faults, source };

  let events: Event[];
  try {
    events = parseEvents(source, {});
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { ok: false, faults: syntaxFaults(source, error, fault), source };
  }
  try {
    if (isPlain(source, events))
      return { ok: true, value: constructFromEvents(events, { source })[0], source };
    faults.push(...structureFaults(source, events, fault));
    if (faults.length > 0) return { ok: false, faults, source };
    return { ok: true, value: constructFromEvents(events, { source })[0], source };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    faults.push(...structureFaults(source, events, fault));
    return {
      ok: false,
      faults: faults.length > 0 ? faults : syntaxFaults(source, error, fault),
      source,
    };
  }
}

/** True when nothing needs the slow look: one document, no anchor, alias or tag, no suspicious key. */
function isPlain(source: string, events: readonly Event[]): boolean {
  if (source.includes('<<') || source.includes('__proto__')) return false;
  let documents = 0;
  for (const event of events) {
    if (event.type === EVENT_ALIAS) return false;
    if (event.type === EVENT_DOCUMENT) documents += 1;
    else if ('anchorStart' in event && (event.anchorStart >= 0 || event.tagStart >= 0))
      return false;
  }
  return documents === 1;
}

type MakeFault = (
  rule: string,
  message: string,
  remedy: string,
  place?: { line: number; col: number },
) => Fault;

function refuse(source: string | undefined, ...faults: Fault[]): YamlReading {
  return { ok: false, faults, source };
}

function decode(bytes: Uint8Array): { text: string } | { problem: string } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { problem: '文件带有 BOM 标记' };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { problem: '文件是 UTF-16 编码（记事本的“Unicode”）' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return {
      problem: isText('gb18030', bytes)
        ? '文件是 GBK 编码（记事本的“ANSI”）'
        : '文件不是 UTF-8 文本',
    };
  }
}

function isText(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Chinese sentences for what the parser says; the two commonest slips are looked for by themselves. */
function syntaxFaults(source: string, error: YAMLException, fault: MakeFault): Fault[] {
  const slips: Fault[] = [];
  source.split('\n').forEach((line, index) => {
    const tab = /^ *\t/u.exec(line);
    if (tab)
      slips.push(
        fault('tab', '缩进里有制表符（Tab）', '把 Tab 换成两个空格', {
          line: index + 1,
          col: tab[0].length,
        }),
      );
    const colon = /^[ -]*[A-Za-z][\w-]*(?=：)/u.exec(line);
    if (colon)
      slips.push(
        fault('colon', '栏目名后面是全角冒号“：”', '改成半角冒号加一个空格“: ”', {
          line: index + 1,
          col: [...colon[0]].length + 1,
        }),
      );
  });
  if (slips.length > 0) return slips;
  const place = error.mark ? placeAt(source, error.mark.position) : { line: 1, col: 1 };
  if (/input is empty/u.test(error.reason))
    return [fault('empty', '文件是空的', '写上内容，或删去这个文件', place)];
  return [
    fault(
      'syntax',
      syntaxSentence(error.reason),
      '对照同一文件夹里别的文件检查这一行的缩进、冒号后的空格和引号',
      place,
    ),
  ];
}

function syntaxSentence(reason: string): string {
  const known: readonly [RegExp, string][] = [
    [/duplicated mapping key/u, '同一个栏目写了两次'],
    [/indentation/u, '缩进对不齐'],
    [/unexpected end|deficient/u, '内容没有写完，可能缺少引号或括号'],
    [/unknown .*tag/u, '不能使用“!”标签'],
    [/quoted|quote/u, '引号没有成对'],
    [/flow (?:collection|sequence|mapping)|missed comma/u, '方括号或花括号里的写法不对'],
  ];
  return known.find(([pattern]) => pattern.test(reason))?.[1] ?? 'YAML 写法不对';
}

function structureFaults(source: string, events: readonly Event[], fault: MakeFault): Fault[] {
  const faults: Fault[] = [];
  const at = (offset: number) => placeAt(source, offset);
  const documents = events.filter((event) => event.type === EVENT_DOCUMENT).length;
  if (documents === 0)
    return [fault('empty', '文件是空的', '写上内容，或删去这个文件', { line: 1, col: 1 })];
  if (documents > 1) {
    const second = /^---/mu.exec(source.slice(4));
    faults.push(
      fault(
        'documents',
        '一个文件里有多份文档（用“---”隔开）',
        '拆成一条记录一个文件',
        at((second?.index ?? 0) + 4),
      ),
    );
    return faults;
  }
  const seen = new Set<string>();
  for (const node of nodesOf(source, events)) {
    const { event } = node;
    if (event.type === EVENT_ALIAS) {
      faults.push(
        fault('alias', '不能使用“*”引用', '把引用的内容照写一遍', at(node.valueStart - 1)),
      );
      continue;
    }
    if ('anchorStart' in event && event.anchorStart >= 0)
      faults.push(
        fault('anchor', '不能使用“&”锚点', '删去锚点，把内容照写一遍', at(event.anchorStart - 1)),
      );
    if ('tagStart' in event && event.tagStart >= 0)
      faults.push(fault('tag', '不能使用“!”标签', '删去标签，直接写内容', at(event.tagStart)));
    const key = node.path.at(-1);
    if (key === '<<')
      faults.push(
        fault('merge-key', '不能使用“<<”合并', '把要合并的内容照写一遍', at(node.keyStart)),
      );
    if (key === '__proto__')
      faults.push(fault('proto', '不能使用“__proto__”作栏目名', '删去这一行', at(node.keyStart)));
    const path = JSON.stringify(node.path);
    if (seen.has(path))
      faults.push(
        fault('duplicate-key', `“${String(key)}”写了两次`, '只留一个', at(node.keyStart)),
      );
    seen.add(path);
  }
  return faults;
}
