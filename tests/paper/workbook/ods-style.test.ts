/** 开放文档的样式: what a cell's style, or one that it leans on, says. */
import { expect, test } from 'vitest';
import { OdsStyles, formatOf } from '../../../src/paper/workbook/ods-style.ts';
import { elements, readXml } from '../../../src/paper/zip/xml.ts';

const xml = (text: string) => readXml(new TextEncoder().encode(text));
function stylesOf(text: string): OdsStyles {
  const styles = new OdsStyles();
  for (const node of elements(xml(`<a>${text}</a>`))) styles.take(node);
  return styles;
}
const STYLES = `
  <style name="划"><text-properties text-line-through-style="solid"/></style>
  <style name="划2"><text-properties text-line-through-type="single"/></style>
  <style name="不划" parent-style-name="划"><text-properties text-line-through-style="none"/></style>
  <style name="子" parent-style-name="划"/>
  <style name="绕" parent-style-name="绕"/>
  <style name="藏"><table-properties display="false"/></style>
  <style name="日" data-style-name="D1"/>
  <style name="日子" parent-style-name="日"/>
  <date-style name="D1"><year/><text>年</text><month/><text>月</text></date-style>`;

test('划掉的，随上级；自己写了的照自己', () => {
  const styles = stylesOf(STYLES);
  const struck = ['划', '划2', '子', '不划', '绕', '没有', undefined].map((name) =>
    styles.isStruck(name),
  );
  expect(struck).toEqual([true, true, true, false, false, false, false]);
});

test('隐藏的工作表；日期的格式随上级', () => {
  const styles = stylesOf(STYLES);
  expect([styles.isHidden('藏'), styles.isHidden('划'), styles.isHidden(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([styles.formatFor('日子'), styles.formatFor('划')]).toEqual(['yyyy"年"m"月"', undefined]);
});

test('不是样式的不收', () => {
  const styles = new OdsStyles();
  const took = elements(xml('<a><style name="x"/><style/><table name="x"/></a>')).map((node) =>
    styles.take(node),
  );
  expect(took).toEqual([true, false, false]);
});

test.each([
  ['<year/><text>-</text><month/><text>-</text><day/>', 'yyyy"-"m"-"d'],
  ['<month textual="true"/>', 'mmm'],
  ['<day-of-week/>', 'aaaa'],
  ['<hours/><text>:</text><minutes/><text>:</text><seconds/>', 'h":"mm":"ss'],
  ['<number decimal-places="2"/>', '0.00'],
  ['<number decimal-places="0"/>', '0'],
  ['<number/>', 'General'],
  ['<scientific-number/>', '0.00E+00'],
  ['<text>a"b</text>', '"ab"'],
  ['<constructor/>', ''],
])('格式 %s', (parts, format) => {
  expect(formatOf(xml(`<a>${parts}</a>`))).toBe(format);
});

test('一段里的字：空格、制表、换行，划掉的分开；批注不算', () => {
  const line = xml(
    '<p>甲<s c="2"/>乙<tab/><line-break/><span style-name="划">丙<span style-name="不划">丁</span></span><annotation><p>注</p></annotation></p>',
  );
  const styles = stylesOf(STYLES);
  expect(styles.words(line, false)).toEqual({ text: '甲  乙\t\n丁', struck: '丙' });
  expect(styles.words(xml('<p>甲<span style-name="不划">乙</span></p>'), true)).toEqual({
    text: '乙',
    struck: '甲',
  });
});
