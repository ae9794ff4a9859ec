import { expect, test } from 'vitest';
import { drawing, inks, parsed, type Shape } from '../../src/components/chart/drawing.ts';

const bar = {
  grid: { left: 0, right: 0, top: 0, bottom: 20 },
  xAxis: { type: 'value', show: false },
  yAxis: { type: 'category', data: ['一 & 二 <三>'], axisLabel: { fontSize: 12, color: inks.ink } },
  series: [
    {
      type: 'bar',
      data: [3],
      itemStyle: { color: inks.pine, decal: { symbol: 'rect', color: inks.paper } },
      label: { show: true, color: inks.paper },
    },
  ],
};

function all(shape: Shape): Shape[] {
  return [
    shape,
    ...shape.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
  ];
}

test('同一张图画两次，一字不差', () => {
  expect(drawing('a', 300, 100, bar)).toEqual(drawing('a', 300, 100, bar));
});

test('没有样式元素、样式属性，没有外来的类名', () => {
  const shapes = all(drawing('a', 300, 100, bar));
  expect(shapes.map(({ tag }) => tag)).not.toContain('style');
  expect(shapes.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('style');
  const names = shapes.flatMap(({ attributes }) => attributes['class']?.split(' ') ?? []);
  expect(names).toContain('fill-pine');
  expect(names.every((name) => /^(?:fill|stroke)-[a-z]+$/u.test(name))).toBe(true);
});

test('编号以图的名字开头，引用跟着改', () => {
  const shapes = all(drawing('progress', 300, 100, bar));
  const ids = shapes.flatMap(({ attributes }) => attributes['id'] ?? []);
  const uses = shapes.flatMap(
    ({ attributes }) =>
      /url\(#(?<id>[^)]+)\)/u.exec(attributes['fill'] ?? '')?.groups?.['id'] ?? [],
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.every((id) => id.startsWith('progress-'))).toBe(true);
  expect(ids).toEqual(expect.arrayContaining(uses));
});

test('图里的文字照原样，连尖括号和与号', () => {
  const words = all(drawing('a', 300, 100, bar)).flatMap(({ children }) =>
    children.filter((child) => typeof child === 'string'),
  );
  expect(words).toContain('一 & 二 <三>');
});

test('不是 SVG 就报错', () => {
  expect(() => parsed('没有图')).toThrow(TypeError);
});
