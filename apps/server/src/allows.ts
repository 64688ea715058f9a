import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { system, type Actor, type Role } from '#application';
import type { FastifyRequest } from 'fastify';

/** Who may use a route: everybody, or accounts with one of these roles. */
export type Allowed =
  | 'everybody'
  | {
      readonly roles: readonly Role[];
      /**
       * Whose data the route is about: that of the subject in its address, which has to lie in the
       * account's area; without one, whatever the area holds; or everybody's, which asks for an
       * account of the whole nation.
       */
      readonly data: 'subject' | 'area' | 'nation';
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

/** Those who move a report on. */
export const movers: readonly Role[] = ['city-clerk', 'provincial-reviewer', 'ip-reviewer'];

/** Who makes a request. */
export function actorOf({ actor }: FastifyRequest & { actor?: Actor }): Actor {
  return actor ?? system;
}

/** Who makes the request. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
