import type { AuditVerifier, PaperWriter, People, Service } from '#application';
import type { SettingsView } from '#contracts';
import { Subject } from 'rxjs';

/** What the controllers work with: the service, and how this server was told to run. */
export class ServiceHost {
  /** Tells those who follow something that the server stops. */
  readonly stopping = new Subject<void>();

  constructor(
    readonly service: Service,
    readonly people: People,
    /** In bytes. */
    readonly uploadLimit: number,
    /** True where every figure is invented. */
    readonly demonstration: boolean,
    readonly verifier: AuditVerifier,
    readonly paperWriter: PaperWriter,
    /** As they may be shown. */
    readonly settings: Readonly<SettingsView>,
  ) {}
}
