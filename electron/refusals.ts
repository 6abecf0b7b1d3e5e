/** Answers a shell gives by itself, in the shape that db/handle.ts gives its own. */

/** 401, 403, 405, 421: the one who asks may not. The sentence is for whoever looks into the log, not for a person at work. */
export function refuse(status: 401 | 403 | 405 | 421, message: string): Response {
  return Response.json({ refusal: { code: 'forbidden', message, details: [] } }, { status });
}

/** 501: this shell has no such ability (see GET /shell). */
export function notHere(): Response {
  return Response.json({ refusal: { code: 'not-here', message: '이 실행 방식에서는 쓸 수 없는 기능입니다.', details: [] } }, { status: 501 });
}

/** 400: what was asked of the shell is not complete. */
export function invalid(message: string): Response {
  return Response.json({ refusal: { code: 'invalid', message, details: [] } }, { status: 400 });
}

/** 500: a bug, already logged whole under `id`. */
export function bugResponse(id: string): Response {
  return Response.json({ bug: id, message: `문제가 발생했습니다 (${id})` }, { status: 500 });
}
