import { apartIn } from '../../../language/photo-facts.ts';
import { photoFacts } from '../../link/photos.ts';
import { photosOfRows, photosOfTypes } from '../../photos.ts';
import type { Rule } from '../../rule.ts';

/**
 * 照片要求的下限大于上限。
 * What a photograph has to be begins behind its end: `min` is more than `max`.
 *
 * @why 没有一张照片符合，申请人无论上传什么都会被退回。
 * No photograph meets it, and whatever the citizen uploads is refused.
 * @mend 改正 min 和 max。
 * Correct min and max.
 * @source subgraphs/planning/PLANNING.md: Identity
 */
export const rule: Rule = {
  code: 'PHOTO_RANGE_REVERSED',
  severity: 'error',
  perFile: true,
  *find(catalogue) {
    for (const { file, at, photo } of [...photosOfTypes(catalogue), ...photosOfRows(catalogue)]) {
      const facts = photoFacts(photo);
      for (const fact of apartIn(facts, facts))
        yield {
          file,
          at: [...at, fact],
          message: {
            zh: `照片要求 ${fact} 的 min 大于 max。`,
            en: `Of what the photograph has to be, ${fact} has a min that is more than its max.`,
          },
          mend: { zh: '请改正 min 和 max。', en: 'Correct min and max.' },
        };
    }
  },
};
