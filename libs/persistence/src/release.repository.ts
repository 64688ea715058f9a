import {
  releaseMoves,
  releaseStates,
  type Release,
  type ReleaseMoveRecord,
  type ReleaseStore,
  type SubjectKey,
} from '#application';
import { amountFromText, amountToText } from './amount.mapper.js';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { MoneyReleaseEntity, MoneyReleaseMoveEntity } from './entities/money-release.entity.js';
import { rowsOfSubject } from './rows-of-subject.js';

/** Releases and their moves in the database. */
export class ReleaseRepository implements ReleaseStore {
  constructor(private readonly database: Database) {}

  async add(
    { programme, code }: SubjectKey,
    release: Release,
    move: ReleaseMoveRecord,
  ): Promise<void> {
    const [fen, returned] = [amountToText(release.fen), amountToText(release.returned)];
    const row = { ...release, programme, subjectCode: code, fen, returned };
    await this.database.add(MoneyReleaseEntity, row);
    await this.addMove(release.id, move);
  }

  async move({ id, state, returned }: Release, move: ReleaseMoveRecord): Promise<void> {
    const { writer } = this.database;
    // The database lets a release be only in the state that its last move led to.
    await this.addMove(id, move);
    const { number } = await writer.findOneByOrFail(MoneyReleaseEntity, { id });
    await writer.update(
      MoneyReleaseEntity,
      { number },
      { state, returned: amountToText(returned) },
    );
    this.database.changed(MoneyReleaseEntity, { number });
  }

  async all(key: SubjectKey): Promise<readonly Release[]> {
    const rows = await rowsOfSubject(this.database, MoneyReleaseEntity, key);
    return rows.map(({ id, year, shown, proposedBy, proposedAt, ...row }) => ({
      ...{ id, year, shown, proposedBy, proposedAt },
      fen: amountFromText(row.fen),
      returned: amountFromText(row.returned),
      state: oneOf(releaseStates, row.state),
    }));
  }

  async moves(id: string): Promise<readonly ReleaseMoveRecord[]> {
    const rows = await this.database.reader.find(MoneyReleaseMoveEntity, {
      where: { release: id },
      order: { number: 'ASC' },
    });
    return rows.map(({ who, at, opinion, document, shown, ...row }) => ({
      ...{ who, at, opinion, document, shown },
      move: oneOf(moves, row.move),
      to: oneOf(releaseStates, row.to),
      returned: row.returned === null ? null : amountFromText(row.returned),
    }));
  }

  private addMove(id: string, { returned, ...move }: ReleaseMoveRecord): Promise<void> {
    const row = {
      ...move,
      release: id,
      returned: returned === null ? null : amountToText(returned),
    };
    return this.database.add(MoneyReleaseMoveEntity, row);
  }
}

const moves = releaseMoves.map(({ move }) => move);
