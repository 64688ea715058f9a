import type { Stores } from '#application';

/** A database, spoken to past the application. */
export interface BareDatabase {
  /** With `?` for each value. */
  readonly run: (sql: string, values?: readonly (string | number)[]) => Promise<unknown>;
}

/** Stores, and the database that they keep money in. */
export interface OpenedMoney {
  readonly stores: Stores;
  readonly bare: BareDatabase;
}

/** Opens new ones. */
export type OpenMoney = () => Promise<OpenedMoney & { readonly close: () => Promise<void> }>;

/** Opens them before each test of the `describe` around it, and closes them afterwards. */
export function moneyForEachTest(open: OpenMoney, handOut: (opened: OpenedMoney) => void): void {
  let close: () => Promise<void>;
  beforeEach(async () => {
    const opened = await open();
    ({ close } = opened);
    handOut(opened);
  });
  afterEach(() => close());
}
