/** 网页的标签: tags and words one after the other, also of pages that no program ever wrote right. */
import { expect, test } from 'vitest';
import { decodedEntities, readTags, valueOf } from '../../src/paper/html-tag.ts';

/** `甲`, `<b>`, `</b>`; a tag with attributes as `<a href="x">`. */
function heard(text: string): string {
  const parts: string[] = [];
  readTags(text, {
    say: (words) => {
      if (words !== '') parts.push(words);
    },
    tag: (isOpen, name, attributes) => parts.push(`<${isOpen ? '' : '/'}${name}${attributes}>`),
  });
  return parts.join('|');
}

test.each([
  ['<P>甲</P>乙', '<p>|甲|</p>|乙'],
  ['甲<!-- <b>乙</b> -->丙', '甲|丙'],
  ['甲<!-- 没有完', '甲'],
  ['甲<script>if (a < b) "</p>"</script>乙', '甲|乙'],
  ['<STYLE type="text/css">td { }</Style >乙', '乙'],
  ['<title>网页</title><o:p>甲</o:p>', '<o:p>|甲|</o:p>'],
  ['<xml/>甲', '<xml/>|甲'],
  ['甲<script>没有完', '甲'],
  ['<a title="甲>乙" href=x>丙', '<a title="甲>乙" href=x>|丙'],
  ["<a title='\">'>丙", "<a title='\">'>|丙"],
  ['1 < 2，3 > 2', '1 |<| 2，3 > 2'],
  ['甲<b 没有完', '甲|<b 没有完'],
  ['甲<!DOCTYPE html>乙', '甲|<!DOCTYPE html>|乙'],
])('%s', (text, parts) => {
  expect(heard(text)).toBe(parts);
});

test('属性：双引号、单引号、没有引号，名字要整个对上', () => {
  const attributes = ` data-colspan="9" COLSPAN = '2' rowspan=3 title="a &amp; b"`;
  expect(valueOf(attributes, 'colspan')).toBe('2');
  expect(valueOf(attributes, 'rowspan')).toBe('3');
  expect(valueOf(attributes, 'title')).toBe('a & b');
  expect(valueOf(attributes, 'span')).toBeUndefined();
  expect(valueOf(' alt=""', 'alt')).toBe('');
});

test.each([
  ['甲&nbsp;乙', '甲 乙'],
  ['&ldquo;甲&rdquo;&middot;&LT;', '“甲”·&LT;'],
  ['&#30002;&#x7532;', '甲甲'],
  ['&#x7532', '甲'],
  ['&#0;&#x110000;甲', '甲'],
  ['&unknown;R&D', '&unknown;R&D'],
])('字符引用 %s', (text, read) => {
  expect(decodedEntities(text)).toBe(read);
});
