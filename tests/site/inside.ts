/** What a file holds, to the innermost: compressed streams, members of zip files (Office documents), addresses of data. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** The texts in `bytes`: itself, and what is packed in it, each with how to get there. */
export function* textsInside(
  bytes: Uint8Array,
  name: string,
): Generator<{ where: string; text: string }> {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('utf8');
  yield { where: name, text };
  yield* utf16(buffer, name);
  for (const [, base64 = ''] of text.matchAll(/data:[^,"')\s]*;base64,([A-Za-z0-9+/=]+)/gu)) {
    yield* textsInside(Buffer.from(base64, 'base64'), `${name} → data:`);
  }
  if (buffer[0] === 0x1f && buffer[1] === 0x8b) {
    yield* textsInside(gunzipSync(buffer), `${name} → gzip`);
  } else if (name.endsWith('.br')) {
    yield* textsInside(brotliDecompressSync(buffer), `${name} → brotli`);
  } else if (buffer.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    for (const [member, content] of Object.entries(unzipSync(buffer))) {
      yield { where: `${name} → ${member}`, text: member };
      yield* textsInside(content, `${name} → ${member}`);
    }
  } else if (buffer.toString('latin1', 0, 5) === '%PDF-') {
    yield* streamsOfPdf(buffer, name);
  }
}

function* utf16(buffer: Buffer, name: string): Generator<{ where: string; text: string }> {
  const little = buffer[0] === 0xff && buffer[1] === 0xfe;
  const big = buffer[0] === 0xfe && buffer[1] === 0xff;
  if (!little && !big) return;
  const even = Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2)));
  yield { where: `${name} → UTF-16`, text: (big ? even.swap16() : even).toString('utf16le') };
}

function* streamsOfPdf(buffer: Buffer, name: string): Generator<{ where: string; text: string }> {
  const raw = buffer.toString('latin1');
  for (const { index, 0: head } of raw.matchAll(/stream\r?\n/gu)) {
    const end = raw.indexOf('endstream', index);
    try {
      const stream = inflateSync(buffer.subarray(index + head.length, end));
      yield { where: `${name} → PDF`, text: stream.toString('latin1') };
    } catch {
      // Not deflated: its bytes were searched with the file.
    }
  }
}
