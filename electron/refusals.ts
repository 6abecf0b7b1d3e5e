/** Answers a shell gives by itself. Their shape is the one the application uses: a code, a sentence, details. */

/** 401, 403, 405, 421: the one who asks may not. The sentence is for whoever looks into the log, not for a person at work. */
export function refuse(status: 401 | 403 | 405 | 421, message: string): Response {
  return Response.json({ code: 'forbidden', message, details: {} }, { status })
}

/** 404: this shell has no such ability (see GET /shell). */
export function notHere(message: string): Response {
  return Response.json({ code: 'not-here', message, details: {} }, { status: 404 })
}

/** 500: a bug, already logged whole under `id`. */
export function bugResponse(id: string): Response {
  return Response.json({ code: 'bug', id, message: `문제가 발생했습니다 (${id})` }, { status: 500 })
}
