import { expect, test } from 'vitest';
import { layout, kindOfPath, type LayoutKind } from '../../src/schema/layout.ts';
import {
  audienceAt,
  fieldAt,
  fieldsOf,
  internalPaths,
  keysAt,
  metaOf,
  objectFor,
} from '../../src/schema/walk.ts';

const kinds = Object.keys(layout) as LayoutKind[];

test.each(kinds)('%s 的每个栏目都有中文名称和谁能看', (kind) => {
  const fields = fieldsOf(layout[kind].schema);
  expect(fields.length).toBeGreaterThan(0);
  for (const { path } of fields) {
    const node = fieldAt(
      layout[kind].schema,
      path.map((key) => (key === '[]' ? 0 : key)),
    );
    const meta = node && metaOf(node);
    expect(meta?.title, path.join('.')).toMatch(/\S/u);
    expect(['public', 'internal'], path.join('.')).toContain(meta?.audience);
  }
});

test.each(kinds)('%s 的栏目没有一个漏写名称和谁能看', (kind) => {
  const named = new Set(fieldsOf(layout[kind].schema).map(({ path }) => path.join('.')));
  const walk = (path: (string | number)[]): void => {
    for (const key of keysAt(layout[kind].schema, path)) {
      if (key === '[]') {
        walk([...path, 0]);
        continue;
      }
      const here = [...path, key];
      expect(named, here.join('.')).toContain(
        here.map((part) => (typeof part === 'number' ? '[]' : part)).join('.'),
      );
      walk(here);
    }
  };
  walk([]);
});

test('路径认得是哪类文件、编号和文件夹是什么', () => {
  expect(kindOfPath('site.yaml')).toEqual({ kind: 'site', id: 'site', folder: '' });
  expect(kindOfPath('units/jia.yaml')).toEqual({ kind: 'unit', id: 'jia', folder: '' });
  expect(kindOfPath('updates/zx-01/20200525-091500.yaml')).toEqual({
    kind: 'update',
    id: '20200525-091500',
    folder: 'zx-01',
  });
  expect(kindOfPath('units/a/b.yaml')).toBeUndefined();
  expect(kindOfPath('units/jia.yml')).toBeUndefined();
});

test('并列的写法里，按内容认出是哪一种', () => {
  const { schema } = layout.update;
  expect(Object.keys(objectFor(schema, { action: 'reopened' })?.shape ?? {})).toContain('ground');
  expect(Object.keys(objectFor(schema, { action: 'started' })?.shape ?? {})).not.toContain(
    'ground',
  );
  expect(objectFor(schema, { action: 'nothing' })).toBeUndefined();
});

test('上一层是内部的，下面的都是内部的', () => {
  const { schema } = layout.unit;
  const record = {
    name: '甲',
    contacts: [{ name: '王' }],
    members: [{ account: 'a', name: '李' }],
  };
  expect(audienceAt(schema, ['name'], record)).toBe('public');
  expect(audienceAt(schema, ['contacts', 0, 'name'], record)).toBe('internal');
  expect(audienceAt(schema, ['members', 0, 'account'], record)).toBe('public');
  expect(audienceAt(schema, ['members', 0, 'name'], record)).toBe('internal');
  expect([...internalPaths(schema, record)]).toEqual([['contacts'], ['members', 0, 'name']]);
  expect([...internalPaths(schema, { name: '甲', contacts: [] })]).toEqual([]);
});
