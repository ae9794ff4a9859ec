/**
 * The one content security policy of all pages: nothing inline, nothing from elsewhere. 'wasm-unsafe-eval' lets the
 * search run its index.
 */
export const securityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
