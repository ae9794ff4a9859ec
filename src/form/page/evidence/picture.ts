/**
 * 照片: turned upright, made smaller and painted anew, so that nothing is left of where and by whom it was taken. What this
 * browser cannot paint is handed on as it is: the check says what it is.
 */

/** Longest side in pixels; it still shows the words of a screenshot. */
export const LONGEST_SIDE = 2000;
/** What a picture should not be larger than. Bytes. */
export const GOOD_SIZE = 1024 * 1024;
const QUALITIES = [0.85, 0.75, 0.6, 0.45];

export interface PlainPicture {
  readonly bytes: Uint8Array;
  readonly ending: 'jpg' | 'png';
  /** 已缩小到2000 × 1500 */
  readonly words: string;
}

/** The picture in a file, painted anew; undefined where the browser cannot read it. */
export async function repainted(file: Blob): Promise<PlainPicture | undefined> {
  const bitmap = await bitmapOf(file);
  if (bitmap === undefined) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const size = `${String(canvas.width)} × ${String(canvas.height)}`;
  const shrunk = scale < 1 ? '已缩小到' : '';
  if (file.type === 'image/png') {
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const bytes = await encoded(canvas, 'image/png');
    if (bytes !== undefined && bytes.length <= GOOD_SIZE)
      return { bytes, ending: 'png', words: `${shrunk}${size}` };
  }
  // JPEG knows no glass: what can be seen through becomes white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  let last: PlainPicture | undefined;
  for (const quality of QUALITIES) {
    const bytes = await encoded(canvas, 'image/jpeg', quality);
    if (bytes === undefined) break;
    last = { bytes, ending: 'jpg', words: `${shrunk}${size}` };
    if (bytes.length <= GOOD_SIZE) break;
  }
  return last;
}

/** A small picture of a picture, painted onto the page. */
export async function paintSmall(bytes: Uint8Array, canvas: HTMLCanvasElement): Promise<boolean> {
  const bitmap = await bitmapOf(new Blob([bytes.slice()]));
  if (bitmap === undefined) return false;
  const scale = Math.min(1, 240 / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return true;
}

/** Upright, as the camera says how it was held. */
async function bitmapOf(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

async function encoded(
  canvas: HTMLCanvasElement,
  type: string,
  quality?: number,
): Promise<Uint8Array | undefined> {
  const blob = await new Promise<Blob | null>((settle) => {
    canvas.toBlob(settle, type, quality);
  });
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
}
