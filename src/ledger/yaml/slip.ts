/** 笔误: what people mistype in YAML, in Chinese sentences; asked only when a file cannot be read as it is. */
import type { YAMLException } from 'js-yaml';
import type { Fault, MakeFault } from '../fault.ts';
import type { Positions } from './position.ts';

interface Slip {
  pattern: RegExp;
  rule: string;
  message: string;
  remedy: string;
}

/** Each pattern matches a line up to the slip. */
const slips: readonly Slip[] = [
  {
    pattern: /^ *(?=\t)/u,
    rule: 'tab',
    message: '缩进里有制表符（Tab）',
    remedy: '把 Tab 换成两个空格',
  },
  {
    pattern: /^[ -]*[A-Za-z][\w-]*(?=：)/u,
    rule: 'colon',
    message: '栏目名后面是全角冒号“：”',
    remedy: '改成半角冒号加一个空格“: ”',
  },
  {
    pattern: /^[ -]*[A-Za-z][\w-]*:(?=[^\s:/])/u,
    rule: 'space',
    message: '冒号后面缺少空格',
    remedy: '在冒号后加一个空格',
  },
];

/** The common slips of a text, each at its place. */
export function slipsIn(positions: Positions, fault: MakeFault): Fault[] {
  const found: Fault[] = [];
  let offset = 0;
  for (const line of positions.source.split('\n')) {
    for (const { pattern, rule, message, remedy } of slips) {
      const match = pattern.exec(line);
      if (match) found.push(fault(rule, message, remedy, positions.at(offset + match[0].length)));
    }
    offset += line.length + 1;
  }
  return found;
}

/** What the parser refused: the common slips where there are any, else its own complaint in Chinese. */
export function syntaxFaults(
  positions: Positions,
  error: YAMLException,
  fault: MakeFault,
): Fault[] {
  const found = slipsIn(positions, fault);
  if (found.length > 0) return found;
  const place = positions.at(error.mark?.position ?? 0);
  const { message, remedy } = sentenceOf(error.reason);
  return [fault('syntax', message, remedy, place)];
}

const LOOK = '对照同一文件夹里别的文件，检查这一行和上一行的缩进、冒号后的空格和引号';

function sentenceOf(reason: string): { message: string; remedy: string } {
  const known: readonly [RegExp, string, string?][] = [
    [/duplicated mapping key/u, '同一个栏目写了两次', '只留一个'],
    [/maxDepth|nesting/u, '层次太深', '一条记录只有两三层；检查多余的括号或缩进'],
    [
      /bad indentation of a mapping entry|multiline key/u,
      '这里的写法读不出来，可能是缩进不齐、引号多了或冒号不对',
    ],
    [/indentation/u, '缩进对不齐，或引号、括号没有成对'],
    [/unexpected end|deficient/u, '内容没有写完，可能缺少引号或括号'],
    [/alias|anchor/u, '“*”“&”在 YAML 里有特别的意思', '内容以这些符号开头时，整段加上单引号'],
    [/tag/u, '不能使用“!”标签', '内容以“!”开头时，整段加上单引号'],
    [/quoted|quote/u, '引号没有成对'],
    [/flow (?:collection|sequence|mapping)|missed comma/u, '方括号或花括号里的写法不对'],
    [/complex keys/u, '栏目名只能是一个词', '去掉行首的“?”或花括号'],
  ];
  const found = known.find(([pattern]) => pattern.test(reason));
  return { message: found?.[1] ?? 'YAML 写法不对', remedy: found?.[2] ?? LOOK };
}
