/**
 * The response headers of every shell. Electron aborts a page that carries HSTS, COOP or CORP over a custom scheme, and a
 * header that only one shell lets through is a difference nobody tests, so an answer keeps only the headers named here.
 */
const KEPT = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'cache-control',
  'etag',
  'last-modified',
  'location',
  'x-clusterdesk-job',
];

/** Scripts only from us; style attributes too, because Mantine and AG Grid set them; nothing from elsewhere, nothing frames us. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const ADDED: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

const NULL_BODY = new Set([204, 205, 304]);

/** The same answer with the fixed list of headers; null-body statuses lose their body, and what says nothing about caching is not cached. */
export function withFixedHeaders(response: Response): Response {
  const headers = new Headers(ADDED);
  for (const name of KEPT) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  const empty = NULL_BODY.has(response.status);
  if (empty) {
    headers.delete('content-length');
    void response.body?.cancel().catch(() => undefined);
  }
  return new Response(empty ? null : response.body, { status: response.status, statusText: response.statusText, headers });
}
