import { describe, expect, test } from 'vitest';
import { hundredOf, updateAt, updateIdAt, updatePath } from '../../src/text/update-path.ts';

test.each([
  ['2020-special-04', undefined],
  ['2020-special-99', undefined],
  ['2020-special-100', '1'],
  ['2026-check-0007', '00'],
  ['2026-check-0123', '01'],
  ['2026-check-12345', '123'],
  ['q1-2026', '20'],
  ['x1', undefined],
  ['x', undefined],
])('%s 在第 %s 个百位', (issue, hundred) => {
  expect(hundredOf(issue)).toBe(hundred);
});

test('新报送写在百位之下；没有百位的写在专项之下', () => {
  expect(updatePath({ campaign: '2026-check', id: '2026-check-0123' }, 's')).toBe(
    'updates/2026-check/01/2026-check-0123/s.yaml',
  );
  expect(updatePath({ campaign: '2026-check', id: '2026-check-23' }, 's')).toBe(
    'updates/2026-check/2026-check-23/s.yaml',
  );
});

describe('三种写法都读', () => {
  const stamp = '20260615-091500-k3f';
  test.each([
    [`updates/a-0123/${stamp}.yaml`, undefined, undefined],
    [`updates/a/a-0123/${stamp}.yaml`, 'a', undefined],
    [`updates/a/01/a-0123/${stamp}.yaml`, 'a', '01'],
    // A campaign may be a number.
    [`updates/2026/a-0123/${stamp}.yaml`, '2026', undefined],
    [`updates/2026/01/a-0123/${stamp}.yaml`, '2026', '01'],
  ])('%s', (path, campaign, hundred) => {
    expect(updateAt(path)).toEqual({ campaign, hundred, issue: 'a-0123', stamp });
    expect(updateIdAt(path)).toBe(`a-0123/${stamp}`);
  });

  test.each([
    `updates/${stamp}.yaml`,
    `updates/a/b/a-0123/${stamp}.yaml`,
    `updates/a/01/02/a-0123/${stamp}.yaml`,
    `updates/a/01/a-0123/${stamp}.yml`,
    `issues/a/01/a-0123/${stamp}.yaml`,
  ])('%s 不是报送的位置', (path) => {
    expect(updateAt(path)).toBeUndefined();
    expect(updateIdAt(path)).toBeUndefined();
  });
});

test('写出来的都读得回来', () => {
  for (const id of ['a-1', 'a-07', 'a-100', 'a-0100', 'a-99999', '2026'])
    expect(updateAt(updatePath({ campaign: 'a', id }, 's'))).toEqual({
      campaign: 'a',
      hundred: hundredOf(id),
      issue: id,
      stamp: 's',
    });
});
