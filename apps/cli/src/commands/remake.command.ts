import { RemakeDetermination, type Remade, type Service } from '#application';
import { pino } from 'pino';
import { readSettings } from '../../../../config/settings.js';
import { openWorkplace } from '../../../../config/workplace.js';
import { type Command, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';

/** How many are asked for at once. */
const pageLength = 200;

type Way = 'verify' | 'replay';

const usages: Readonly<Record<Way, string>> = {
  verify: `用法 Usage:
  npm run -s verify

  按各自的规则版本重新作出每一份已存的评定结果，逐字节比较。
  Makes every stored determination again under its own version, to the byte.`,
  replay: `用法 Usage:
  npm run -s replay

  按现行规则重新计算每一份已存的评定结果，列出不同之处。
  Makes every stored determination again under the rules of today, and lists what differs.`,
};

/** Makes every stored determination again; status 1 where any comes out otherwise. */
function remake(way: Way): Command {
  return async (words) => {
    const options = parseOptions(words, {});
    if (options.kind === 'wrong') return wrongUsage(options.sentence, usages[way]);
    if (options.values.help) return { status: exitStatus.done, result: usages[way] };
    const log = pino({ level: 'warn' }, pino.destination(2));
    const workplace = await openWorkplace(readSettings(process.env), 'product', log);
    try {
      const { count, lines } = await remakeAll(workplace.service, way);
      const different = lines.length === 0 ? '全部一致 all the same' : `不同 ${lines.length}`;
      return {
        status: lines.length === 0 ? exitStatus.done : exitStatus.notEligible,
        result: [...lines, `评定结果 determinations ${count} · ${different}`].join('\n'),
      };
    } finally {
      await workplace.close();
    }
  };
}

export const verify = remake('verify');
export const replay = remake('replay');

async function remakeAll(service: Service, way: Way) {
  const again = new RemakeDetermination(service);
  const lines: string[] = [];
  let count = 0;
  let from: number | null = 0;
  while (from !== null) {
    const { items, next } = await service.determinations.all({ limit: pageLength, from });
    for (const { key, hash } of items) {
      const words = remadeWords(await again[way](key, hash));
      if (words !== undefined) lines.push(`${key.programme} ${key.code} ${hash}：${words}`);
      count += 1;
    }
    from = next;
  }
  return { count, lines };
}

/** Undefined where nothing differs. */
function remadeWords(remade: Remade): string | undefined {
  switch (remade.kind) {
    case 'same':
      return undefined;
    case 'other-version':
      return `由规则 ${remade.rulebook}、引擎 ${remade.engine} 作出，本版本没有 made by another version`;
    case 'different':
      return remade.changes.length === 0
        ? '结论相同，正文不同 the same outcomes in other bytes'
        : remade.changes.map(({ of, from, to }) => `${of} ${from} → ${to}`).join('，');
  }
}
