/** 一个意思一个说法：页面、文书里不再有说成两样的话，数字和量词之间没有空格。 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What was said in several ways, and how it is said. */
const otherWays: readonly (readonly [said: RegExp, instead: string])[] = [
  [/还有(?:\$\{[^}]*\}|\d+)天/u, '剩N天'],
  [/距(?:复查|到期|截止)(?:\$\{|\d)/u, '剩N天'],
  [/今天(?:截止|到期|复查)/u, '今日到期、今日复查'],
  [/无进展|没有新的报送/u, '未报进展'],
  [/应报整改结果/u, '应报未报'],
  [
    /已验收，(?:待公示|公示中|等上级核销)|等上级核销/u,
    '已验收待公示、已验收公示中、已验收待上级核销',
  ],
  [/(?:已|均)改好(?!\{\{)/u, '已整改到位'],
  [/销号要交(?!什么)|，要交：/u, '销号需提交、需提交'],
  [/间隔长短|每两周一档/u, '两步之间隔得越久，空得越长'],
  [/\d月0\d日|0\d月/u, '月、日不写 0'],
];

/** The counting words that stand beside a number. */
const spaced =
  /[\p{Script=Han}，：（] \$\{[^}]*\}(?:个|份|天|处|件|条|家|次|页|%)|\)\} (?:个|份|天|处|件|条|家|次|项|页)|length\)?\} \$?\{(?:unit|word)\}/u;

/** Lines of code without what is said to other programmers. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .split('\n')
    .filter((line) => !/^\s*\/\//u.test(line));
}

function faults(files: readonly string[], is: (line: string) => string | undefined): string[] {
  return files.flatMap((file) =>
    linesOf(file).flatMap((line) => {
      const fault = is(line);
      return fault === undefined ? [] : [`${file}：${line.trim()} → ${fault}`];
    }),
  );
}

test('页面、文书、填报页上没有另一种说法', () => {
  const files = globSync(
    'src/{views,pages,components,layouts,documents,form,domain}/**/*.{ts,astro}',
  )
    // What the first sets of bulletins are called stays.
    .filter((file) => !/first-figures|circular-figures|letter\/circular\.ts/u.test(file));
  expect(files.length).toBeGreaterThan(300);
  expect(faults(files, (line) => otherWays.find(([said]) => said.test(line))?.[1])).toEqual([]);
});

test('网页上数字和量词之间没有空格', () => {
  const files = globSync(
    'src/{pages,components,layouts,browser,form/page,views/inspection,views/due,views/unit,views/issue}/**/*.{ts,astro}',
  ).filter(
    // 下级台账的话写进记录，照旧。(decisions.md 148)
    (file) => !file.includes('components/child/'),
  );
  expect(files.length).toBeGreaterThan(150);
  expect(faults(files, (line) => (spaced.test(line) ? '数字和量词挨着写' : undefined))).toEqual([]);
});
