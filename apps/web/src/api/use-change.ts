import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import { change, newKey, type Change } from './client.js';
import { Failure } from './failure.js';

/**
 * Something that a person can have changed. One intent has one key, however often it is tried: only
 * after it was done or refused, or for something else, there is another. A refusal is remembered
 * under its key, so that only another key learns whether its cause is gone.
 */
export function useChange<T extends z.ZodType>(
  schema: T,
  done: (answer: z.infer<T>) => Promise<unknown> | undefined = () => undefined,
) {
  const intent = useRef<{ readonly wanted: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: async (asked: Omit<Change, 'key'>) => {
      const wanted = intentOf(asked);
      const key = intent.current?.wanted === wanted ? intent.current.key : newKey();
      intent.current = { wanted, key };
      try {
        const answer = await change({ ...asked, key }, schema);
        intent.current = undefined;
        return answer;
      } catch (error) {
        if (isRefusal(error)) intent.current = undefined;
        throw error;
      }
    },
    onSuccess: (answer) => done(answer),
  });
}

/** Of who asks, or how often, not of what is asked: an earlier try may have been done. */
const notOfWhatIsAsked = [401, 429];

/** Where no answer came, or a fault of the service, it may have been done none the less. */
const isRefusal = (error: unknown) =>
  error instanceof Failure &&
  error.status >= 400 &&
  error.status < 500 &&
  !notOfWhatIsAsked.includes(error.status);

function intentOf({ body, ...rest }: Omit<Change, 'key'>): string {
  const told =
    body instanceof File ? { name: body.name, size: body.size, of: body.lastModified } : body;
  return JSON.stringify({ ...rest, told });
}
