import type { ElementWords } from '../../language/form-words.ts';
import { own } from '../../language/own.ts';
import type { Localized } from '../../language/text.ts';
import { unfit } from './reasons.ts';

/** As a validator of JSON Schema tells it. */
export interface FieldError {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
const mostNamed = 10;

/** Why a value does not hold, in words of a person who fills in a form. */
export function fieldError({ keyword, params }: FieldError, labels: ElementWords['labels']): Localized {
  const limit = Number(params.limit);
  switch (keyword) {
    case 'maxLength':
      return unfit.longer(limit);
    case 'minLength':
      return unfit.shorter(limit);
    case 'maximum':
      return unfit.more(limit);
    case 'minimum':
      return unfit.less(limit);
    case 'enum': {
      const allowed = params.allowedValues as ReadonlyArray<unknown>;
      return allowed.length > mostNamed
        ? unfit.notListed
        : unfit.noneOf(allowed.map((value) => labelOf(String(value), labels)));
    }
    case 'type':
      return ['number', 'integer'].includes(String(params.type)) ? unfit.noNumber : unfit.otherwise;
    case 'format':
      return params.format === 'date' ? unfit.noDate : unfit.otherwise;
    default:
      return unfit.otherwise;
  }
}

const labelOf = (value: string, labels: ElementWords['labels']): Localized =>
  own(labels, value) ?? { zh: value, en: value };
