import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { failureAnswer } from './failures/failure-answer.js';

/** Answers on a bare connection what is no request, or one whose head is too long: no route sees it. */
export function answerClientError({ code }: { readonly code: string }, socket: Socket): void {
  if (code !== 'ECONNRESET' && socket.writable) {
    const { status, body } = failureAnswer({ kind: 'unreadable-request', code });
    const text = JSON.stringify(body);
    const heads = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(text)}`,
      'Connection: close',
    ];
    socket.write(`${heads.join('\r\n')}\r\n\r\n${text}`);
  }
  socket.destroySoon();
}
