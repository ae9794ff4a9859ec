/** What may be wrong with a picture, each with what to do. */
const AGAIN = '重新截图，或用画图软件打开后另存一份';

export const HALF = { message: '图片不完整，可能没有传完', remedy: '重新截图或重新上传' };
export const MOVING = { message: '图片是动图，后面的画面没有人核对', remedy: '改交一张截图' };
export const HUGE = { message: '图片的像素过多，不能检查', remedy: '缩小后再交' };

/** What hangs behind the end of the picture. */
export function trailingBytes(count: number): { message: string; remedy: string } {
  return {
    message: `图片后面夹带着 ${String(count)} 字节别的内容，可能是裁剪前的原图`,
    remedy: AGAIN,
  };
}

/** A part that the format does not know, or that has no place there. */
export function strangePart(what: string): { message: string; remedy: string } {
  return { message: `图片里有看不到的内容（${what}）`, remedy: AGAIN };
}
