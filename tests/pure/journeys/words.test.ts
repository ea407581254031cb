import { expect, it } from 'vitest';
import * as words from '../../../subgraphs/journeys/domain/reasons.ts';

it('who did not answer, where it is no department by its name, and that a file has come, is said in both languages', () => {
  expect(words.theCatalogue).toEqual({ zh: '事项目录', en: 'The catalogue' });
  expect(words.ownSystem).toEqual({ zh: '本部门系统', en: "Your department's system" });
  expect(words.fileArrived).toEqual({ zh: '已收到文件。', en: 'The file has arrived.' });
});
