import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Instant } from '../instant.js';

/** In seconds, as RFC 6238 has it; one step early or late is let through. */
const step = 30;

/** The secret of a device that shows codes (动态口令), in Base32 and as what its camera reads. */
export interface DeviceSecret {
  readonly secret: string;
  readonly uri: string;
}

/** A secret for a new device. @param label whose it is */
export function newDevice(label: string): DeviceSecret {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: 'pilot-targets', label, secret }) };
}

/**
 * The time step that a code is of, where it is right at the moment and later than the last one
 * used, so that each code serves once.
 */
export function stepOfCode(
  code: string,
  secret: string,
  at: Instant,
  last: number,
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(Date.parse(at) / 1000);
  // The library takes a last step of the future, as after the clock was set back, for a mistake.
  if (last > Math.floor(epoch / step) + 1) return undefined;
  const found = verifySync({
    ...{ token: code, secret, epoch, epochTolerance: step },
    ...(last > 0 && { afterTimeStep: last }),
  });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}
