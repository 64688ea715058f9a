import { pageOf } from '#contracts';
import type { z } from 'zod';
import { failureOf } from './failure.js';

/** The address of an API route, its variable parts encoded. */
export function address(
  parts: readonly (string | number)[],
  query: Readonly<Record<string, string | number>> = {},
): string {
  const path = parts.map((part) => encodeURIComponent(part)).join('/');
  const asked = Object.entries(query).map(([key, value]) => [key, String(value)]);
  return `/api/${path}${asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''}`;
}

/** Reads something from the service. Throws a Failure where it is not given. */
export async function read<T extends z.ZodType>(url: string, schema: T): Promise<z.infer<T>> {
  return answered(await fetch(url), schema);
}

/** Reads something that a page asks for by itself, which tells neither it nor the service that somebody is there. */
export async function glance<T extends z.ZodType>(url: string, schema: T): Promise<z.infer<T>> {
  return given(await fetch(url, { headers: { 'x-unattended': '1' } }), schema);
}

/** Reads all of a list that the service gives page by page. */
export async function readAll<T extends z.ZodType>(
  parts: readonly (string | number)[],
  item: T,
  query: Readonly<Record<string, string | number>> = {},
): Promise<readonly z.infer<T>[]> {
  const items: z.infer<T>[] = [];
  const list = pageOf(item);
  for (let from: number | null = 0; from !== null;) {
    const page: z.infer<typeof list> = await read(
      address(parts, { ...query, limit: 500, from }),
      list,
    );
    items.push(...page.items);
    from = page.next;
  }
  return items;
}

export interface Change {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** Sent as JSON, but a file as it is; nothing where it is undefined. */
  readonly body?: unknown;
  /** Tells the service that a repeated request is the same one. */
  readonly key: string;
}

/** Changes something. Throws a Failure where that is refused. */
export async function change<T extends z.ZodType>(
  { method, url, body, key }: Change,
  schema: T,
): Promise<z.infer<T>> {
  const headers = { 'idempotency-key': key };
  const answer = await fetch(url, { method, ...carrying(body, headers) });
  return answered(answer, schema);
}

function carrying(body: unknown, headers: Record<string, string>): RequestInit {
  if (body === undefined) return { headers };
  if (body instanceof Blob) {
    return { headers: { ...headers, 'content-type': 'application/octet-stream' }, body };
  }
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

let heardAt = Date.now();

/** When the service last answered somebody, which is when it last knew that they were there. */
export const lastAnswerAt = (): number => heardAt;

async function answered<T extends z.ZodType>(answer: Response, schema: T): Promise<z.infer<T>> {
  heardAt = Date.now();
  return given(answer, schema);
}

async function given<T extends z.ZodType>(answer: Response, schema: T): Promise<z.infer<T>> {
  if (!answer.ok) throw await failureOf(answer);
  return schema.parse(await answer.json());
}

/** A UUID; `crypto.randomUUID` is missing where a page comes over plain HTTP. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}
