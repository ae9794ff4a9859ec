import { expect, test } from 'vitest';
import { menuView, shelfViews } from '../../src/views/menu-view.ts';

const paper = (title: string) => ({ title, href: `/x/${title}.html`, intro: [] });
const none = { inspections: [], bulletins: [], registry: [], 'self-checks': [] };

test('有的才进菜单，没有的不留空位', () => {
  const names = menuView('public', []).map(({ name }) => name);
  expect(names).toEqual(['首页', '问题', '截止日', '逾期', '单位', '账号', '专项', '变化', '说明']);
});

test('填报、待办、检查、通报、登记、自查、趋势、预警、下级都在菜单里', () => {
  const shelves = shelfViews({
    inspections: [paper('甲'), paper('乙')],
    bulletins: [paper('丙')],
    registry: [paper('丁')],
    'self-checks': [paper('戊')],
  });
  const menu = menuView('internal', shelves, {
    desk: '/desk/index.html',
    trends: '/trends/course.html',
    warnings: '/warnings/all.html',
    children: '/children/all.html',
  });
  expect(menu.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['填报', '待办', '检查', '通报', '登记', '自查', '趋势', '预警', '下级'],
    ]),
  );
});

test('有几份的另有一页，只有一份的直接到那一份', () => {
  const shelves = shelfViews({
    ...none,
    inspections: [paper('甲'), paper('乙')],
    bulletins: [paper('丙')],
  });
  expect(shelves.map(({ href }) => href)).toEqual(['/inspections.html', '/x/丙.html']);
});

test('检查按次数，通报按份数', () => {
  const shelves = shelfViews({ ...none, inspections: [paper('甲')], bulletins: [paper('丙')] });
  expect(shelves.map(({ name, word }) => [name, word])).toEqual([
    ['检查', '次'],
    ['通报', '份'],
  ]);
});
