/** 没写 --base 的，“没有这一页”照 site.yaml 写的地址：只生成一个站也一样。 */
import { expect, test } from 'vitest';
import { sitePath } from '../../../scripts/site/site-path.ts';

const site = {
  address: 'https://www.example/zgtz/',
  internalAddress: 'https://inside.example/a/b',
};

test.each([
  ['public', undefined, '/zgtz/'],
  ['internal', undefined, '/a/b/'],
  ['public', '/', '/'],
  ['internal', '/elsewhere/', '/elsewhere/'],
] as const)('%s，--base %s：%s', (audience, asked, path) => {
  expect(sitePath(site, audience, asked)).toBe(path);
});

test('site.yaml 没有写地址的，在最上层', () => {
  expect(sitePath({}, 'public')).toBe('/');
});
