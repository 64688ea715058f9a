import { randomUUID } from 'node:crypto';
import { failureView } from '#contracts';

/** Somebody who sends requests to a server. */
export class ClientOnTrial {
  /** @param headers what every request of the person carries */
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  get(path: string): Promise<Response> {
    return this.send('GET', path);
  }

  /** The JSON of an answer, whatever its status. */
  async json(path: string): Promise<unknown> {
    return (await this.get(path)).json();
  }

  post(path: string, body: unknown, key?: string): Promise<Response> {
    return this.send('POST', path, body, key);
  }

  /** @param body as JSON; undefined for none */
  send(method: string, path: string, body?: unknown, key?: string): Promise<Response> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.sendRaw(method, path, { ...json, headers: type }, key);
  }

  /** A request as it stands, with the person's headers and a key of its own. */
  sendRaw(
    method: string,
    path: string,
    request: {
      body?: NonNullable<RequestInit['body']>;
      headers?: Readonly<Record<string, string>>;
    },
    key: string = randomUUID(),
  ): Promise<Response> {
    const { body, headers } = request;
    return fetch(this.url + path, {
      ...{ method, headers: { 'idempotency-key': key, ...this.headers, ...headers } },
      ...(body !== undefined && { body }),
    });
  }
}

/** How a call was refused: the status and the failure's code. */
export const failureOf = async (answer: Response) =>
  `${answer.status} ${failureView.parse(await answer.json()).error.code}`;
