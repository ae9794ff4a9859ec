/** 栏目: what a schema says → what a page asks. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type FieldSettings, formFields, type JsonSchema } from '../../src/form/field.ts';
import { day, field, text } from '../../src/schema/field.ts';

const plain: FieldSettings = { choices: {}, omit: [], owed: [], publicOnly: false };
const asked = (schema: z.ZodType | JsonSchema, settings: Partial<FieldSettings> = {}) =>
  formFields(
    schema instanceof z.ZodType ? (z.toJSONSchema(schema) as JsonSchema) : schema,
    { ...plain, ...settings },
    [],
  );
const open = <S extends z.ZodType>(schema: S, title: string) =>
  field(schema, { title, audience: 'public' });
const inside = <S extends z.ZodType>(schema: S, title: string) =>
  field(schema, { title, audience: 'internal' });

test('每种值一种问法', () => {
  const schema = z.strictObject({
    name: open(text, '名称'),
    note: open(text, '说明'),
    on: open(day, '日期'),
    count: open(z.int(), '数目'),
    share: open(z.number(), '比例'),
    isOpen: open(z.boolean(), '公开'),
    kind: open(z.enum(['a', 'b']), '类别'),
    links: open(z.array(text), '链接'),
    kinds: open(z.array(z.enum(['a', 'b'])), '几类'),
    evidence: open(z.array(z.object({ link: text })), '佐证'),
  });
  const kinds = Object.fromEntries(asked(schema).map(({ path, kind }) => [path, kind]));
  expect(kinds).toEqual({
    name: 'line',
    note: 'text',
    on: 'day',
    count: 'number',
    share: 'number',
    isOpen: 'yes-no',
    kind: 'choice',
    links: 'lines',
    kinds: 'lines',
    evidence: 'evidence',
  });
});

test('必填：格式要的，和规则另外要的；报送日期先填今天', () => {
  const schema = z.strictObject({
    reportedOn: open(day, '报送日期'),
    note: open(text, '说明').optional(),
    reason: open(text, '理由').optional(),
  });
  const fields = asked(schema, { owed: ['reason'] });
  expect(fields.map(({ path, required }) => `${path} ${String(required)}`)).toEqual([
    'reportedOn true',
    'note false',
    'reason true',
  ]);
  expect(fields[0]?.preset).toBe('today');
  expect(fields[1]).not.toHaveProperty('preset');
});

describe('选项', () => {
  const schema: JsonSchema = {
    properties: {
      kind: { title: '类别', enum: ['a', 'b', 'c'], choices: { a: '甲', b: '乙' } },
      unit: { title: '单位', type: 'string' },
      units: { title: '几个单位', type: 'array', items: { type: 'string' } },
    },
  };

  test('格式里的用中文名，没有名字的照写', () => {
    expect(asked(schema)[0]?.options).toEqual([
      { label: '甲', value: 'a' },
      { label: '乙', value: 'b' },
      { label: 'c', value: 'c' },
    ]);
  });

  test('办公室给的按路径或名字；格式里没有的值不给', () => {
    const given = [
      { label: '一', value: 'a' },
      { label: '九', value: 'z' },
    ];
    const fields = asked(schema, { choices: { kind: given, unit: given, units: given } });
    expect(fields.map(({ kind, options }) => [kind, options?.map(({ value }) => value)])).toEqual([
      ['choice', ['a']],
      ['choice', ['a', 'z']],
      ['choices', ['a', 'z']],
    ]);
  });

  test('外来的字不会取到原型上的', () => {
    const odd: JsonSchema = {
      properties: { constructor: { type: 'string' }, toString: { enum: ['valueOf'], choices: {} } },
    };
    expect(asked(odd).map(({ path, kind, options }) => [path, kind, options])).toEqual([
      ['constructor', 'line', undefined],
      ['toString', 'choice', [{ label: 'valueOf', value: 'valueOf' }]],
    ]);
  });
});

describe('不问的', () => {
  const schema = z.strictObject({
    action: z.literal('progress'),
    issue: open(text, '问题'),
    note: inside(text, '内部说明'),
    evidence: inside(z.array(z.object({ link: text })), '佐证'),
  });

  test('定了的值、说了不问的', () => {
    expect(asked(schema, { omit: ['issue'] }).map(({ path }) => path)).toEqual([
      'note',
      'evidence',
    ]);
  });

  test('公开的仓库：内部栏目不问，佐证照问', () => {
    expect(asked(schema, { publicOnly: true }).map(({ path }) => path)).toEqual([
      'issue',
      'evidence',
    ]);
  });
});

describe('几种写法合成一张表', () => {
  const schema: JsonSchema = {
    oneOf: [
      {
        properties: {
          kind: { title: '类别', const: 'a' },
          on: { title: '日期' },
          same: { title: '同' },
        },
        required: ['kind', 'on', 'same'],
      },
      {
        properties: { kind: { title: '类别', const: 'b' }, same: { title: '同' } },
        required: ['kind', 'same'],
      },
    ],
  };

  test('各支定了的值不问，各支都要的才必填', () => {
    const fields = asked(schema);
    expect(fields.map(({ path, kind, required }) => `${path} ${kind} ${String(required)}`)).toEqual(
      ['on line false', 'same line true'],
    );
  });

  test('各支的选项合在一起，一样的只给一次', () => {
    const branch = (...values: string[]): JsonSchema => ({
      properties: { per: { title: '周期', enum: values } },
    });
    const [per] = asked({ anyOf: [branch('day', 'week'), branch('week', 'month')] });
    expect(per?.options?.map(({ value }) => value)).toEqual(['day', 'week', 'month']);
  });

  test('里面的对象接着问，路径写全', () => {
    const nested: JsonSchema = { properties: { deadline: { title: '时限', ...schema } } };
    expect(asked(nested, { omit: ['deadline.on'] }).map(({ path }) => path)).toEqual([
      'deadline.same',
    ]);
  });
});
