import { failureView } from '#contracts';
import type { Said } from '../language/language.js';

/** What the service answered in place of what was asked for, in words for people. */
export class Failure extends Error {
  constructor(
    /** 0 where no answer came. */
    readonly status: number,
    readonly code: string,
    readonly said: Said,
    readonly details: readonly string[] = [],
  ) {
    super(said.en);
  }
}

const away = new Failure(0, 'away', {
  zh: '连不上服务器，请检查网络后重试；已填写的内容没有丢失。',
  en: 'The server cannot be reached. Check the network and try again; nothing is lost.',
});

const unknown: Said = {
  zh: '服务器的回答无法识别，请刷新页面；仍然如此的，请联系管理员。',
  en: 'The answer cannot be understood. Reload the page; if that does not help, tell an administrator.',
};

/** Why a request did not succeed. */
export async function failureOf(answer: Response): Promise<Failure> {
  const body: unknown = await answer.json().catch(() => undefined);
  const read = failureView.safeParse(body);
  if (!read.success) return new Failure(answer.status, 'unknown', unknown);
  const { code, message, messageEn, details } = read.data.error;
  return new Failure(answer.status, code, { zh: message, en: messageEn }, details);
}

/** Whatever went wrong, as something to say. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return error instanceof TypeError ? away : new Failure(0, 'unknown', unknown);
}
