import type { PaperRecord, Stores, SubjectKey, WeightsRecord } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const programme = '2019-city-operation';
const key: SubjectKey = { programme, code: '999901' };
const paper: PaperRecord = {
  ...{ id: 'one', code: 'AAAAA-AAAAA', kind: 'self-assessment', subject: key, year: 2021 },
  ...{ standing: 'draft', release: null, determination: 'a hash', content: 'another hash' },
  ...{ gist: '达标1项。', issuedAt: at, issuedBy: 'a clerk' },
  files: [
    { format: 'docx', sha256: 'of docx' },
    { format: 'pdf', sha256: 'of pdf' },
    { format: 'xlsx', sha256: 'of xlsx' },
  ],
};
const letter: PaperRecord = {
  ...{ ...paper, id: 'two', code: 'BBBBB-BBBBB', kind: 'release-letter', standing: 'submitted' },
  ...{ release: 'a release', files: [{ format: 'pdf', sha256: 'of a letter' }] },
};
const weights: WeightsRecord = {
  ...{ id: 'one', programme, year: 2021, document: '示例财〔2022〕9号', replaces: null },
  ...{ points: { 'cluster-zone': 4500, 'mixed-pledge': 4500 }, recordedAt: at, recordedBy: 'x' },
};

/** What every store of issued papers, and of what targets are worth on them, must hold. */
export function papersContract(name: string, open: OpenStores): void {
  describe(name, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });
    const issue = (given: PaperRecord) => within(() => stores.papers.add(given));
    const record = (given: WeightsRecord) => within(() => stores.weights.add(given));

    describe('papers', () => {
      it('come back in the order issued, with their files by format', async () => {
        await issue({ ...paper, files: paper.files.toReversed() });
        await issue({ ...letter, id: 'of others', code: 'C', subject: { ...key, code: '999902' } });
        await issue(letter);
        expect(await stores.papers.all(key)).toEqual([paper, letter]);
        expect(await stores.papers.all({ ...key, programme: 'another' })).toEqual([]);
      });

      it('are found by their code, whoever they are about', async () => {
        for (const each of [paper, letter]) await issue(each);
        expect(await stores.papers.byCode(letter.code)).toEqual(letter);
        expect(await stores.papers.byCode('CCCCC-CCCCC')).toBeUndefined();
      });

      it('share no code, and have one file of a format', async () => {
        await issue(paper);
        await expect(issue({ ...letter, code: paper.code })).rejects.toThrow();
        await expect(issue({ ...letter, id: paper.id })).rejects.toThrow();
        const files = [...letter.files, ...letter.files];
        await expect(issue({ ...letter, files })).rejects.toThrow();
        expect(await stores.papers.all(key)).toEqual([paper]);
      });

      it('are seen at once where they are issued, and by others once all went well', async () => {
        const failing = within(async () => {
          await stores.papers.add(paper);
          expect(await stores.papers.byCode(paper.code)).toEqual(paper);
          throw new Error('a fault');
        });
        await expect(failing).rejects.toThrow('a fault');
        expect(await stores.papers.byCode(paper.code)).toBeUndefined();
        await expect(stores.papers.add(paper)).rejects.toThrow('outside an open transaction');
      });
    });

    describe('weights', () => {
      it('come back in the order recorded, and are corrected once', async () => {
        const corrected = { ...weights, id: 'two', document: '〔2022〕10号', replaces: 'one' };
        for (const each of [weights, corrected]) await record(each);
        expect(await stores.weights.all(programme)).toEqual([weights, corrected]);
        expect(await stores.weights.all('another')).toEqual([]);
        await expect(record({ ...corrected, id: 'three' })).rejects.toThrow();
      });

      it('are set first once for a year', async () => {
        await record(weights);
        await expect(record({ ...weights, id: 'two' })).rejects.toThrow();
        await record({ ...weights, id: 'two', year: 2020 });
        await record({ ...weights, id: 'three', programme: 'another' });
      });
    });
  });
}
