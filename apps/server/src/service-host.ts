import type { Service } from '#application';

/** What the controllers work with: the service, and how this server was told to run. */
export class ServiceHost {
  constructor(
    readonly service: Service,
    /** In bytes. */
    readonly uploadLimit: number,
    /** True where every figure is invented. */
    readonly demonstration: boolean,
  ) {}
}
