import { QueryCache, QueryClient, MutationCache, useQuery } from '@tanstack/react-query';
import { signedInView, type SignedInView } from '#contracts';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { lastAnswerAt, read } from '../api/client.js';
import { Failure } from '../api/failure.js';
import { useChange } from '../api/use-change.js';

const key = ['session'];

/** Somebody who is signed in; `ended` who was; `nobody` who was not. */
export type SessionState = SignedInView | 'ended' | 'nobody';

/** Keeps what was read; whoever turns out not to be signed in any more loses it. */
export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: endWhereRefused }),
  mutationCache: new MutationCache({ onError: endWhereRefused }),
  defaultOptions: {
    queries: { retry: (count, error) => isAway(error) && count < 3, staleTime: 10_000 },
  },
});

function endWhereRefused(error: Error): void {
  if (error instanceof Failure && error.code === 'not-signed-in') leave('ended');
}

const isAway = (error: Error) => !(error instanceof Failure) && error instanceof TypeError;

/** Forgets everything that belongs to whoever was signed in. */
export function leave(state: 'ended' | 'nobody'): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
  client.setQueryData(key, state);
}

/** Signing out, which ends the session in the service too: its cookie lets nobody in again. */
export function useSignOut() {
  const go = useNavigate();
  const { mutate, isPending, error } = useChange(z.object({}), async () => {
    leave('nobody');
    // Whoever comes next starts at a page of their own.
    await go('/');
  });
  const signOut = () => mutate({ method: 'DELETE', url: '/api/session' });
  return { signOut, isPending, error };
}

const session = { queryKey: key, queryFn: readSession, staleTime: Infinity };

/** Who is signed in; undefined until that is known. */
export function useSession() {
  return useQuery(session);
}

/** The role of whoever is signed in. */
export function useRole() {
  const { data } = useSession();
  return typeof data === 'object' ? data.account.grant?.role : undefined;
}

/** Asks who is there before any page can. */
export function askWhoIsThere(): void {
  // Where no answer comes, whoever uses the session says so.
  void client.query(session).catch(() => undefined);
}

/** Has everything read again, which counts as being there. */
export function refreshSession(): Promise<void> {
  return client.invalidateQueries();
}

/** How long before an idle session ends that is said, in milliseconds. */
const notice = 2 * 60_000;

/** How long an idle session has left, in milliseconds; no end where nobody is signed in. */
export function timeLeft(): number {
  const state = client.getQueryData<SessionState>(key);
  if (typeof state !== 'object') return Infinity;
  return lastAnswerAt() + state.idleMinutes * 60_000 - Date.now();
}

/** Whether whoever is signed in is to be told that they are about to be signed out. */
export const isNearEnd = (): boolean => timeLeft() <= notice;

/** How soon a page looks again by itself: not where nobody seems to be there any more. */
export const whileAttended = (interval: number): number | false => !isNearEnd() && interval;

async function readSession(): Promise<SessionState> {
  try {
    return await read('/api/session', signedInView);
  } catch (error) {
    if (error instanceof Failure && error.status === 401) return 'nobody';
    throw error;
  }
}

/** Enters as whoever has signed in. */
export function enter(signedIn: SignedInView): void {
  client.setQueryData(key, signedIn);
}
