/** 结构: what YAML allows and this ledger refuses, each at its place: anchors, tags, merges, doubled keys, several documents. */
import { EVENT_ID, type Event } from 'js-yaml';
import type { Fault, MakeFault } from '../fault.ts';
import { nodesOf, type Node } from './node.ts';
import type { Positions } from './position.ts';

/** Nothing else of a document may begin a line so: every text below a key is indented. */
const DIRECTIVE = /^%/mu;

/** True when nothing needs the slow look: one document, no anchor, alias or tag, no suspicious key. */
export function isPlain(source: string, events: readonly Event[]): boolean {
  // An escape may spell what is looked for here otherwise.
  if (source.includes('<<') || source.includes('__proto__') || source.includes('\\')) return false;
  if (DIRECTIVE.test(source)) return false;
  let documents = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS) return false;
    if (event.type === EVENT_ID.DOCUMENT) documents += 1;
    else if (event.type !== EVENT_ID.POP && (event.anchorStart >= 0 || event.tagStart >= 0))
      return false;
  }
  return documents === 1;
}

/** All of it at once. */
export function structureFaults(
  positions: Positions,
  events: readonly Event[],
  fault: MakeFault,
): Fault[] {
  const { source } = positions;
  const second = secondDocument(source, events);
  if (second !== undefined)
    return [
      fault(
        'documents',
        '一个文件里有多份文档（用“---”隔开）',
        '拆成一条记录一个文件',
        positions.at(second),
      ),
    ];
  const faults: Fault[] = events.flatMap((event) => markFaults(positions, event, fault));
  const seen = new Set<string>();
  const doubled: string[] = [];
  for (const node of nodesOf(source, events)) {
    faults.push(...eventFaults(positions, node, fault));
    const name = JSON.stringify(node.path.map(String));
    const key = node.path.at(-1);
    // below a doubled key everything is doubled, and keys that are no word have no name to be doubled
    if (key === '' || doubled.some((above) => name.startsWith(above))) continue;
    if (key === '<<')
      faults.push(
        fault(
          'merge-key',
          '不能使用“<<”合并',
          '把要合并的内容照写一遍',
          positions.at(node.keyStart),
        ),
      );
    if (key === '__proto__')
      faults.push(
        fault('proto', '不能使用“__proto__”作栏目名', '删去这一行', positions.at(node.keyStart)),
      );
    if (seen.has(name)) {
      faults.push(
        fault('duplicate-key', `“${String(key)}”写了两次`, '只留一个', positions.at(node.keyStart)),
      );
      doubled.push(`${name.slice(0, -1)},`);
    }
    seen.add(name);
  }
  return faults;
}

function eventFaults(
  positions: Positions,
  { event, isKey, valueStart }: Node,
  fault: MakeFault,
): Fault[] {
  if (event.type === EVENT_ID.ALIAS)
    return [
      fault(
        'alias',
        '不能使用“*”引用',
        '把引用的内容照写一遍；内容本来就以“*”开头的，整段加上单引号',
        positions.at(valueStart),
      ),
    ];
  return isKey
    ? [
        fault(
          'complex-key',
          '栏目名只能是一个词',
          '去掉行首的“?”或花括号',
          positions.at(valueStart),
        ),
      ]
    : [];
}

/** Anchors and tags, of keys and of values, and directives. */
function markFaults(positions: Positions, event: Event, fault: MakeFault): Fault[] {
  if (event.type === EVENT_ID.POP || event.type === EVENT_ID.ALIAS) return [];
  if (event.type === EVENT_ID.DOCUMENT) {
    const at = DIRECTIVE.exec(positions.source)?.index;
    if (at === undefined) return [];
    return [fault('directive', '不能使用“%”指令', '删去这一行和下面的“---”', positions.at(at))];
  }
  const faults: Fault[] = [];
  if (event.anchorStart >= 0)
    faults.push(
      fault(
        'anchor',
        '不能使用“&”锚点',
        '删去锚点，把内容照写一遍；内容本来就以“&”开头的，整段加上单引号',
        positions.at(event.anchorStart - 1),
      ),
    );
  if (event.tagStart >= 0)
    faults.push(
      fault(
        'tag',
        '不能使用“!”标签',
        '删去标签，直接写内容；内容本来就以“!”开头的，整段加上单引号',
        positions.at(event.tagStart),
      ),
    );
  return faults;
}

/** Where the second document begins: at its `---`, or at its first value. */
function secondDocument(source: string, events: readonly Event[]): number | undefined {
  const starts = events.flatMap((event, index) =>
    event.type === EVENT_ID.DOCUMENT ? [index] : [],
  );
  const [, second] = starts;
  if (second === undefined) return undefined;
  const first = events[second + 1];
  const from =
    first?.type === EVENT_ID.SCALAR
      ? first.valueStart
      : first?.type === EVENT_ID.MAPPING || first?.type === EVENT_ID.SEQUENCE
        ? first.start
        : source.length;
  const mark = source.lastIndexOf('\n---', from < 0 ? source.length : from);
  return mark < 0 ? Math.max(0, from) : mark + 1;
}
