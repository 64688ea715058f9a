import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings, settingNames } from '../../../config/settings.js';
import { sharing } from '../../ministry/topology.js';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const compose = read('compose.yaml');
const dockerfile = read('Dockerfile');

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      build: z.string().optional(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).default({}),
      secrets: z.array(z.string()),
      volumes: z.array(z.string()),
      ports: z.array(z.string()).default([]),
      networks: z.array(z.string()),
      deploy: z.object({ replicas: z.number() }).default({ replicas: 1 }),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      read_only: z.boolean().default(false),
    }),
  ),
  networks: z.record(
    z.string(),
    z.object({
      internal: z.boolean().default(false),
      ipam: z.object({ config: z.array(z.object({ gateway: z.string() })) }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
const { services, networks, volumes, secrets } = composeFile.parse(parse(compose, { merge: true }));
const listed = Object.entries(services).map(([name, service]) => ({ name, ...service }));
const ours = listed.filter(({ build }) => build !== undefined);
const others = listed.filter(({ build }) => build === undefined);

const instruction = (name: string) =>
  [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, words = '']) => words);
const listIn = (words: string | undefined) => z.array(z.string()).parse(JSON.parse(words ?? ''));
const ofImage: unknown = Object.fromEntries(
  instruction('ENV').flatMap((line) => line.split(' ').map((each) => each.split('='))),
);

/** The module that a service of ours runs. */
const mainOf = ({ command }: (typeof ours)[number]) =>
  (command ?? listIn(instruction('CMD').at(-1))).join(' ');

describe('compose.yaml', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'compose-'));
    const [, making = ''] = /```sh\n(umask[^`]*)```/.exec(read('docs/deployment.md')) ?? [];
    execFileSync('sh', ['-ec', making], { cwd: folder, stdio: 'ignore' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const settingsOf = ({ environment }: (typeof ours)[number]) => {
    const inherited = z.record(z.string(), z.string()).parse(ofImage);
    const there = Object.entries({ ...inherited, ...environment }).map(([name, value]) => [
      name,
      value.replace('/run/secrets', join(folder, 'secrets')),
    ]);
    return readSettings(z.record(z.string(), z.string()).parse(Object.fromEntries(there)));
  };

  it('starts as many servers and workers as the demonstration, on a database and a queue', () => {
    const count = (module: string) =>
      ours
        .filter((service) => mainOf(service) === `node dist/bundled/apps/${module}/src/main.js`)
        .reduce((sum, { deploy }) => sum + deploy.replicas, 0);
    expect({ servers: count('server'), workers: count('worker') }).toEqual(sharing);
    expect(others.map(({ name, image }) => [name, image.split(':')[0]])).toEqual([
      ['postgres', 'postgres'],
      ['redis', 'redis'],
    ]);
    expect(others.at(-1)?.command?.join(' ')).toContain('--appendonly yes');
  });

  it('runs what the project builds, with what it has', () => {
    for (const service of ours) {
      const [, module = ''] = /^node dist\/bundled\/(.*)\.js$/.exec(mainOf(service)) ?? [];
      expect(existsSync(join(root, `${module}.ts`))).toBe(true);
    }
    const copied = instruction('COPY').filter((words) => !words.startsWith('--from'));
    const sources = copied.flatMap((words) => words.split(' ').slice(0, -1));
    const ignored = read('.dockerignore').trimEnd().split('\n');
    expect(ignored).toEqual(['**', ...sources.map((path) => `!${path}`)]);
    for (const path of sources) expect(existsSync(join(root, path))).toBe(true);
    expect(dockerfile).toContain('RUN node config/ready.mjs');
  });

  it('sets nothing but settings, and such that are accepted', () => {
    for (const service of ours) {
      expect(settingNames).toEqual(expect.arrayContaining(Object.keys(service.environment)));
      const { databaseUrl, queueUrl, metrics, host, dataFolder } = settingsOf(service);
      expect(new URL(databaseUrl ?? '')).toMatchObject({
        protocol: 'postgres:',
        hostname: 'postgres',
      });
      expect(new URL(queueUrl ?? '')).toMatchObject({ protocol: 'redis:', hostname: 'redis' });
      expect(metrics?.port).toBe(9464);
      expect([host, dataFolder, service.volumes]).toEqual(['0.0.0.0', '/data', ['/data']]);
    }
    const servers = ours.filter(({ ports }) => ports.length > 0);
    for (const server of servers) {
      const { jobs, trustedProxies, port } = settingsOf(server);
      expect([jobs, port]).toEqual(['elsewhere', 3000]);
      expect(server.ports.join()).toMatch(/^127\.0\.0\.1:\d+:3000$/);
      const gateways = networks['outside']?.ipam?.config.map(({ gateway }) => gateway) ?? [];
      expect(gateways.map((gateway) => trustedProxies.check(gateway))).toEqual([true]);
    }
    expect(servers.map(({ name }) => name)).toEqual(['server-1', 'server-2']);
  });

  it('holds no secret: each is a file that is made as the documentation says', () => {
    for (const text of [compose, dockerfile]) {
      expect(text).not.toMatch(/:\/\/[^\s/]*:[^\s/]*@/);
      expect(text).not.toMatch(/PASSWORD(?!_FILE)/);
    }
    const made = Object.values(secrets).map(({ file }) => file);
    expect(readdirSync(join(folder, 'secrets')).sort()).toEqual(
      made.map((path) => basename(path)).sort(),
    );
    for (const path of made) expect(path).toBe(`./secrets/${basename(path)}`);
    expect(read('.gitignore').split('\n')).toContain('secrets/');
    for (const { secrets: used, environment } of listed) {
      expect(Object.keys(secrets)).toEqual(expect.arrayContaining(used));
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      expect(files.map(([, path]) => path).sort()).toEqual(
        files.length > 0 ? used.map((name) => `/run/secrets/${name}`).sort() : [],
      );
    }
  });

  it('joins what is declared, and starts what others need first', () => {
    for (const { networks: joined, volumes: mounted, depends_on: needed } of listed) {
      expect(Object.keys(networks)).toEqual(expect.arrayContaining(joined));
      const named = mounted.map((mount) => mount.split(':')).filter(({ length }) => length > 1);
      expect(Object.keys(volumes)).toEqual(expect.arrayContaining(named.map(([name]) => name)));
      for (const [name, { condition }] of Object.entries(needed)) {
        expect(condition).toBe('service_healthy');
        expect(services[name]?.healthcheck ?? instruction('HEALTHCHECK').join()).toBeTruthy();
      }
    }
  });

  it('gives our processes no more than they need, and the databases no way out', () => {
    for (const service of ours) expect(service.read_only).toBe(true);
    for (const { networks: joined, ports } of others) {
      expect([joined.map((name) => networks[name]?.internal), ports]).toEqual([[true], []]);
    }
    const stages = dockerfile.split(/^FROM /m).slice(1);
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^node:22-slim\b/);
    expect(stages[1]).toMatch(/^USER node$/m);
    expect(stages[1]).toContain('http://127.0.0.1:3000/health/ready');
  });
});
