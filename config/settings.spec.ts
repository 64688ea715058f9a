import { readSettings } from './settings.js';

describe('settings', () => {
  it('bind to this machine alone unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000 });
  });

  it('are all named at once when they are wrong, with what was found', () => {
    expect(() => readSettings({ PORT: '70000', LOG_LEVEL: 'loud' })).toThrow(
      /PORT=70000.*\n.*LOG_LEVEL=loud/,
    );
  });

  it.each(['', 'x', '1.5', '-1'])("refuse the port '%s'", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow('PORT=');
  });
});
