import { randomUUID } from 'node:crypto';
import { failureView } from '#contracts';

/** Requests of one person to the service. */
export class ServiceConnection {
  /** @param secret of a session; none for a stranger */
  constructor(
    private readonly url: string,
    private readonly secret?: string,
  ) {}

  async get(path: string): Promise<unknown> {
    return (await this.send(path)).json();
  }

  async post(path: string, body: unknown): Promise<unknown> {
    const answer = await this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.json();
  }

  /** Throws where the answer is a failure, with what it says. */
  async send(
    path: string,
    request: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = {
      ...{ ...request.headers, 'idempotency-key': randomUUID() },
      ...(this.secret !== undefined && { authorization: `Bearer ${this.secret}` }),
    };
    const answer = await fetch(`${this.url}/api/${path}`, { ...request, headers });
    if (answer.ok) return answer;
    const failure = failureView.safeParse(await answer.json());
    const said = failure.success ? failure.data.error.message : answer.statusText;
    throw new Error(`${request.method ?? 'GET'} /api/${path}: ${answer.status} ${said}`);
  }
}
