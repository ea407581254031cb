import { apartIn } from '../../../language/photo-facts.ts';
import { photoFacts } from '../../link/photos.ts';
import { photosOfRows, photosOfTypes } from '../../photos.ts';
import type { Rule } from '../../rule.ts';

/**
 * 一行材料对照片的要求，与其标准材料的要求互相矛盾。
 * A row asks of a photograph what no photograph of its document type is.
 *
 * @why 标准材料说明该种照片是什么样；与之矛盾的一行要的是另一种照片，名称却相同，申请人会备错。
 * The type says what such photographs are. A row that contradicts it wants another kind under the same name, and the citizen prepares the wrong one.
 * @mend 改正其中一处，或为这种照片另立标准材料。
 * Correct one of the two, or give that kind of photograph a document type of its own.
 * @source subgraphs/planning/PLANNING.md: Identity
 */
export const rule: Rule = {
  code: 'PHOTO_UNLIKE_ITS_TYPE',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    const types = new Map([...photosOfTypes(catalogue)].map(({ type, photo }) => [type, photoFacts(photo)]));
    for (const { file, at, photo, type } of photosOfRows(catalogue)) {
      const facts = photoFacts(photo);
      for (const fact of apartIn(facts, types.get(type) ?? null)) {
        yield {
          file,
          at: [...at, fact],
          message: {
            zh: `照片要求 ${fact} 与标准材料“${type}”的要求互相矛盾。`,
            en: `Of what the photograph has to be, ${fact} contradicts what its document type "${type}" says.`,
          },
          mend: {
            zh: '请改正其中一处，或另立标准材料。',
            en: 'Correct one of the two, or give it a document type of its own.',
          },
        };
      }
    }
  },
};
