/**
 * 群图: shows the picture of a work group, and hands it over as a PNG to paste or to keep. The browser paints it, since it
 * has the fonts; on an address that is neither this machine nor https it may not touch the clipboard, then it is saved.
 */
import { partIn } from '../device/dom.ts';

/** The name of the saved file. */
const NAME = '整改催办.png';

/** Shows the SVG at `address`, or nothing. */
export function showPicture(offer: HTMLElement, address: string | undefined): void {
  const room = offer.querySelector<HTMLElement>('[data-picture]');
  if (room === null) return;
  room.hidden = address === undefined;
  if (address === undefined) return;
  const picture = partIn<HTMLImageElement>(room, 'img');
  const words = partIn(room, '[data-picture-words]');
  words.textContent = '';
  picture.src = address;
  const hand = async (work: (png: Blob) => Promise<string>): Promise<void> => {
    try {
      words.textContent = await work(await pngOf(picture));
    } catch {
      words.textContent = '这个浏览器不让复制图片：按“保存图片”，到群里选这个文件。';
    }
  };
  partIn(room, '[data-copy-picture]').onclick = () =>
    void hand(async (png) => {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return '已复制，到群里粘贴。';
    });
  partIn(room, '[data-save-picture]').onclick = () =>
    void hand((png) => {
      save(png);
      return Promise.resolve(`已存为 ${NAME}。`);
    });
}

/** As large as it is painted. */
async function pngOf(picture: HTMLImageElement): Promise<Blob> {
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return new Promise((settle, fail) => {
    canvas.toBlob((png) => {
      if (png === null) fail(new Error('no picture'));
      else settle(png);
    }, 'image/png');
  });
}

function save(png: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(png);
  link.download = NAME;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
