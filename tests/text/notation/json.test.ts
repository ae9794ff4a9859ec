import { expect, test } from 'vitest';
import { jsonFile, parsedJson } from '../../../src/text/notation/json.ts';

test('存成文件：两个空格，末尾换行，读回来一样', () => {
  expect(jsonFile({ a: ['甲', 1, null] })).toBe(
    '{\n  "a": [\n    "甲",\n    1,\n    null\n  ]\n}\n',
  );
  expect(parsedJson(jsonFile({ a: [1] }))).toEqual({ a: [1] });
});

test.each(['', '{', "{'a': 1}", '[1,]', 'undefined', '\ufeff{}'])(
  '不是 JSON 的不出错：%s',
  (text) => {
    expect(parsedJson(text)).toBeUndefined();
  },
);
