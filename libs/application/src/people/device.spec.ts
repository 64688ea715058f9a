import { generateSync } from 'otplib';
import { after } from '../instant.js';
import { newDevice, stepOfCode } from './device.js';

const at = '2026-11-21T12:00:10.000+08:00';
const step = Date.parse(at) / 1000 / 30;
const { secret, uri } = newDevice('wang@trial.example');
const codeAt = (seconds: number) =>
  generateSync({ secret, epoch: Math.floor(Date.parse(at) / 1000) + seconds });

describe("a device's code", () => {
  it('is of its step, and of the one before or after', () => {
    const steps = [-60, -30, 0, 30, 60].map((seconds) =>
      stepOfCode(codeAt(seconds), secret, at, 0),
    );
    const now = Math.floor(step);
    expect(steps).toEqual([undefined, now - 1, now, now + 1, undefined]);
  });

  it('serves once, and none before it after it', () => {
    const now = Math.floor(step);
    expect(stepOfCode(codeAt(0), secret, at, now)).toBeUndefined();
    expect(stepOfCode(codeAt(-30), secret, at, now)).toBeUndefined();
    expect(stepOfCode(codeAt(30), secret, at, now)).toBe(now + 1);
    expect(stepOfCode(codeAt(0), secret, after(at, -3_600_000), now + 500)).toBeUndefined();
  });

  it.each(['', '12345', 'abcdef', '1234567', '１２３４５６'])('is not "%s"', (code) => {
    expect(stepOfCode(code, secret, at, 0)).toBeUndefined();
  });

  it('comes from a secret that an authenticator reads', () => {
    expect(uri).toBe(
      `otpauth://totp/pilot-targets:wang%40trial.example?secret=${secret}&issuer=pilot-targets`,
    );
  });
});
