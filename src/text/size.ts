/** 大小的说法: how large a file is, in words for people. */

/** 1 KB, 651 KB, 2.3 MB. */
export function sizeInWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${String(Math.ceil(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;
}
