import { RemakeDetermination, type Remade, type Stores } from '#application';
import { openEvaluated, UnfitPlace } from '#persistence';
import { programmes } from '#rulebook';
import { readSettings } from '../../../../config/settings.js';
import { ThreadedEvaluator } from '../../../../config/threaded-evaluator.js';
import { checkpointLine } from '../audit/verify-audit.js';
import { type Command, type Ending, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';

/** How many are asked for at once. */
const pageLength = 200;

type Way = 'verify' | 'replay';

const usages: Readonly<Record<Way, string>> = {
  verify: `用法 Usage:
  npm run -s verify

  按各自的规则版本重新作出每一份已存的评定结果，逐字节比较；数据库原样不动。
  有不同的，退出码为1；没有不同、但有的由其他版本作出而本版本不能核对的，为3，请用当时的版本核对。
  Makes every stored determination again under its own version, to the byte, changing nothing.
  Status 1 where one differs; 3 where none does, but other versions made some: verify with those.`,
  replay: `用法 Usage:
  npm run -s replay

  按现行规则重新计算每一份已存的评定结果，列出不同之处；数据库原样不动。有不同的，退出码为1。
  Makes every stored determination again under the rules of today, and lists what differs, changing
  nothing. Status 1 where one differs.`,
};

/** Makes every stored determination again, writing nothing. */
function remake(way: Way): Command {
  return async (words) => {
    const options = parseOptions(words, {});
    if (options.kind === 'wrong') return wrongUsage(options.sentence, usages[way]);
    if (options.values.help) return { status: exitStatus.done, result: usages[way] };
    const { databaseUrl, dataFolder } = readSettings(process.env);
    try {
      return await remakeAll(databaseUrl ?? dataFolder, way);
    } catch (error) {
      if (error instanceof UnfitPlace) {
        return { status: exitStatus.wrongUsage, talk: error.message };
      }
      throw error;
    }
  };
}

export const verify = remake('verify');
export const replay = remake('replay');

async function remakeAll(place: string, way: Way): Promise<Ending> {
  const stores = await openEvaluated(place);
  const evaluator = new ThreadedEvaluator(place);
  try {
    const again = new RemakeDetermination({ ...stores, programmes, evaluator });
    const lines: string[] = [];
    const counts = { same: 0, different: 0, 'other-version': 0 };
    for await (const { key, hash } of all(stores)) {
      const remade = await again[way](key, hash);
      const words = remadeWords(remade);
      if (words !== undefined) lines.push(`${key.programme} ${key.code} ${hash}：${words}`);
      counts[remade.kind] += 1;
    }
    const checkpoint = checkpointLine(await stores.audit.checkpoint());
    return { status: statusOf(counts), result: [...lines, sumOf(counts), checkpoint].join('\n') };
  } finally {
    await evaluator.close();
    await stores.close();
  }
}

async function* all({ determinations }: Pick<Stores, 'determinations'>) {
  let from: number | null = 0;
  while (from !== null) {
    const { items, next } = await determinations.all({ limit: pageLength, from });
    yield* items;
    from = next;
  }
}

type Counts = Readonly<Record<Remade['kind'], number>>;

function statusOf({ different, 'other-version': others }: Counts): Ending['status'] {
  if (different > 0) return exitStatus.deviates;
  return others > 0 ? exitStatus.otherVersion : exitStatus.done;
}

function sumOf({ same, different, 'other-version': others }: Counts): string {
  const count = `评定结果 determinations ${same + different + others}`;
  const told = [
    ...(different > 0 ? [`不同 ${different}`] : []),
    ...(others > 0 ? [`其他版本所作，未核对 of other versions, not verified ${others}`] : []),
  ];
  return [count, ...(told.length > 0 ? told : ['全部一致 all the same'])].join(' · ');
}

/** Undefined where nothing differs. */
function remadeWords(remade: Remade): string | undefined {
  switch (remade.kind) {
    case 'same':
      return undefined;
    case 'other-version':
      return (
        `由规则 ${remade.rulebook}、引擎 ${remade.engine} 作出，本版本不能核对，请用当时的版本 ` +
        'made by another version, which alone can make it again'
      );
    case 'different':
      return remade.changes.length === 0
        ? '结论相同，正文不同 the same outcomes in other bytes'
        : remade.changes.map(({ of, from, to }) => `${of} ${from} → ${to}`).join('，');
  }
}
