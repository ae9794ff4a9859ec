/**
 * 字体字号: the fonts of official documents by their real names, and sizes in half points (GB/T 9704-2012, 5.2.2). Which
 * part has which stands in `paragraph.ts`.
 */

/** `ascii` is for Latin letters and digits, `eastAsia` for Chinese. */
const font = (eastAsia: string, ascii = 'Times New Roman') => ({
  ascii,
  hAnsi: ascii,
  cs: ascii,
  eastAsia,
});

export const fonts = {
  /** 标题 */
  title: font('方正小标宋简体'),
  /** 正文 */
  body: font('仿宋_GB2312'),
  /** 一、 and 附件 */
  hei: font('黑体'),
  /** （一） */
  kai: font('楷体_GB2312'),
  /** 页码 */
  song: font('宋体', '宋体'),
} as const;
export type FontName = keyof typeof fonts;

/** Half points: 2号 22 pt, 3号 16 pt, 4号 14 pt, 小4号 12 pt, 5号 10.5 pt. */
export const fontSizes = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const;
