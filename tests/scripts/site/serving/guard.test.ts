import { describe, expect, test } from 'vitest';
import { hostsOf, byteRange, segmentsOf } from '../../../../scripts/site/serving/guard.ts';

describe('地址里的路径', () => {
  test.each([
    ['/', ['']],
    ['/index.html?x=/../', ['index.html']],
    ['/issues/%E4%B8%AD.html', ['issues', '中.html']],
    ['/issues/', ['issues', '']],
  ])('%s 可以', (url, segments) => {
    expect(segmentsOf(url)).toEqual(segments);
  });

  test.each([
    '*',
    'http://evil.example/',
    '/%',
    '/%ff',
    '/a%2fb',
    '/..%5c..%5cetc',
    '/a%00',
    '/a\\b',
    '/c:x',
    '/a#b',
  ])('%s 写得不对', (url) => {
    expect(segmentsOf(url)).toBe('malformed');
  });

  test.each(['/.git/config', '/a/.env', '/../x', '/a/%2e%2e/b', '//evil.example/x', '/a//b'])(
    '%s 没有这样的文件',
    (url) => {
      expect(segmentsOf(url)).toBeUndefined();
    },
  );
});

describe('要文件的一部分（Range）', () => {
  test.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=2-', { first: 2, last: 9 }],
    ['Bytes=2-99', { first: 2, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
  ])('%s', (range, part) => {
    expect(byteRange(range, 10)).toEqual(part);
  });

  test.each(['bytes=10-', 'bytes=-0', 'bytes=99999999999999999999999-'])('%s 满足不了', (range) => {
    expect(byteRange(range, 10)).toBe('unsatisfiable');
  });

  test.each([
    undefined,
    '',
    'bytes=5-1',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'bytes=0-1,3-4',
    'bytes=0x1-2',
    'bytes=1.5-2',
    'bytes=--1',
    'items=0-1',
  ])('%s 不算，给整个文件', (range) => {
    expect(byteRange(range, 10)).toBeUndefined();
  });

  test('空文件', () => {
    expect([byteRange('bytes=0-', 0), byteRange('bytes=-1', 0), byteRange(undefined, 0)]).toEqual([
      'unsatisfiable',
      'unsatisfiable',
      undefined,
    ]);
  });
});

test('只认自己的名字：回环地址、监听的地址、启动时给的名字', () => {
  expect([...hostsOf('127.0.0.1', ['内网.example', 'Ledger.Local'])]).toEqual([
    'localhost',
    '127.0.0.1',
    '[::1]',
    '内网.example',
    'ledger.local',
  ]);
  expect(hostsOf('0.0.0.0', []).has('0.0.0.0')).toBe(false);
});
