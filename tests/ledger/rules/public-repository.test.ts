import { expect, test } from 'vitest';
import { linesOf, report, small, swap } from '../small.ts';

const publicSite = swap('site.yaml', 'repository: internal', 'repository: public');
const at = 'updates/zx-01/20260305-090000-aaa.yaml';

test('公开仓库里没有内部栏目，没有错误', () => {
  expect(
    linesOf({
      ...publicSite,
      [at]: report(
        'progress',
        '2026-03-05',
        'publicNote: 正在整改\nevidence: [{ number: 示例1号 }, { link: https://a.example/ }]\n',
      ),
    }),
  ).toEqual([]);
});

test('公开仓库里填了内部栏目，每一处都指出', () => {
  expect(
    linesOf({
      ...publicSite,
      'units/jia.yaml': `${small['units/jia.yaml']!}members: [{ account: a, name: 李示例, from: 2026-01-01 }]\ncontacts: [{ name: 王示例 }]\n`,
      [at]: report('progress', '2026-03-05', 'note: 联系过平台\n'),
    }),
  ).toEqual([
    'units/jia.yaml:4:25 public-repository 仓库是公开的，不能填内部栏目“姓名” → 删去这一行；要登记内部信息的，台账改存内部仓库，并在 site.yaml 写 repository: internal',
    'units/jia.yaml:5:1 public-repository 仓库是公开的，不能填内部栏目“联系人” → 删去这一行；要登记内部信息的，台账改存内部仓库，并在 site.yaml 写 repository: internal',
    `${at}:4:1 public-repository 仓库是公开的，不能填内部栏目“进展说明” → 删去这一行；要登记内部信息的，台账改存内部仓库，并在 site.yaml 写 repository: internal`,
  ]);
});

test('公开仓库里不放佐证文件', () => {
  expect(
    linesOf({
      ...publicSite,
      'evidence/zx-01/a.png': 'x',
      [at]: report('progress', '2026-03-05', 'evidence: [{ file: a.png }]\n'),
    }),
  ).toEqual([
    `${at}:4:20 public-repository 仓库是公开的，不能放佐证文件 → 改写链接、编号，或把文件存在别处并写 stored`,
  ]);
});
