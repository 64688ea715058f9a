import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { DeterminationDocument } from '#engine';
import {
  determinationView,
  gateView,
  progressView,
  reportView,
  yearView,
  type GateView,
  type NewFindingBody,
  type NewGrantBody,
  type NewMoneyEntryBody,
  type NewMoveRequest,
  type ProgressView,
  type ReportView,
  type YearView,
} from '#contracts';
import type { DemonstrationPeople } from './demonstration-people.js';

/** What the people of the demonstration do: over HTTP, and no other way. */
export class ServiceClient {
  constructor(
    private readonly people: DemonstrationPeople,
    private readonly programme: string,
  ) {}

  /** Enrols a city; the same city again is the one that there is. */
  async enrol(code: string, name: string, document: string): Promise<void> {
    const { programme } = this;
    const subject = { programme, code, name, underDirectPlanning: false, document };
    await (await this.people.as('finance-reviewer')).post('subjects', subject);
  }

  /** Sends a report's file in; the same file again is the report that there is. */
  async submit(code: string, path: string): Promise<ReportView> {
    const clerk = await this.people.as('city-clerk', code);
    const answer = await clerk.send(
      `${this.subject(code)}/reports?name=${encodeURIComponent(basename(path))}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: await openAsBlob(path),
      },
    );
    return reportView.parse(await answer.json());
  }

  /** Each step of the work on a report, until it is done. */
  async *follow(code: string, id: string): AsyncGenerator<ProgressView> {
    const clerk = await this.people.as('city-clerk', code);
    const { body } = await clerk.send(`${this.subject(code)}/reports/${id}/progress`);
    if (!body) return;
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data:')) yield progressView.parse(JSON.parse(line.slice(5)));
      }
    }
  }

  async gate(code: string, year: number): Promise<GateView> {
    const auditor = await this.people.as('auditor');
    return gateView.parse(await auditor.get(`${this.subject(code)}/gate?year=${year}`));
  }

  /** Where a year's report stands. */
  async year(code: string, year: number): Promise<YearView> {
    const auditor = await this.people.as('auditor');
    return yearView.parse(await auditor.get(`${this.subject(code)}/years/${year}`));
  }

  /** Moves a year's report on, by whom it is up to. */
  async move(
    code: string,
    year: number,
    by: NewGrantBody['role'],
    move: NewMoveRequest,
  ): Promise<void> {
    const mover = await this.people.as(by, code);
    await mover.post(`${this.subject(code)}/years/${year}/moves`, move);
  }

  /** The determination with this hash. */
  async determination(code: string, hash: string): Promise<DeterminationDocument> {
    const auditor = await this.people.as('auditor');
    const document = await auditor.get(`${this.subject(code)}/determinations/by-hash/${hash}`);
    if (!isDetermination(document)) throw new Error(`${hash} names no determination`);
    return document;
  }

  /** Records a finding, which has its year evaluated again. */
  async record(code: string, finding: NewFindingBody): Promise<void> {
    await (await this.people.as('ip-reviewer')).post(`${this.subject(code)}/findings`, finding);
  }

  /** Records an award or a payment; the same entry again is the one that there is. */
  async recordMoney(code: string, entry: NewMoneyEntryBody): Promise<void> {
    await (await this.people.as('finance-reviewer')).post(`${this.subject(code)}/money`, entry);
  }

  private subject(code: string): string {
    return `subjects/${this.programme}/${code}`;
  }
}

/** The service froze these bytes; only that they are such a document at all is checked again. */
function isDetermination(value: unknown): value is DeterminationDocument {
  return determinationView.safeParse(value).success;
}
