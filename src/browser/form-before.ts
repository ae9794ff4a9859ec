/** Runs before Decap CMS: what plain HTTP lacks, and a start that waits for form-after.ts. */

(globalThis as { CMS_MANUAL_INIT?: boolean }).CMS_MANUAL_INIT = true;

// Browsers give crypto.randomUUID only on HTTPS; offices run plain HTTP inside.
if (!('randomUUID' in crypto)) {
  Object.defineProperty(crypto, 'randomUUID', {
    value: (): string => {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
      ].join('-');
    },
  });
}

// Signing in on the forge comes back without the address of the new report: it is kept on the way, and opened after.
const WANTED = 'ledger-form-wanted';
if (location.hash.startsWith('#/collections/')) sessionStorage.setItem(WANTED, location.hash);
const wanted = sessionStorage.getItem(WANTED);
if (wanted !== null && new URLSearchParams(location.search).has('code')) {
  const waiting = setInterval(() => {
    if (!location.hash.startsWith('#/collections/')) return;
    clearInterval(waiting);
    location.hash = wanted;
  }, 100);
}
