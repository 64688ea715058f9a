import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allowedKey, type Allowed } from '../allows.js';

/** A route of the application, with who may use it. */
export interface DeclaredRoute {
  readonly method: string;
  /** With its parameters as `:name`. */
  readonly path: string;
  readonly allowed: Allowed;
}

/** Every route of an application. Throws where one does not declare who may use it. */
export function declaredRoutes(app: Pick<NestFastifyApplication, 'get'>): readonly DeclaredRoute[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOf(metatype, app.get(Reflector)) : [],
  );
}

type Declaring = Parameters<Reflector['get']>[1];

function routesOf(controller: Declaring, reflector: Reflector): readonly DeclaredRoute[] {
  const prototype: unknown = controller.prototype;
  if (typeof prototype !== 'object' || prototype === null) return [];
  const routes = [];
  for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function') continue;
    const verb = reflector.get<RequestMethod | undefined, string>(METHOD_METADATA, handler);
    if (verb === undefined) continue;
    const parts = [controller, handler].map((each) =>
      reflector.get<string, string>(PATH_METADATA, each),
    );
    const path = `/${parts.join('/')}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
    const allowed = reflector.get<Allowed | undefined, string>(allowedKey, handler);
    const method = RequestMethod[verb];
    if (allowed === undefined) throw new Error(`${method} ${path}: who may use it?`);
    const isOfSubject = allowed !== 'everybody' && allowed.data === 'subject';
    if (isOfSubject && !path.includes('/:programme/:code')) {
      throw new Error(`${method} ${path}: about which subject?`);
    }
    routes.push({ method, path, allowed });
  }
  return routes;
}
