/** A plain list as most offices write it: its header and its rows. */
export const HEAD = ['序号', '主办单位', '账号名称', '平台', '存在问题', '整改措施', '整改时限'];

export const rowOf = (
  number: string,
  finding: string,
  more: Partial<Record<number, string>> = {},
): string[] =>
  [number, '示例县教育局', '示例教育', '微信公众号', finding, '整改', '6月底前'].map(
    (text, index) => more[index] ?? text,
  );
