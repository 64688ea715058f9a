import { lazy as lazyOfReact, type ComponentType, type LazyExoticComponent } from 'react';

/** A page whose program comes when it is wanted. */
export interface LazyPage extends LazyExoticComponent<ComponentType> {
  /** Has its program come before it is shown. */
  readonly fetch: () => Promise<unknown>;
}

/** @param load imports the page */
export function lazy(load: () => Promise<{ readonly default: ComponentType }>): LazyPage {
  return Object.assign(lazyOfReact(load), { fetch: load });
}
