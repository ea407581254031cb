import { own } from '../../language/own.ts';
import type { FormValue } from './acceptance.ts';

/** Data elements of the catalogue that tell who somebody is; an identity number is told by its format. */
const nameElement = 'name';
const birthElement = 'birth-date';
const numberFormat = 'resident-identity-number';

/** What the one form tells of who a party is; null: nothing. */
export interface ToldPerson {
  readonly party: string;
  readonly name: string | null;
  /** ISO date. */
  readonly bornOn: string | null;
  readonly identityNumber: string | null;
  /** The data element that tells the number, for refusals. */
  readonly numberElement: string;
}
interface FormSchema {
  readonly properties?: Readonly<Record<string, PartySchema>>;
}
interface PartySchema {
  readonly properties?: Readonly<Record<string, { readonly format?: unknown }>>;
}

/** Who a party is, as far as it is said before there is a form. */
export function toldOf(
  { id, name }: { readonly id: string; readonly name?: string | null },
  facts: ReadonlyArray<{ readonly party: string; readonly field: string; readonly value: unknown }>,
): ToldPerson {
  const told = (element: string): string | null => {
    const value = facts.find(({ party, field }) => party === id && field === element)?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const person = { name: told(nameElement) ?? name ?? null, bornOn: told(birthElement), identityNumber: null };
  return { party: id, ...person, numberElement: nameElement };
}

/** Everyone of whom the form tells something that says who they are, by its schema. */
export function peopleOf(schema: Readonly<Record<string, unknown>>, form: FormValue): ReadonlyArray<ToldPerson> {
  return Object.entries((schema as FormSchema).properties ?? {}).flatMap(([party, { properties = {} }]) => {
    const values = own(form, party);
    const told = (element: string | undefined): string | null => {
      const value = element === undefined ? undefined : own(values, element);
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const numberElement = Object.keys(properties).find((element) => properties[element]?.format === numberFormat);
    const person = { name: told(nameElement), bornOn: told(birthElement), identityNumber: told(numberElement) };
    if (person.name === null && person.identityNumber === null) return [];
    return [{ party, ...person, numberElement: numberElement ?? nameElement }];
  });
}
