import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor, Identity, Role, Scope } from '#application';
import type { FastifyRequest } from 'fastify';

/** Who may use a route: everybody, or accounts with one of these roles. */
export type Allowed =
  | 'everybody'
  | {
      readonly roles: readonly Role[];
      /**
       * Whose data the route is about: that of the subject in its address, which has to lie in the
       * account's area; without one, whatever the area holds; everybody's, which asks for an
       * account of the whole nation; or people and their accounts, which are no business data.
       */
      readonly data: 'subject' | 'area' | 'nation' | 'people';
      /** What a machine must be let do to use it; reading for GET, else nothing lets it. */
      readonly scope?: Scope;
    };

export const allowedKey = 'allowed';

/** Declares who may use a route. A route without it cannot be used by anybody. */
export const Allows = (allowed: Allowed) => SetMetadata(allowedKey, allowed);

/** Those who work on the reports of a subject, and the auditor, who reads everything. */
export const readers: readonly Role[] = [
  'city-clerk',
  'provincial-reviewer',
  'ip-reviewer',
  'finance-reviewer',
  'finance-approver',
  'auditor',
];

/** Those who judge all subjects together. */
export const nationalReaders: readonly Role[] = [
  'ip-reviewer',
  'finance-reviewer',
  'finance-approver',
  'auditor',
];

/** Those who read what no subject may see of another. */
export const reviewers: readonly Role[] = [...nationalReaders, 'provincial-reviewer'];

/** Those who move a report on. */
export const movers: readonly Role[] = ['city-clerk', 'provincial-reviewer', 'ip-reviewer'];

/** Who makes the request, and by what. Not on a route that everybody may use. */
export const Identified = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  identityOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Who makes the request. Not on a route that everybody may use. */
export const Acting = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    identityOf(context.switchToHttp().getRequest<FastifyRequest>()).actor,
);

/** Who makes a request that the guard let through. */
export function identityOf({ identity }: FastifyRequest): Identity {
  if (!identity) throw new Error('the route asks who makes a request that everybody may make');
  return identity;
}
