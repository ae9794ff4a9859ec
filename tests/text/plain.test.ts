import { expect, test } from 'vitest';
import { plain } from '../../src/text/plain.ts';

test.each([
  ['a\u001b[31mb\r\nc##[error]d', 'a·[31mb··c# #[error]d'],
  ['::error file=x::y', '·::error file=x::y'],
  ['  ::stop-commands::x', '  ·::stop-commands::x'],
  ['##vso[task.setvariable variable=x]y', '# #vso[task.setvariable variable=x]y'],
  ['字##teamcity[x]', '字# #teamcity[x]'],
  ['## 标题', '·## 标题'],
  ['甲::乙', '甲::乙'],
])('%j 不成为运行器的命令', (text, line) => {
  expect(plain(text)).toBe(line);
});
