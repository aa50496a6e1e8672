/** The part of JSON Schema that payloads of commands use. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface CommandForm {
  readonly path: string;
  readonly schema: JsonSchema;
}

export interface Forms {
  readonly commands: Readonly<Record<string, CommandForm>>;
  readonly clauses: Readonly<Record<string, JsonSchema>>;
}

export type Kind =
  | 'line'
  | 'text'
  | 'integer'
  | 'day'
  | 'flag'
  | 'choice'
  | 'member'
  | 'committee'
  | 'hash'
  | 'list'
  | 'group'
  | 'free';

/** One field of a form. `pointer` is its JSON pointer (RFC 6901) in the payload. */
export interface Field {
  readonly name: string;
  readonly pointer: string;
  readonly kind: Kind;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly schema: JsonSchema;
  readonly choices: readonly string[];
}

// Numbers that are identifiers of the registry: they are searched for, never typed.
const MEMBERS = ['member', 'lead', 'twinned', 'holder', 'body', 'entitled'];
/** What succeeds to what: the group above says whether bodies or committees are meant. */
const SUCCESSION = ['old', 'new'];
const LONG = 500;

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function kindOf(name: string, schema: JsonSchema, at: string): Kind {
  if (schema.enum !== undefined) return 'choice';
  if (schema.type === 'integer' || schema.type === 'number') {
    const what = SUCCESSION.includes(name) ? at.slice(at.lastIndexOf('/') + 1) : name;
    if (MEMBERS.includes(what)) return 'member';
    return what === 'committee' ? 'committee' : 'integer';
  }
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'array') return 'list';
  if (schema.type === 'object') return schema.properties === undefined ? 'free' : 'group';
  if (schema.format === 'date') return 'day';
  if (schema.pattern?.includes('{64}') === true) return 'hash';
  return (schema.maxLength ?? 0) >= LONG ? 'text' : 'line';
}

/** The field of one property; `anyOf [x, null]` is x that may be left out. */
export function fieldOf(name: string, given: JsonSchema, required: boolean, at = ''): Field {
  const nullable = given.anyOf?.some((part) => part.type === 'null') === true;
  const schema = given.anyOf?.find((part) => part.type !== 'null') ?? given;
  return {
    name,
    pointer: `${at}/${escaped(name)}`,
    kind: kindOf(name, schema, at),
    required,
    nullable,
    schema,
    choices: schema.enum ?? [],
  };
}

/** The fields of an object, in the order of its schema. */
export const fieldsOf = (schema: JsonSchema, at = ''): readonly Field[] =>
  Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, schema.required?.includes(name) === true, at),
  );

/** The field of one item of a list. */
export const itemField = (list: Field, index: number): Field => {
  const field = fieldOf(list.name, list.schema.items ?? {}, true, '');
  return { ...field, pointer: `${list.pointer}/${String(index)}` };
};
