import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import { change, newKey, type Change } from './client.js';

/**
 * Something that a person can have changed. One intent has one key, however often it is tried: only
 * after it succeeded, or for something else, there is another.
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
      const answer = await change({ ...asked, key }, schema);
      intent.current = undefined;
      return answer;
    },
    onSuccess: (answer) => done(answer),
  });
}

function intentOf({ body, ...rest }: Omit<Change, 'key'>): string {
  const told =
    body instanceof File ? { name: body.name, size: body.size, of: body.lastModified } : body;
  return JSON.stringify({ ...rest, told });
}
