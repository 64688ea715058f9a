import {
  isUnit,
  parseQuantity,
  thresholdOf,
  type Plan,
  type PlannedTarget,
  type Programme,
  type Substitute,
  type Target,
  type Unit,
} from '#engine';

/** A filed plan as read, or everything that is wrong with it, a sentence each (中文). */
export type PlanReading =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'invalid'; readonly faults: readonly string[] };

/**
 * Reads a filed plan (方案备案): `document`, and by target id `threshold`, `milestones` by year,
 * `approval`, `substitute`, `notApplicable`; `bases` by figure code; `earlier`, the plan that it
 * amends. Quantities are exact decimals
 * in text, money in 万元.
 */
export function parsePlan(json: unknown, programme: Programme): PlanReading {
  const faults: string[] = [];
  const plan = new PlanReader(programme, faults).read(json);
  return faults.length === 0 ? { kind: 'plan', plan } : { kind: 'invalid', faults };
}

type Members = Readonly<Record<string, unknown>>;

class PlanReader {
  constructor(
    private readonly programme: Programme,
    private readonly faults: string[],
  ) {}

  read(json: unknown, place = '方案'): Plan {
    const { document, earlier, targets, bases } = this.members(json, place, [
      'document',
      'earlier',
      'targets',
      'bases',
    ]);
    const amended = this.optional(earlier, (given) => this.read(given, '原方案'));
    return {
      document: this.text(document, `${place}的 document（文号）`),
      ...(amended && { earlier: amended }),
      targets: this.entries(targets, 'targets', (id, planned) => this.target(id, planned)),
      bases: this.entries(bases, 'bases', (code, value) => this.base(code, value)),
    };
  }

  private base(code: string, value: unknown): bigint | null {
    const figure = this.programme.figures.find((each) => each.code === code);
    if (!figure) return this.fault(`bases：没有“${code}”这个指标编码`);
    return this.quantity(value, figure.unit, `bases 的 ${code}`);
  }

  private target(id: string, json: unknown): PlannedTarget | null {
    const target = this.programme.targets.find((each) => each.id === id);
    if (!target) return this.fault(`targets：没有“${id}”这个绩效目标`);
    const planned = this.members(json, id, [
      'threshold',
      'milestones',
      'approval',
      'substitute',
      'notApplicable',
    ]);
    const threshold = this.threshold(planned['threshold'], target, id);
    const substitute = this.optional(planned['substitute'], (given) => this.substitute(given, id));
    const approval = this.optional(planned['approval'], (given) => ({
      document: this.text(
        this.members(given, `${id} 的 approval`, ['document'])['document'],
        `${id} 的 approval.document（文号）`,
      ),
    }));
    const notApplicable = this.optional(planned['notApplicable'], (given) => {
      const place = `${id} 的 notApplicable`;
      const { document, reason } = this.members(given, place, ['document', 'reason']);
      return {
        document: this.text(document, `${place}.document（文号）`),
        reason: this.text(reason, `${place}.reason（理由）`),
      };
    });
    return {
      milestones: this.milestones(planned['milestones'], target, id),
      ...(threshold !== null && { threshold }),
      ...(approval && { approval }),
      ...(substitute && { substitute }),
      ...(notApplicable && { notApplicable }),
    };
  }

  private threshold(value: unknown, target: Target, place: string): bigint | null {
    if (value === undefined) return null;
    const notice = thresholdOf(target);
    if (!notice) return this.fault(`${place}：这是定性目标，没有数值可以改`);
    return this.quantity(value, notice.unit, place);
  }

  private milestones(json: unknown, target: Target, id: string): Record<string, bigint> {
    const early = this.programme.years.slice(0, -1).map(String);
    return this.entries(json, `${id} 的 milestones`, (year, value) => {
      if (!early.includes(year)) {
        return this.fault(`${id} 的 milestones：年度应为${early.join('、')}，不能是“${year}”`);
      }
      return this.threshold(value, target, `${id} 的 ${year} 年节点`);
    });
  }

  private substitute(json: unknown, id: string): Substitute | null {
    const place = `${id} 的 substitute`;
    const given = this.members(json, place, ['kind', 'document', 'value', 'unit']);
    const document = this.text(given['document'], `${place}.document（文号）`);
    const { kind, unit } = given;
    if (kind === 'first-year-above-zero') return { kind, document };
    if (kind !== 'absolute') {
      return this.fault(`${place}.kind 应为 absolute 或 first-year-above-zero`);
    }
    if (typeof unit !== 'string' || !isUnit(unit)) return this.fault(`${place}.unit 不是已知单位`);
    const value = this.quantity(given['value'], unit, place);
    return value === null ? null : { kind, document, value, unit };
  }

  private quantity(value: unknown, unit: Unit, place: string): bigint | null {
    const steps = typeof value === 'string' ? parseQuantity(value, unit) : undefined;
    if (steps !== undefined && steps >= 0n) return steps;
    return this.fault(
      `${place}：应为写成文本的${unit}数，如 "1200"，不能是 ${JSON.stringify(value)}`,
    );
  }

  private text(value: unknown, place: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.faults.push(`${place}没有填`);
    return '';
  }

  private optional<T>(json: unknown, read: (given: unknown) => T): T | null {
    return json === undefined ? null : read(json);
  }

  private entries<T>(
    json: unknown,
    place: string,
    read: (key: string, value: unknown) => T | null,
  ): Record<string, T> {
    const result: Record<string, T> = {};
    for (const [key, value] of Object.entries(json === undefined ? {} : this.object(json, place))) {
      const entry = read(key, value);
      if (entry !== null) result[key] = entry;
    }
    return result;
  }

  private members(json: unknown, place: string, known: readonly string[]): Members {
    const object = this.object(json, place);
    const unknown = Object.keys(object).filter((key) => !known.includes(key));
    if (unknown.length > 0) this.faults.push(`${place}：不认识 ${unknown.join('、')}`);
    return object;
  }

  private object(json: unknown, place: string): Members {
    if (isObject(json)) return json;
    this.faults.push(`${place}：应为一个 JSON 对象`);
    return {};
  }

  private fault(sentence: string): null {
    this.faults.push(sentence);
    return null;
  }
}

function isObject(json: unknown): json is Members {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
