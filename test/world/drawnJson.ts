import fc from 'fast-check';

/** The part of JSON Schema that our document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What can hide or break out of a text. */
const nasty = fc.constantFrom(
  '\u202e',
  '\0',
  '<script>alert(1)</script>',
  "'; DROP TABLE person; --",
  '../../etc/passwd',
  '=1+1',
);

/** Values that a schema allows, and now and then one that it does not. */
export const drawnJson = (schema: JsonSchema, all: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: allowed(schema, all) }, { weight: 1, arbitrary: fc.jsonValue() });

function allowed(schema: JsonSchema, all: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return allowed(all[schema.$ref.split('/').at(-1) ?? ''] ?? {}, all);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, drawnJson(one, all)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
    }
    case 'array':
      return fc.array(drawnJson(schema.items ?? {}, all), { maxLength: Math.min(3, schema.maxItems ?? 3) });
    case 'string':
      return fc.oneof(
        { weight: 4, arbitrary: fc.string({ minLength: schema.minLength ?? 0, maxLength: 40, unit: 'binary' }) },
        { weight: 1, arbitrary: nasty },
        { weight: 1, arbitrary: fc.base64String({ maxLength: 80 }) },
      );
    case 'integer':
    case 'number':
      return fc.integer();
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue();
  }
}
