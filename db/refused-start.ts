/** What is served when the data folder cannot be opened: the sentence that says why and what to do, instead of a page that waits. */
import { statusOfRefusal, type Refusal } from './errors.ts';
import type { Handle } from './serve-port.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (refusal: Refusal): string => `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>클러스터데스크를 열지 못했습니다</title>
<style>:root{color-scheme:light dark}body{font:16px/1.7 Pretendard,"Malgun Gothic",sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem;word-break:keep-all}h1{font-size:1.25rem}</style>
<h1>클러스터데스크를 열지 못했습니다</h1>
<p>${escaped(refusal.message)}</p>
`;

/** Answers every Request with `refusal`: a page to a reader, the usual shape to a program. Nothing is written. */
export const handleRefusedStart = (refusal: Refusal): Handle => (request) => {
  const { pathname } = new URL(request.url);
  const isData = /^\/(api|events|files)(\/|$)/.test(pathname);
  const status = statusOfRefusal[refusal.code];
  if (isData) return Promise.resolve(Response.json({ refusal: { code: refusal.code, message: refusal.message, details: refusal.details } }, { status }));
  return Promise.resolve(new Response(page(refusal), { status, headers: { 'content-type': 'text/html; charset=utf-8' } }));
};
